import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type FactsProblem, parseFacts } from '#contract/compliance/facts.ts';
import { createGate, type Gate } from '#domain/gate/decide.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { loadFolder } from '../load-folder.ts';

type Answer = { readonly line: string; readonly ok: boolean };

const failed = (id: unknown, error: FactsProblem): Answer => ({
  line: JSON.stringify({ id: id ?? null, error }),
  ok: false,
});

function answer(gate: Gate, line: string): Answer {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    return failed(null, { path: '', message: `not JSON: ${(cause as Error).message}` });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return failed(null, { path: '', message: 'must be an object with id and facts' });
  }
  const { id, facts } = json as { id?: unknown; facts?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') {
    return failed(null, { path: 'id', message: 'must be a text or a number' });
  }
  const parsed = parseFacts(facts);
  if (!parsed.ok) {
    const path = parsed.path ? `facts.${parsed.path}` : 'facts';
    return failed(id, { path, message: parsed.message });
  }
  try {
    return { line: JSON.stringify({ id, decision: gate(parsed.facts) }), ok: true };
  } catch (cause) {
    // A fault of the gate's own must not take the answers of the other lines with it.
    return failed(id, { path: 'facts', message: `not decided: ${(cause as Error).message}` });
  }
}

/**
 * `npm run --silent decide < facts.jsonl`: one decision a line, no database. A line that cannot be
 * read is answered in its place by an error with its path; the exit code is then 1.
 */
export async function runDecide(
  input: AsyncIterable<string>,
  write: (text: string) => void | Promise<void>,
): Promise<number> {
  const packs = await loadFolder<Pack>(new URL('../../rulepacks/', import.meta.url));
  const gate = createGate([...packs.values()]);
  let exitCode = 0;
  for await (const line of input) {
    if (line.trim() === '') continue;
    const { line: text, ok } = answer(gate, line);
    if (!ok) exitCode = 1;
    await write(`${text}\n`);
  }
  return exitCode;
}

/** Lines of a stream, read from the first on only once they are asked for: none passes unheard. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncIterable<string> {
  yield* createInterface({ input: stream });
}

/** The command itself: standard input to standard output, waiting when the reader is slow. */
export function runDecideCommand(): Promise<number> {
  return runDecide(linesOf(process.stdin), async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  });
}
