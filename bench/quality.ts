import { sql } from 'kysely';
import { tenantId } from '#boot/open-app.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { connect } from '#storage/connect.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { App } from '#usecases/app.ts';
import { openQuality, readQuality } from '#usecases/insight/read-quality.ts';
import type { BenchResult } from './figure.ts';
import { appOn } from './support/aged-days.ts';
import { sizeOf } from './support/arguments.ts';
import { insightBook } from './support/insight-book.ts';

const day = '2026-11-16';
const budgetSeconds = 30;
const budgetRowsSeconds = 10;

/** The counts of poor data over a book with cases, and the first rows of the dearest of them. */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 1 });
  try {
    await insightBook(db, size, day);
    await spoil(db);
    const app: App = { ...appOn(db, day), tenantId };
    const roles = [{ role: 'manager', portfolioId: null }] as const;
    const actor: Actor = { kind: 'user', userId: app.newId(), name: 'bench', roles };
    const counts = await secondsOf(() => readQuality(app, actor, {}));
    const rows = await secondsOf(() =>
      openQuality(app, actor, { kind: 'duplicate-customer', page: 0 }),
    );
    return {
      name: 'quality',
      setting: `${size} accounts`,
      figures: [
        figure('every count of poor data', counts, budgetSeconds),
        figure('the first rows of probable duplicates', rows, budgetRowsSeconds),
      ],
    };
  } finally {
    await close();
    await database.drop();
  }
}

const figure = (what: string, measured: number, budget: number) => ({
  ...{ what, unit: 's', measured, baseline: null, baselineWhat: null },
  ...{ budget: `≤ ${budget} s`, met: measured <= budget },
});

/** Names, places and numbers as books have them: some shared, some wrong, some missing. */
async function spoil(db: App['db']): Promise<void> {
  const statements = [
    `update customers set name = 'Ann Smith ' || abs(hashtext(id::text)) % 50000,
      postal_code = lpad((abs(hashtext(id::text)) % 40000)::text, 5, '0'), region = 'NY',
      birth_date = '1960-01-01'::date + abs(hashtext(id::text)) % 15000`,
    `update contact_points set value = '+1212' || lpad((abs(hashtext(value)) % 900000)::text, 7, '0'),
      state = case abs(hashtext(id::text)) % 20 when 0 then 'disconnected' else state end`,
    `update items set refreshed_on = '2026-09-01'::date + abs(hashtext(id::text)) % 70`,
    'vacuum analyze',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
