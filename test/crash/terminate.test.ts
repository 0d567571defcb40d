import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { smallBook } from '#test/support/books/small-book.ts';
import { nightly } from '#test/support/run/nightly.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { inOhio } from '#test/support/world/gate-log.ts';
import {
  checkAll,
  firstBook,
  nothingSaid,
  placeOf,
  settleDead,
  startWork,
  tally,
  terminateOne,
  urlOf,
} from './crash-book.ts';

const terminations = nightly ? 300 : 12;
const peopleToCall = 20;
const longestPauseMs = 150;

test('connections that the server ends at random end no process, and nothing is lost', async (t) => {
  const uploads = mkdtempSync(join(tmpdir(), 'dunlin-terminate-'));
  try {
    const world = await freshWorld({ at: '2026-10-30T15:00:00.000Z' });
    const book = await smallBook(world, { settings: { entry: { graceDays: 0 } } });
    const { portfolio } = book;
    await firstBook(world, portfolio.id);
    for (let i = 0; i < peopleToCall; i += 1) await book.addCase({ customer: inOhio });
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      world.db,
    );
    const url = await urlOf(rows[0]?.name ?? '');
    const place = await placeOf(world, { url, uploads, portfolioId: portfolio.id, lane: 0 });
    const { random, ...job } = place;
    const said = nothingSaid();
    const counts = new Map<string, number>();
    const seqs: string[] = [];
    const { child, errors, heard } = startWork(
      { ...job, round: 0, survives: true },
      said,
      (what, about) => {
        counts.set(what, (counts.get(what) ?? 0) + 1);
        if (what === 'heard') seqs.push(about);
      },
    );
    const exited = once(child, 'exit');
    const firstSeq = await until(() => counts.has('turn'), exited).then(() => lastSeq(world));
    for (let count = 0; count < terminations && child.exitCode === null; ) {
      // Something gets done in between, on a slow machine too; then it strikes at any moment.
      const paid = said.paid.size;
      await until(() => said.paid.size > paid, exited);
      await wait(random() * longestPauseMs);
      count += await terminateOne(world, random());
    }
    child.stdin?.end();
    const [code, signal] = (await exited) as [number | null, string | null];
    await heard;
    assert.deepEqual([code, signal], [0, null], errors.join(''));
    assert.ok((counts.get('lost') ?? 0) > 0, 'work lost its connection in the middle');
    if (nightly) assert.ok(said.finished.size > 0, 'calls were made and finished');
    assert.ok(said.paid.size > 5, `${said.paid.size} payments were acknowledged`);
    // What is settled from here on, the stream of the ended process cannot hear.
    const missed = await missedBy(world, firstSeq, seqs);
    await settleDead(world);
    await checkAll(world, said);
    assert.deepEqual(missed, [], 'the stream heard of every event');
    assert.equal(new Set(seqs).size, seqs.length, 'and of each once');
    t.diagnostic(`${JSON.stringify([...counts])} ${await tally(world)}`);
  } finally {
    rmSync(uploads, { recursive: true, force: true });
  }
});

/** Waits until it is so, or the process at work has ended. */
async function until(isSo: () => boolean, exited: Promise<unknown>): Promise<void> {
  const state = { over: false };
  void exited.then(() => {
    state.over = true;
  });
  while (!isSo() && !state.over) await wait(20);
}

async function lastSeq({ db }: World): Promise<bigint> {
  const { rows } = await sql<{ seq: bigint }>`
    select coalesce(max(seq), 0)::bigint as seq from event_log`.execute(db);
  return rows[0]?.seq ?? 0n;
}

/** The events since then of which the stream did not hear. */
async function missedBy(
  { db }: World,
  firstSeq: bigint,
  heard: readonly string[],
): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select seq from outbox where seq > ${firstSeq} and seq <> all(${heard}::bigint[])`.execute(db);
  return rows;
}
