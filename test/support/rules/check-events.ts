import assert from 'node:assert/strict';
import type { Pool } from 'pg';
import { isEventKind, readFacts, versionOf } from '#domain/events/event-kinds.ts';

type Row = { readonly kind: string; readonly v: number; readonly facts: unknown };

/**
 * Every kind of event in a log is one of ours, and its facts are as its kind has them, whoever wrote
 * them: a use case, a statement for many cases, the example book. Fails with the first of each kind.
 */
export async function checkEvents(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Row>('select kind, v, facts from event_log order by seq');
  const problems = new Map<string, string>();
  for (const { kind, v, facts } of rows) {
    const problem = problemOf({ kind, v, facts });
    if (problem && !problems.has(kind)) problems.set(kind, problem);
  }
  assert.deepEqual([...problems], [], 'facts of events are not as their kinds have them');
}

function problemOf({ kind, v, facts }: Row): string | null {
  if (!isEventKind(kind)) return 'is no kind of event';
  if (v !== versionOf(kind)) return `has version ${v}`;
  try {
    readFacts(kind, facts);
    return null;
  } catch (error) {
    return `${JSON.stringify(facts)}: ${String(error)}`;
  }
}
