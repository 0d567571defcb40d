import { readdirSync } from 'node:fs';
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
  for (const name of wanted.length > 0 ? wanted : names) {
    const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<BenchResult> };
    const result = await bench();
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : printed(result));
  }
  // Pools and servers of a bench may still hold the process; all figures are out.
  process.exit();
}

function printed({ name, setting, figures }: BenchResult): string {
  return `\n${name}: ${setting}\n${figures.map(line).join('\n')}\n`;
}

function line(figure: Figure): string {
  const { what, unit, measured, baseline, baselineWhat, budget, met } = figure;
  const beside =
    baseline === null
      ? ''
      : `, ${number(measured / baseline)} × ${baselineWhat} (${number(baseline)} ${unit})`;
  return `  ${met ? 'meets ' : 'MISSES'}  ${what}: ${number(measured)} ${unit}${beside}; budget ${budget}`;
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
}
