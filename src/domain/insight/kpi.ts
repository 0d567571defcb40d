import type { PromiseState } from '#domain/agreements/promise.ts';

/** An attempt to reach somebody that really left (released), and what became of it. */
export type AttemptFact = {
  readonly attemptId: string;
  readonly answeredBy: 'person' | 'machine' | null;
  /** The right person passed verification in the conversation that followed. */
  readonly verified: boolean;
};

/** A conversation that an agent finished. */
export type ConversationFact = {
  readonly conversationId: string;
  readonly accountIds: readonly string[];
  readonly verified: boolean;
  /** A promise or a plan was made in it. */
  readonly agreed: boolean;
  /** From the start to the end of wrap-up. */
  readonly handleMs: number;
};

/** A promise whose deadline lies in the period. */
export type PromiseFact = { readonly promiseId: string; readonly state: PromiseState };

/** A case that was open at some moment of the period. */
export type CaseFact = {
  readonly caseId: string;
  /** It closed in the period because nothing was overdue any more. */
  readonly cured: boolean;
};

/** A day of the debt bridge; minor units of one currency. */
export type DebtFact = {
  readonly day: string;
  readonly isFirstDay: boolean;
  readonly opening: bigint;
  readonly newDebt: bigint;
  readonly collected: bigint;
};

/** Everything that the figures of one period, portfolio and currency are made from. */
export type KpiFacts = {
  readonly attempts: readonly AttemptFact[];
  readonly conversations: readonly ConversationFact[];
  readonly promises: readonly PromiseFact[];
  readonly cases: readonly CaseFact[];
  readonly debt: readonly DebtFact[];
};

/** One row behind a figure, with what it adds: 1 for a count, minor units or milliseconds. */
export type KpiRow = { readonly id: string; readonly weight: bigint };

/** One side of a figure: the key of its wording, and the rows that make it up. */
export type KpiSide = { readonly key: string; readonly rows: (facts: KpiFacts) => KpiRow[] };

/** What the screens show of it: a share as per cent, a plain count, a time in milliseconds. */
export type KpiUnit = 'ratio' | 'count' | 'ms';

/** A figure as a value: its formula is its two sides. Wording is looked up by the keys. */
export type Kpi = {
  readonly id: string;
  readonly formulaKey: string;
  readonly unit: KpiUnit;
  readonly numerator: KpiSide;
  /** Null for a plain count. */
  readonly denominator: KpiSide | null;
};

function each<T>(values: readonly T[], idOf: (value: T) => string): KpiRow[] {
  return values.map((value) => ({ id: idOf(value), weight: 1n }));
}

const attemptsOf = (test: (fact: AttemptFact) => boolean) => (facts: KpiFacts) =>
  each(facts.attempts.filter(test), ({ attemptId }) => attemptId);

const conversationsOf = (test: (fact: ConversationFact) => boolean) => (facts: KpiFacts) =>
  each(facts.conversations.filter(test), ({ conversationId }) => conversationId);

const promisesOf = (test: (fact: PromiseFact) => boolean) => (facts: KpiFacts) =>
  each(facts.promises.filter(test), ({ promiseId }) => promiseId);

const casesOf = (test: (fact: CaseFact) => boolean) => (facts: KpiFacts) =>
  each(facts.cases.filter(test), ({ caseId }) => caseId);

const debtOf = (weigh: (fact: DebtFact) => bigint) => (facts: KpiFacts) =>
  facts.debt
    .map((fact) => ({ id: fact.day, weight: weigh(fact) }))
    .filter(({ weight }) => weight !== 0n);

const all = () => true;
const isJudged = ({ state }: PromiseFact) =>
  state === 'kept' || state === 'partly_kept' || state === 'broken';

function kpi(
  id: string,
  unit: KpiUnit,
  numerator: KpiSide,
  denominator: KpiSide | null = null,
): Kpi {
  return { id, formulaKey: `kpi.${id}.formula`, unit, numerator, denominator };
}

