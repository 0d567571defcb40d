import { addDays } from '#kernel/time.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { type BenchResult, type Figure, median } from './figure.ts';
import { agedPortfolio, requestsSent } from './support/aged-book.ts';
import { appOn, firstDay, freshAgedBook, sameResult } from './support/aged-days.ts';
import { sizeOf } from './support/arguments.ts';
import { type Spent, spent } from './support/backend-cpu.ts';
import { plainDay } from './support/plain-day.ts';

const rounds = 4;
const budgetTimes = 1.3;
const budgetMb = 300;
const budgetFirstDayMs = 0.2;

/**
 * The first day of a new book, then ordinary days: debts that come due, cases that open, steps that
 * fall due, ranks. Product and baseline each live through the same days on a book of their own, and
 * take turns in who goes first.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const ours = await freshAgedBook(size);
  const plain = await freshAgedBook(size);
  const product: Spent[] = [];
  const baseline: Spent[] = [];
  const firstDays: Spent[] = [];
  let moved = 0;
  let mostMb = 0;
  try {
    for (const { db } of [ours, plain]) {
      firstDays.push(await spent(db, () => dailyRun(appOn(db, firstDay), agedPortfolio, firstDay)));
      await requestsSent(db, firstDay);
    }
    for (let round = 1; round <= rounds; round += 1) {
      const day = addDays(firstDay, round);
      const turns = [
        async () => {
          baseline.push(await spent(plain.db, () => plainDay(plain.db, day)));
        },
        async () => {
          const run = async () => {
            moved += (await dailyRun(appOn(ours.db, day), agedPortfolio, day))?.['moved'] ?? 0;
          };
          product.push(await spent(ours.db, run));
        },
      ];
      for (const turn of round % 2 === 0 ? turns.reverse() : turns) await turn();
      mostMb = Math.max(mostMb, process.memoryUsage().rss / 1e6);
    }
    await sameResult(ours.db, plain.db);
  } finally {
    await ours.end();
    await plain.end();
  }
  return {
    name: 'daily-run',
    setting: `${size} accounts, 4 in 10 overdue, ${Math.round(moved / rounds)} cases moved a day`,
    figures: [
      ...ordinaryDays(product, baseline),
      firstDayOf(firstDays, size),
      {
        what: 'memory of the process, most',
        unit: 'MB',
        measured: mostMb,
        baseline: null,
        baselineWhat: null,
        budget: `≤ ${budgetMb} MB`,
        met: mostMb <= budgetMb,
      },
    ],
  };
}

function ordinaryDays(product: readonly Spent[], baseline: readonly Spent[]): Figure[] {
  const compared = (what: string, of: (one: Spent) => number | null): Figure[] => {
    const values = (all: readonly Spent[]) => all.map(of).filter((value) => value !== null);
    if (values(product).length === 0) return [];
    const [measured, beside] = [median(values(product)), median(values(baseline))];
    return [
      {
        what: `the run of an ordinary day, ${what}, median`,
        unit: 's',
        measured,
        baseline: beside,
        baselineWhat: 'the same rows by hand-written statements',
        budget: `≤ ${budgetTimes} × the baseline`,
        met: measured <= budgetTimes * beside,
      },
    ];
  };
  return [
    ...compared('processor time', ({ cpuSeconds }) => cpuSeconds),
    ...compared('on the clock', ({ seconds }) => seconds),
  ];
}

/** Two books of the same size have had theirs; a day that grew with their square would show here. */
function firstDayOf(days: readonly Spent[], size: number): Figure {
  const measured =
    (median(days.map(({ cpuSeconds, seconds }) => cpuSeconds ?? seconds)) * 1000) / size;
  return {
    what: 'the first day of a new book, processor time an account',
    unit: 'ms',
    measured,
    baseline: null,
    baselineWhat: null,
    budget: `≤ ${budgetFirstDayMs} ms, whatever the size`,
    met: measured <= budgetFirstDayMs,
  };
}
