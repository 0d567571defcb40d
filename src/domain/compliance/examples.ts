import type { CaseEvent, Consent, Consumer, Facts, LogEntry, Proposed } from './facts.ts';
import type { Example } from './pack.ts';

/** What an example changes in its pack's ordinary case; named fields of the two parts are merged. */
export type Change = Partial<Omit<Facts, 'consumer' | 'proposed'>> & {
  readonly consumer?: Partial<Consumer>;
  readonly proposed?: Partial<Proposed>;
};

/** What it shows, what it changes, which rules speak (none when left out) and the promised time. */
export type Row = readonly [
  shows: string,
  change: Change,
  expect?: readonly string[],
  nextPermittedAt?: string,
];

/** The case well inside what the rule allows, the nearest to its limit, and one beyond it. */
export type Rows = { readonly inside: Row; readonly edge: Row; readonly outside: Row };

/** The ordinary case of a pack with the changes of one example. */
export function changed(base: Facts, change: Change): Facts {
  return {
    ...base,
    ...change,
    consumer: { ...base.consumer, ...change.consumer },
    proposed: { ...base.proposed, ...change.proposed },
  };
}

/** Makes the three examples of a rule; beyond its limit the rule itself speaks unless said otherwise. */
export function examplesOn(base: Facts): (rule: string, rows: Rows) => Example[] {
  return (rule, rows) =>
    (['inside', 'edge', 'outside'] as const).map((side): Example => {
      const [shows, change, expect = side === 'outside' ? [rule] : [], nextPermittedAt] =
        rows[side];
      const facts = changed(base, change);
      const example: Example = { rule, side, shows, facts, expect };
      return nextPermittedAt ? { ...example, nextPermittedAt } : example;
    });
}

/** Makes further examples of a rule, the traps: beyond its limit where something must speak. */
export function moreOn(base: Facts): (rule: string, ...rows: readonly Row[]) => Example[] {
  return (rule, ...rows) =>
    rows.map(([shows, change, expect = [], nextPermittedAt]): Example => {
      const side = expect.length > 0 ? 'outside' : 'inside';
      const example: Example = { rule, side, shows, facts: changed(base, change), expect };
      return nextPermittedAt ? { ...example, nextPermittedAt } : example;
    });
}

/** An outbound log entry to the person's mobile that nobody answered, with what differs. */
export function attempt(at: string, other: Partial<LogEntry> = {}): LogEntry {
  const entry = { dir: 'outbound', channel: 'phone_call', to: 'm1', person: 'consumer' };
  return { id: `L-${at}`, at, ...entry, result: 'no_answer', debts: ['d1'], ...other };
}

/** A message or call from the person, with what differs. */
export function inbound(id: string, at: string, other: Partial<LogEntry>): LogEntry {
  const entry = { dir: 'inbound', channel: 'email', from: 'e1', person: 'consumer' };
  return { id, at, ...entry, result: 'received', debts: ['d1'], ...other };
}

/** An event about the first debt, with what differs. */
export function eventAt(
  kind: string,
  received_at: string,
  other: Partial<CaseEvent> = {},
): CaseEvent {
  return { kind, received_at, debts: ['d1'], ...other };
}

/** A consent given to the collector of the examples, with what differs. */
export function consentAt(
  kind: string,
  received_at: string,
  other: Partial<Consent> = {},
): Consent {
  return { kind, received_at, given_to: 'agency-A', ...other };
}