const releasedAttempts: KpiSide = { key: 'kpi.side.attempts', rows: attemptsOf(all) };
const rightPartyTalks: KpiSide = {
  key: 'kpi.side.right-party-conversations',
  rows: conversationsOf(({ verified }) => verified),
};
const finishedTalks: KpiSide = { key: 'kpi.side.conversations', rows: conversationsOf(all) };

/** The figures of a period, in the order in which they are read (M-190, M-191, M-192, M-197). */
export const kpis = [
  kpi(
    'contact-rate',
    'ratio',
    {
      key: 'kpi.side.answered-by-person',
      rows: attemptsOf(({ answeredBy }) => answeredBy === 'person'),
    },
    releasedAttempts,
  ),
  kpi(
    'right-party-rate',
    'ratio',
    { key: 'kpi.side.verified', rows: attemptsOf(({ verified }) => verified) },
    releasedAttempts,
  ),
  kpi(
    'promise-rate',
    'ratio',
    {
      key: 'kpi.side.agreed',
      rows: conversationsOf(({ verified, agreed }) => verified && agreed),
    },
    rightPartyTalks,
  ),
  kpi(
    'kept-rate',
    'ratio',
    { key: 'kpi.side.kept-promises', rows: promisesOf(({ state }) => state === 'kept') },
    { key: 'kpi.side.judged-promises', rows: promisesOf(isJudged) },
  ),
  kpi(
    'cure-rate',
    'ratio',
    { key: 'kpi.side.cured-cases', rows: casesOf(({ cured }) => cured) },
    { key: 'kpi.side.cases', rows: casesOf(all) },
  ),
  kpi(
    'recovery-rate',
    'ratio',
    { key: 'kpi.side.collected', rows: debtOf(({ collected }) => collected) },
    {
      key: 'kpi.side.opening-and-new',
      rows: debtOf(({ isFirstDay, opening, newDebt }) => (isFirstDay ? opening : 0n) + newDebt),
    },
  ),
  kpi('accounts-handled', 'count', {
    key: 'kpi.side.accounts',
    rows: ({ conversations }) =>
      each([...new Set(conversations.flatMap(({ accountIds }) => accountIds))], (id) => id),
  }),
  kpi(
    'average-handle-time',
    'ms',
    {
      key: 'kpi.side.handle-time',
      rows: ({ conversations }) =>
        conversations.map(({ conversationId, handleMs }) => ({
          id: conversationId,
          weight: BigInt(handleMs),
        })),
    },
    finishedTalks,
  ),
] as const satisfies readonly Kpi[];

/** A figure computed: its two sums, and their quotient where there is one. */
export type KpiValue = {
  readonly id: string;
  readonly unit: KpiUnit;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /**
   * A ratio with four decimals (0.1234 is 12.34 %), a count, or whole milliseconds; null when
   * nothing happened to divide by, which is not the same as zero.
   */
  readonly value: number | null;
};

/** Computes one figure from the facts. */
export function computeKpi(figure: Kpi, facts: KpiFacts): KpiValue {
  const { id, unit } = figure;
  const numerator = sumOf(figure.numerator.rows(facts));
  const denominator = figure.denominator ? sumOf(figure.denominator.rows(facts)) : null;
  return { id, unit, numerator, denominator, value: quotient(numerator, denominator, unit) };
}

/** The value of a figure from its two sums: the one rounding rule, also for sums made in SQL. */
export function quotient(
  numerator: bigint,
  denominator: bigint | null,
  unit: KpiUnit,
): number | null {
  if (denominator === null) return Number(numerator);
  if (denominator <= 0n) return null;
  const scale = unit === 'ratio' ? 10_000n : 1n;
  return Number(roundedDivision(numerator * scale, denominator)) / Number(scale);
}

/** Rounds to the nearest, halves away from zero. */
function roundedDivision(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}

function sumOf(rows: readonly KpiRow[]): bigint {
  return rows.reduce((sum, { weight }) => sum + weight, 0n);
}
