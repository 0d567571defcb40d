import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { to } from 'pg-copy-streams';
import { emptyMap } from '#domain/intake/import-map.ts';
import { idMaker } from '#kernel/ids.ts';
import { instantOf } from '#kernel/time.ts';
import { fileOnDisk } from '#readers/source-file.ts';
import { connect, poolOf } from '#storage/connect.ts';
import { copyInto } from '#storage/copy-rows.ts';
import { importById, insertImport, setRunning } from '#storage/intake/imports.ts';
import { firstPolicy } from '#test/support/books/policies.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { App, Db } from '#usecases/app.ts';
import { runImport } from '#usecases/intake/run-imports.ts';
import { type BenchResult, median } from './figure.ts';
import { sizeOf } from './support/arguments.ts';

const runs = 3;
const budgetRatio = 2.5;
const memoryBudgetMb = 400;
const tenantId = '00000000-0000-7000-8000-000000000001';
const portfolioId = '00000000-0000-7000-8000-0000000000f1';
const tables = [
  'customers',
  'accounts',
  'items',
  'client_references',
  'contact_points',
  'payment_methods',
  'postings',
] as const;
const columns = {
  accountReference: 'Account',
  name: 'Name',
  itemReference: 'Invoice',
  issuedOn: 'Issued',
  dueOn: 'Due',
  amount: 'Amount',
  mobile: 'Mobile',
  email1: 'Email',
  region: 'State',
} as const;

/**
 * Accounts from CSV through the whole import (checked, merged, billed) beside a bare COPY of the same
 * rows into the same tables with the same indexes, and one whose indexes are made last; then the same
 * file again. Runs alternate.
 */
