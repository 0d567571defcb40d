import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { startDatabase } from '#boot/postgres/start-database.ts';
import { seeded, seedOf } from '#kernel/random.ts';
import { connect } from '#storage/connect.ts';
import { whenReachable } from '#storage/retried.ts';
import { nightly } from '#test/support/run/nightly.ts';

const kills = nightly ? 20 : 3;
const writers = 4;

test('an own server that is killed comes back by itself, and nothing acknowledged is lost', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-own-'));
  const told: string[] = [];
  const database = await startDatabase({ dataFolder, log: (sentence) => told.push(sentence) });
  const restarts = () => told.filter((sentence) => sentence.endsWith('runs again.')).length;
  database.keepRunning();
  const { db, close } = connect(database.ownerUrl, { poolSize: writers });
  try {
    await sql`create table written (n int primary key)`.execute(db);
    const random = seeded(seedOf('own server'));
    const acknowledged: number[] = [];
    const state = { next: 0, over: false };
    const write = async () => {
      while (!state.over) {
        const n = state.next++;
        await whenReachable(() =>
          sql`insert into written values (${n}) on conflict do nothing`.execute(db),
        );
        acknowledged.push(n);
      }
    };
    const writing = Array.from({ length: writers }, write);
    for (let kill = 0; kill < kills; kill += 1) {
      const before = acknowledged.length;
      while (acknowledged.length <= before + writers) await wait(20);
      await wait(random() * 100);
      process.kill(postmasterOf(dataFolder), 'SIGKILL');
      while (restarts() <= kill) await wait(20);
      const then = acknowledged.length;
      while (acknowledged.length <= then + writers) await wait(20);
    }
    state.over = true;
    await Promise.all(writing);
    const { rows } = await sql<{ n: number }>`select n from written`.execute(db);
    const kept = new Set(rows.map(({ n }) => n));
    assert.deepEqual(
      acknowledged.filter((n) => !kept.has(n)),
      [],
    );
    assert.equal(restarts(), kills);
  } finally {
    await close();
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

function postmasterOf(dataFolder: string): number {
  const { cluster } = JSON.parse(readFileSync(join(dataFolder, 'postgres.json'), 'utf8'));
  return Number(
    readFileSync(join(resolve(dataFolder, cluster), 'postmaster.pid'), 'utf8').split('\n')[0],
  );
}
