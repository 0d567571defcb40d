import { boundFrom } from '#domain/gate/facts/fact-kinds.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import type { GateRows } from './gate-rows.ts';

/** One request about contact. */
export type Preference = GateRows['preferences'][number];
/** One recorded fact. */
export type RawFact = GateRows['facts'][number];

/** Facts that are not withdrawn and bind at that time. */
export function bound(rows: GateRows, at: Instant): readonly RawFact[] {
  const gone = new Set(rows.facts.flatMap(({ withdraws }) => withdraws ?? []));
  return rows.facts.filter(
    (fact) => fact.withdraws === null && !gone.has(fact.id) && msOf(boundFrom(fact)) <= msOf(at),
  );
}

/** The requests that were taken back. */
export function withdrawn(rows: Pick<GateRows, 'preferences'>): ReadonlySet<string> {
  return new Set(rows.preferences.flatMap(({ withdraws }) => (withdraws ? [withdraws] : [])));
}

/** The requests that stand. */
export function live(rows: Pick<GateRows, 'preferences'>): readonly Preference[] {
  const gone = withdrawn(rows);
  return rows.preferences.filter(({ id }) => !gone.has(id));
}
