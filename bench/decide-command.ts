import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectFolder } from '#boot/config.ts';
import { type BenchResult, median } from './figure.ts';
import { sizeOf } from './support/arguments.ts';
import { loggedFacts } from './support/logged-facts.ts';

const at = '2026-11-18T18:00:00.000Z';
const rounds = 5;
const casesBudget = 1_000;
const loadBudgetMs = 200;
/** Entries of log in each case, the length of the longer sample cases. */
const entries = 12;

/** Reads lines and writes them back as JSON: what any command of this kind has to do. */
const copying = `let text = '';
process.stdin.on('data', (part) => { text += part; }).on('end', () => {
  const lines = text.split('\\n').map((line) => JSON.stringify(JSON.parse(line)));
  process.stdout.write(lines.join('\\n'));
});`;

const loading = `const before = performance.now();
const { loadFolder } = await import('#boot/load-folder.ts');
const { createGate } = await import('#domain/gate/decide.ts');
const engine = performance.now();
createGate([...(await loadFolder(new URL('file://${projectFolder}/src/rulepacks/'))).values()]);
process.stdout.write(JSON.stringify([performance.now() - engine, engine - before]));`;

/**
 * `npm run decide` on lines of ordinary cases, beside copying the same lines; and loading every rule
 * pack with its index, as a second start finds it.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(10_000);
  const cache = mkdtempSync(join(tmpdir(), 'dunlin-compiled-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const input = linesOf(size);
  const node = (args: readonly string[], text = '') =>
    execFileSync(process.execPath, args, {
      cwd: projectFolder,
      env,
      input: text,
      maxBuffer: 1e9,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString();
  const timed = (args: readonly string[]) => {
    const began = performance.now();
    node(args, input);
    return size / ((performance.now() - began) / 1000);
  };
  try {
    const [decided, copied]: [number[], number[]] = [[], []];
    const loads: number[][] = [];
    node(['--input-type=module', '-e', loading]);
    for (let round = 0; round < rounds; round += 1) {
      decided.push(timed(['src/main.ts', 'decide']));
      copied.push(timed(['-e', copying]));
      loads.push(JSON.parse(node(['--input-type=module', '-e', loading])) as number[]);
    }
    const loadMs = median(loads.map(([packs = 0]) => packs));
    return {
      name: 'decide-command',
      setting: `${size} cases with ${entries} entries of log, ${rounds} alternating rounds`,
      figures: [
        {
          what: 'cases decided a second by the command, its start included',
          unit: '/s',
          measured: median(decided),
          baseline: median(copied),
          baselineWhat: 'reading and writing the same lines',
          budget: `≥ ${casesBudget} a second`,
          met: median(decided) >= casesBudget,
        },
        {
          what: 'loading all rule packs',
          unit: 'ms',
          measured: loadMs,
          baseline: median(loads.map(([, engine = 0]) => engine)),
          baselineWhat: 'loading the engine without packs',
          budget: `< ${loadBudgetMs} ms`,
          met: loadMs < loadBudgetMs,
        },
      ],
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function linesOf(size: number): string {
  const one = { debts: ['d1', 'd2'], zones: ['America/New_York', 'America/Chicago'] };
  return Array.from({ length: size }, (_, seed) =>
    JSON.stringify({ id: seed, facts: loggedFacts(at, 30, entries, seed % 500, one) }),
  ).join('\n');
}
