import type { EventType } from '#domain/key-events/events.ts';
import type { ReasonWords } from '#domain/strategy/treatment.ts';

/** How a customer has paid so far. */
export type PaymentPattern = 'first-time' | 'late-but-pays' | 'never-pays';

/** What the rank of a case is made of; days are counted from today, past is negative. */
export type PriorityFacts = {
  /** What is overdue less money in hand. */
  readonly overdueMinor: bigint;
  /** The middle overdue amount of the portfolio, minor units: amounts are ranked against it. */
  readonly typicalMinor: bigint;
  readonly ageDays: number;
  readonly eventType: EventType | null;
  readonly pattern: PaymentPattern;
  readonly brokenPromises: number;
  readonly daysSinceBreak: number | null;
  readonly daysToDisputeDeadline: number | null;
  readonly daysToRestriction: number | null;
};

/** One range of a component: values up to and including `upTo` (null: all) earn the points. */
export type PointRange = { readonly upTo: number | null; readonly points: number };

/** The visible rules of the rank, as data: an organisation edits its own copy. */
export type PriorityTable = {
  /** By overdue amount as a percentage of the typical amount. */
  readonly amountPercent: readonly PointRange[];
  /** By days since the due date. Old debt is worth less: fewer of its payers are left. */
  readonly ageDays: readonly PointRange[];
  readonly daysSinceBreak: readonly PointRange[];
  readonly daysToDisputeDeadline: readonly PointRange[];
  readonly daysToRestriction: readonly PointRange[];
  readonly eventType: Readonly<Record<EventType, number>>;
  readonly pattern: Readonly<Record<PaymentPattern, number>>;
  /** Points taken off for each promise broken before the last one, down to `brokenFloor`. */
  readonly perEarlierBreak: number;
  readonly brokenFloor: number;
  /** Limits of the priority tier. */
  readonly upper: {
    readonly breakDays: number;
    readonly disputeDays: number;
    readonly restrictionDays: number;
  };
};

/** The rank that ships. Points add up to about 100 for a case that everything speaks for. */
export const defaultPriorityTable: PriorityTable = {
  amountPercent: [
    { upTo: 50, points: 5 },
    { upTo: 100, points: 10 },
    { upTo: 200, points: 15 },
    { upTo: 500, points: 20 },
    { upTo: null, points: 25 },
  ],
  ageDays: [
    { upTo: 0, points: 4 },
    { upTo: 30, points: 12 },
    { upTo: 60, points: 18 },
    { upTo: 90, points: 14 },
    { upTo: 150, points: 8 },
    { upTo: null, points: 4 },
  ],
  daysSinceBreak: [
    { upTo: 2, points: 20 },
    { upTo: 7, points: 12 },
    { upTo: 30, points: 4 },
  ],
  daysToDisputeDeadline: [
    { upTo: 2, points: 25 },
    { upTo: 5, points: 12 },
    { upTo: 10, points: 4 },
  ],
  daysToRestriction: [
    { upTo: 3, points: 20 },
    { upTo: 7, points: 8 },
  ],
  eventType: { A: 12, B: 8, C: 0, D: 10 },
  pattern: {
    'first-time': 12,
    'late-but-pays': 6,
    'never-pays': 0,
  },
  perEarlierBreak: 4,
  brokenFloor: -12,
  upper: { breakDays: 2, disputeDays: 2, restrictionDays: 3 },
};

/** One line of a rank: a code for the words, its points, and the facts behind it. */
export type PointLine = ReasonWords & { readonly points: number };

/** The rank of a case: the sum of its lines, and the group it waits in. */
export type Rank = {
  readonly points: number;
  readonly reasons: readonly PointLine[];
  readonly group: 'normal' | 'upper';
};

/** Ranks a case by visible points; lines with most points first, lines of no points left out. */
export function rank(facts: PriorityFacts, table: PriorityTable): Rank {
  const lines = [...worthLines(facts, table), ...clockLines(facts, table)]
    .filter((line) => line.points !== 0)
    .sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
  return {
    points: lines.reduce((sum, line) => sum + line.points, 0),
    reasons: lines,
    group: isUpper(facts, table) ? 'upper' : 'normal',
  };
}

/** The points of a value: those of the first range that reaches it, none beyond the last. */
export function pointsOf(ranges: readonly PointRange[], value: number): number {
  return ranges.find(({ upTo }) => upTo === null || value <= upTo)?.points ?? 0;
}

function worthLines(facts: PriorityFacts, table: PriorityTable): PointLine[] {
  const typical = facts.typicalMinor > 0n ? facts.typicalMinor : 1n;
  const percent = Number((facts.overdueMinor * 100n) / typical);
  const lines: PointLine[] = [
    line('amount', pointsOf(table.amountPercent, percent), { percent }),
    line('age', pointsOf(table.ageDays, facts.ageDays), { days: facts.ageDays }),
    line('payment-pattern', table.pattern[facts.pattern], { pattern: facts.pattern }),
  ];
  if (facts.eventType !== null) {
    lines.push(line('event-type', table.eventType[facts.eventType], { type: facts.eventType }));
  }
  if (facts.brokenPromises > 1) {
    const off = -table.perEarlierBreak * (facts.brokenPromises - 1);
    const points = Math.max(table.brokenFloor, off);
    lines.push(line('earlier-breaks', points, { count: facts.brokenPromises - 1 }));
  }
  return lines;
}

function clockLines(facts: PriorityFacts, table: PriorityTable): PointLine[] {
  const clocks = [
    ['broken-promise', table.daysSinceBreak, facts.daysSinceBreak, 'days'],
    ['dispute-clock', table.daysToDisputeDeadline, facts.daysToDisputeDeadline, 'days'],
    ['restriction-near', table.daysToRestriction, facts.daysToRestriction, 'days'],
  ] as const;
  return clocks.flatMap(([code, ranges, value, unit]) =>
    value === null ? [] : [line(code, pointsOf(ranges, value), { [unit]: value })],
  );
}

function line(code: string, points: number, facts: ReasonWords['facts']): PointLine {
  return { code, points, facts };
}

function isUpper(facts: PriorityFacts, { upper }: PriorityTable): boolean {
  const within = (value: number | null, limit: number) => value !== null && value <= limit;
  return (
    within(facts.daysSinceBreak, upper.breakDays) ||
    within(facts.daysToDisputeDeadline, upper.disputeDays) ||
    within(facts.daysToRestriction, upper.restrictionDays)
  );
}

/** What was handed out lately and what waits, to decide which group is served next. */
export type GroupCounts = {
  readonly servedUpper: number;
  readonly servedNormal: number;
  readonly upperWaiting: boolean;
  readonly normalWaiting: boolean;
};

/**
 * Which group the next case comes from; null when neither has one. The priority tier goes first until
 * it has had its share of the cases counted (a day, or the last few dozen): at most
 * `priorityTierOfTen` of ten while the normal group waits.
 */
export function nextGroup(
  counts: GroupCounts,
  priorityTierOfTen: number,
): 'normal' | 'upper' | null {
  if (!counts.upperWaiting) return counts.normalWaiting ? 'normal' : null;
  if (!counts.normalWaiting) return 'upper';
  const served = counts.servedUpper + counts.servedNormal + 1;
  return (counts.servedUpper + 1) * 10 <= served * priorityTierOfTen || counts.servedUpper === 0
    ? 'upper'
    : 'normal';
}