export async function bench(): Promise<BenchResult> {
  const size = sizeOf(1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-bench-import-'));
  try {
    const file = join(folder, 'book.csv');
    await writeBook(file, size);
    const first: number[] = [];
    const again: number[] = [];
    const bare: number[] = [];
    const indexedLast: number[] = [];
    let memoryMb = 0;
    for (let run = 0; run < runs; run += 1) {
      const timed = await timeImport(folder, file, size, run === 0);
      first.push(timed.firstMs);
      again.push(timed.againMs);
      memoryMb = Math.max(memoryMb, timed.memoryMb);
      bare.push(await timeBareCopy(folder, 'indexes-first'));
      indexedLast.push(await timeBareCopy(folder, 'indexes-last'));
    }
    const baseline = median(bare) / 1000;
    const measured = median(first) / 1000;
    return {
      name: 'import',
      setting: `${size} accounts, ${size * 1.5} contact points, a CSV file of ${Math.round(statSync(file).size / 1e6)} MB`,
      figures: [
        {
          what: 'import of a new book',
          unit: 's',
          measured,
          baseline,
          baselineWhat: 'bare \\copy of the same rows with the same indexes',
          budget: `≤ ${budgetRatio} ×`,
          met: measured <= budgetRatio * baseline,
        },
        {
          what: 'import of a new book, beside the quickest way to load its rows',
          unit: 's',
          measured,
          baseline: median(indexedLast) / 1000,
          baselineWhat:
            'bare \\copy of the same rows into tables without indexes, which are made after',
          budget: 'none',
          met: true,
        },
        {
          what: 'the same file again, nothing changed',
          unit: 's',
          measured: median(again) / 1000,
          baseline,
          baselineWhat: 'bare \\copy of the same rows with the same indexes',
          budget: `≤ ${budgetRatio} ×`,
          met: median(again) / 1000 <= budgetRatio * baseline,
        },
        {
          what: 'memory of the Node process, highest',
          unit: 'MB',
          measured: memoryMb,
          baseline: null,
          baselineWhat: null,
          budget: `≤ ${memoryBudgetMb} MB`,
          met: memoryMb <= memoryBudgetMb,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const states = ['NY', 'TX', 'CA', 'FL', 'OH', 'IL'];
const areas = ['212', '214', '310', '305', '614', '312'];

async function writeBook(file: string, size: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${Object.values(columns).join(',')}\n`);
  for (let i = 0; i < size; ) {
    let text = '';
    for (const end = Math.min(size, i + 5_000); i < end; i += 1) {
      const day = String((i % 28) + 1).padStart(2, '0');
      const amount = `${(i % 900) + 20}.${String(i % 100).padStart(2, '0')}`;
      const place = i % states.length;
      const line = String(2_000_000 + (i % 7_999_999)).padStart(7, '0');
      const email = i % 2 === 0 ? `person${i}@example.org` : '';
      const who = `A${i},Given${i % 997} Family${i % 9_973},INV-${i}`;
      text += `${who},2026-08-${day},2026-09-${day},${amount},(${areas[place]}) ${line.slice(0, 3)}-${line.slice(3)},${email},${states[place]}\n`;
    }
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function emptyWorld() {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 4 });
  const at = instantOf(Date.now());
  await db.insertInto('tenants').values({ id: tenantId, name: 'Bench', createdAt: at }).execute();
  const creditor = { id: tenantId, tenantId, name: 'Bench' };
  await db.insertInto('creditors').values(creditor).execute();
  await firstPolicy(db, portfolioId, at);
  await db
    .insertInto('portfolios')
    .values({
      ...{ id: portfolioId, tenantId, creditorId: tenantId, name: 'Bench', kind: 'consumer' },
      ...{ product: 'card', currency: 'USD', country: 'US', zone: 'America/New_York' },
      ...{ collectorRole: 'original_creditor', callerId: '', policyVersion: 1 },
    })
    .execute();
  const end = async () => {
    await close();
    await database.drop();
  };
  return { db, end };
}

async function timeImport(folder: string, file: string, size: number, dump: boolean) {
  const { db, end } = await emptyWorld();
  const newId = idMaker(Date.now, (bytes) => randomFillSync(bytes));
  const app = {
    db,
    clock: Date.now,
    newId,
    tenantId,
    policies: new Map(),
  } as unknown as App;
  let memoryMb = 0;
  const watch = setInterval(() => {
    memoryMb = Math.max(memoryMb, process.memoryUsage().rss / 1e6);
  }, 100);
  try {
    const firstMs = await importOnce(app, file, { new: size });
    if (dump) for (const table of tables) await dumpTable(db, table, join(folder, table));
    const againMs = await importOnce(app, file, { unchanged: size });
    return { firstMs, againMs, memoryMb };
  } finally {
    clearInterval(watch);
    await end();
  }
}

async function importOnce(app: App, file: string, expected: Record<string, number>) {
  const id = app.newId();
  const at = instantOf(Date.now());
  await insertImport(app.db, {
    ...{ id, tenantId, portfolioId, kind: 'book', fileName: 'book.csv', startedAt: at },
    ...{
      fileSha256: null,
      fileBytes: BigInt(statSync(file).size),
      failure: null,
      fileRemovedAt: null,
      startedBy: null,
      receivedBy: app.instance.id,
    },
  });
  const map = { options: {}, map: { ...emptyMap('book'), columns } };
  await setRunning(app.db, id, { map, dryRun: false, own: { runId: app.newId(), beatAt: at } });
  const row = await importById(app.db, id);
  if (!row) throw new Error('the import is gone');
  const began = performance.now();
  await runImport(app, row, fileOnDisk(file));
  const ms = performance.now() - began;
  const after = await importById(app.db, id);
  for (const [name, count] of Object.entries(expected)) {
    if (after?.counts[name] !== count) throw new Error(`not ${count} ${name}: ${after?.failure}`);
  }
  return ms;
}

async function dumpTable(db: Db, table: string, file: string): Promise<void> {
  const client = await poolOf(db).connect();
  try {
    const rows = client.query(to(`copy ${table} to stdout`));
    await pipeline(rows, createWriteStream(file));
  } finally {
    client.release();
  }
}

async function timeBareCopy(
  folder: string,
  how: 'indexes-first' | 'indexes-last',
): Promise<number> {
  const { db, end } = await emptyWorld();
  try {
    const makeIndexes = how === 'indexes-last' ? await dropIndexes(db) : [];
    const began = performance.now();
    for (const table of tables) {
      const copy = await copyInto(db, `copy ${table} from stdin`);
      const chunks = createReadStream(join(folder, table), { highWaterMark: 1_048_576 });
      for await (const chunk of chunks) await copy.write(chunk as Buffer);
      await copy.end();
    }
    for (const statement of makeIndexes) await sql.raw(statement).execute(db);
    return performance.now() - began;
  } finally {
    await end();
  }
}

/** Drops every key and index of the tables; answers the statements that make them again. */
async function dropIndexes(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ drop: string; make: string }>`
    select case when k.conname is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table %s drop constraint %I', i.indrelid::regclass, k.conname) end as drop,
      case when k.conname is null then pg_get_indexdef(i.indexrelid)
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, k.conname,
          pg_get_constraintdef(k.oid)) end as make
    from pg_index i
    left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
    where i.indrelid = any(${[...tables]}::text[]::regclass[])
  `.execute(db);
  for (const { drop } of rows) await sql.raw(drop).execute(db);
  return rows.map(({ make }) => make);
}
