import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { makeRunFolder } from '#test/support/run/run-folder.ts';
import { shareTestServer } from '#test/support/run/test-server.ts';
import type { BenchResult, Figure } from './figure.ts';

/** Every `bench/<name>.ts` that exports `bench()`; `npm run bench -- NAME --json` runs one. */
const notBenches = new Set(['run.ts', 'figure.ts']);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !notBenches.has(file))
  .map((file) => file.replace(/\.ts$/, ''));

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('-'));
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are ${names.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  // Every figure is measured on a server that writes to disk durably (fsync, synchronous_commit,
  // full_page_writes), as one does that keeps real contacts.
  const run = await makeRunFolder(true);
  const stop = await shareTestServer(run.server, true);
  for (const name of wanted.length > 0 ? wanted : names) {
    const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<BenchResult> };
    const before = loadNow();
    const result = await bench();
    const load = `${before} to ${loadNow()}`;
    process.stdout.write(json ? `${JSON.stringify({ ...result, load })}\n` : printed(result, load));
  }
  await stop();
  run.remove();
  // Pools and servers of a bench may still hold the process; all figures are out.
  process.exit();
}

/** Processes that ran or waited for a core, a minute's average: says how busy the machine was. */
function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function printed({ name, setting, figures }: BenchResult, load: string): string {
  return `\n${name}: ${setting}\n${figures.map((one) => line(one, load)).join('\n')}\n`;
}

function line(figure: Figure, load: string): string {
  const { what, unit, measured, baseline, baselineWhat, budget, met } = figure;
  const beside =
    baseline === null
      ? ''
      : `, ${number(measured / baseline)} × ${baselineWhat} (${number(baseline)} ${unit})`;
  return `  ${met ? 'meets ' : 'MISSES'}  ${what}: ${number(measured)} ${unit}${beside}; budget ${budget}; load ${load}`;
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
}
