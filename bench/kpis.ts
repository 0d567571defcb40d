import { tenantId } from '#boot/open-app.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addDays } from '#kernel/time.ts';
import { connect } from '#storage/connect.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { App } from '#usecases/app.ts';
import { countFigures } from '#usecases/insight/count-figures.ts';
import { readKpis } from '#usecases/insight/read-kpis.ts';
import { type BenchResult, median } from './figure.ts';
import { agedPortfolio } from './support/aged-book.ts';
import { appOn } from './support/aged-days.ts';
import { sizeOf } from './support/arguments.ts';
import { type Spent, spent } from './support/backend-cpu.ts';
import { insightBook } from './support/insight-book.ts';

const day = '2026-11-16';
const periodDays = 30;
const rounds = 3;
const million = 1_000_000;
const budgetSeconds = 5;

/**
 * All figures of 30 days beside those of the 30 before, of a book with two months of calls: with whole
 * days counted, as the product does after each daily run, beside the same figures from their rows.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(200_000);
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 1 });
  try {
    await insightBook(db, size, day);
    const app: App = { ...appOn(db, day), tenantId };
    const fromRows = await readings(app);
    const portfolio = { id: agedPortfolio, zone: 'America/New_York' };
    const counting = secondsOf(await spent(db, () => countFigures(app, portfolio)));
    const counted = await readings(app);
    const aMillion = (counted.seconds * million) / size;
    if (counted.answer !== fromRows.answer) throw new Error('counted days give other figures');
    return {
      name: 'kpis',
      setting: `${size} accounts, ${rounds} readings of ${periodDays} days and the ${periodDays} before`,
      figures: [
        {
          what: 'all figures of 30 days, whole days counted, processor time',
          unit: 's',
          measured: counted.seconds,
          baseline: fromRows.seconds,
          baselineWhat: 'the same figures from their rows',
          budget: 'quicker than from rows',
          met: counted.seconds < fromRows.seconds,
        },
        {
          what: `the same for a million accounts, in proportion to ${size}`,
          unit: 's',
          measured: aMillion,
          baseline: null,
          baselineWhat: null,
          budget: `≤ ${budgetSeconds} s`,
          met: aMillion <= budgetSeconds,
        },
        {
          what: 'counting all days for the first time, processor time',
          unit: 's',
          measured: counting,
          baseline: fromRows.seconds,
          baselineWhat: 'the figures of 60 days from their rows',
          budget: '≤ 10 × one reading from rows',
          met: counting <= 10 * fromRows.seconds,
        },
      ],
    };
  } finally {
    await close();
    await database.drop();
  }
}

/** Processor time where it is known: the clock of busy cores shows mostly waiting. */
function secondsOf({ cpuSeconds, seconds }: Spent): number {
  return cpuSeconds ?? seconds;
}

/** The median of some readings, and what they answered. */
async function readings(app: App): Promise<{ readonly seconds: number; readonly answer: string }> {
  const roles = [{ role: 'manager', portfolioId: null }] as const;
  const actor: Actor = { kind: 'user', userId: app.newId(), name: 'bench', roles };
  const period = { from: addDays(day, -periodDays), to: addDays(day, -1), portfolioId: undefined };
  const times: number[] = [];
  let answer = '';
  for (let round = 0; round < rounds; round += 1) {
    const read = async () => {
      answer = JSON.stringify(await readKpis(app, actor, period));
    };
    times.push(secondsOf(await spent(app.db, read)));
  }
  return { seconds: median(times), answer };
}
