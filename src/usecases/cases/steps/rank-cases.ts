import {
  type PointLine,
  type PointRange,
  type PriorityFacts,
  type PriorityTable,
  rank,
} from '#domain/queue/priority.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import {
  applyRanks,
  distinctRanks,
  type Ranked,
  type RankProfile,
  type RankRanges,
  rankCodes,
  rankParts,
} from '#storage/cases/ranks.ts';
import type { Scope } from '#storage/set-writes.ts';
import type { Tx } from '#usecases/app.ts';

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
  const profiles = await distinctRanks(tx, scope, day, typical, rangesOf(table));
  const ranked = profiles.map((profile) => rankedOf(profile, table));
  let changed = 0n;
  for (let i = 0; i < ranked.length; i += ranksAtOnce) {
    changed += await applyRanks(tx, scope, ranked.slice(i, i + ranksAtOnce));
  }
  return changed;
}

/** The ranges of a table as whole numbers, with the limits of its priority tier between them. */
function rangesOf(table: PriorityTable): RankRanges {
  const { upper } = table;
  return {
    percent: lastsOf(table.amountPercent),
    age: lastsOf(table.ageDays),
    sinceBreak: lastsOf(table.daysSinceBreak, upper.breakDays),
    dispute: lastsOf(table.daysToDisputeDeadline, upper.disputeDays),
    restriction: lastsOf(table.daysToRestriction, upper.restrictionDays),
  };
}

function lastsOf(ranges: readonly PointRange[], ...limits: readonly number[]): number[] {
  const lasts = [...ranges.flatMap(({ upTo }) => upTo ?? []), ...limits];
  return [...new Set(lasts)].sort((a, b) => a - b);
}

function rankedOf(profile: RankProfile, table: PriorityTable): Ranked {
  const at = (part: keyof typeof rankParts) => profile[rankParts[part]] ?? null;
  const measured: PriorityFacts = {
    overdueMinor: BigInt(at('percent') ?? 0),
    typicalMinor: 100n,
    ageDays: at('age') ?? 0,
    eventType: rankCodes.type[at('type') ?? -1] ?? null,
    pattern: rankCodes.pattern[at('pattern') ?? 0] ?? 'first-time',
    brokenPromises: at('broken') ?? 0,
    daysSinceBreak: at('sinceBreak'),
    daysToDisputeDeadline: at('dispute'),
    daysToRestriction: at('restriction'),
  };
  const { points, group, reasons } = rank(measured, table);
  return { profile, points, upper: group === 'upper', why: reasons.map(lasting) };
}

/** A line without the figure it was measured by: that changes daily, and readers compute it. */
function lasting({ code, points, facts }: PointLine): PointLine {
  const kept = Object.entries(facts).filter(([name]) => !measures.has(name));
  return { code, points, facts: Object.fromEntries(kept) };
}

const measures: ReadonlySet<string> = new Set(['percent', 'days', 'minutes']);
