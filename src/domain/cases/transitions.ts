import { type Guard, passes, type TransitionFacts } from './guards.ts';
import { type CaseState, type CloseReason, stateFacts } from './states.ts';
import { transitionTable } from './transition-table.ts';
import type { Effect, Transition, Trigger } from './triggers.ts';

/**
 * The answer of `transition`. A no is a value: `not-in-table` when the state knows no such move,
 * else `guard-failed` with every guard the nearest row still misses.
 */
export type TransitionVerdict =
  | {
      readonly ok: true;
      readonly to: CaseState;
      readonly effects: readonly Effect[];
      readonly closeReason: CloseReason | null;
    }
  | { readonly ok: false; readonly reason: 'not-in-table'; readonly missing: readonly [] }
  | { readonly ok: false; readonly reason: 'guard-failed'; readonly missing: readonly Guard[] };

/**
 * Where a case goes when something happens to it, from the table alone. Same arguments, same
 * answer. The caller stores the state and carries out the effects in one transaction.
 */
export function transition(
  state: CaseState,
  on: Trigger,
  facts: TransitionFacts,
): TransitionVerdict {
  let nearest: readonly Guard[] | null = null;
  for (const row of rowsOf(state, on)) {
    const to = targetOf(row, state, facts);
    const missing = row.guards.filter((guard) => !passes(guard, facts, to));
    if (missing.length === 0) {
      return { ok: true, to, effects: row.effects, closeReason: closeReasonOf(row, to, facts) };
    }
    if (nearest === null || missing.length < nearest.length) nearest = missing;
  }
  return nearest === null
    ? { ok: false, reason: 'not-in-table', missing: [] }
    : { ok: false, reason: 'guard-failed', missing: nearest };
}

/** The rows of the table for a state and a trigger, in the order in which they are tried. */
export function rowsOf(state: CaseState, on: Trigger): readonly Transition[] {
  return transitionTable.filter((row) => row.from.includes(state) && row.on.includes(on));
}

function targetOf(row: Transition, state: CaseState, facts: TransitionFacts): CaseState {
  if (row.to === 'same') return state;
  if (row.to === 'previous') return facts.restores ?? state;
  return row.to;
}

function closeReasonOf(row: Transition, to: CaseState, facts: TransitionFacts): CloseReason | null {
  if (row.closes !== undefined) return row.closes;
  if (stateFacts[to].open) return null;
  return facts.overdueMinor > 0n && facts.clearedBy === 'paid' ? 'small-balance' : facts.clearedBy;
}
