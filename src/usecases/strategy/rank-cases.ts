import { type PriorityTable, rank } from '#domain/strategy/priority.ts';
import type { Day } from '#storage/case-profiles.ts';
import type { Scope } from '#storage/set-writes.ts';
import {
  applyRanks,
  distinctRanks,
  type Ranked,
  type RankProfile,
} from '#storage/work-queue-ranks.ts';
import type { Tx } from '../app.ts';

/** Ranks written by one statement. */
const ranksAtOnce = 20_000;

/**
 * Ranks the cases of a scope that wait to be called, by the visible points of the domain, with the
 * reasons in words. Cases that look alike are ranked once. Answers how many changed.
 */
export async function rankCases(
  tx: Tx,
  scope: Scope,
  day: Day,
  typicalMinor: bigint,
  table: PriorityTable,
): Promise<bigint> {
  const typical = typicalMinor > 0n ? typicalMinor : 1n;
  const ranked = (await distinctRanks(tx, scope, day, typical)).map((profile) =>
    rankedOf(profile, table),
  );
  let changed = 0n;
  for (let i = 0; i < ranked.length; i += ranksAtOnce) {
    changed += await applyRanks(tx, ranked.slice(i, i + ranksAtOnce));
  }
  return changed;
}

function rankedOf(profile: string, table: PriorityTable): Ranked {
  const facts = JSON.parse(profile) as RankProfile;
  const { points, group, reasons } = rank(
    {
      overdueMinor: BigInt(facts.percent),
      typicalMinor: 100n,
      ageDays: facts.age,
      eventType: facts.type ?? null,
      pattern: facts.pattern,
      brokenPromises: facts.broken,
      daysSinceBreak: facts.sinceBreak ?? null,
      daysToDisputeDeadline: facts.dispute ?? null,
      daysToRestriction: facts.restriction ?? null,
    },
    table,
  );
  return { profile, points, upper: group === 'upper', why: reasons };
}
