import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { smallBook } from '#test/support/books/small-book.ts';
import { nightly } from '#test/support/run/nightly.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import {
  checkAll,
  firstBook,
  nothingSaid,
  placeOf,
  type Said,
  settleDead,
  startWork,
  tally,
  urlOf,
} from './crash-book.ts';
import type { CrashJob } from './crash-work.ts';

const lanes = 2;
/**
 * A process lives for so many pieces of work, and dies at some moment of the last one. Starting it
 * takes ten times longer than a piece of work: by day few processes do much, at night many die.
 */
const { killsALane, mostTurns } = nightly
  ? { killsALane: 26, mostTurns: 6 }
  : { killsALane: 5, mostTurns: 16 };
const longestLastMs = 120;

test('killed at any moment, in two processes at once, nothing is lost or doubled', async (t) => {
  const uploads = mkdtempSync(join(tmpdir(), 'dunlin-crash-'));
  try {
    const world = await freshWorld({ at: '2026-10-30T15:00:00.000Z' });
    const { portfolio } = await smallBook(world, { settings: { entry: { graceDays: 0 } } });
    await firstBook(world, portfolio.id);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      world.db,
    );
    const url = await urlOf(rows[0]?.name ?? '');
    const said = nothingSaid();
    const places = await Promise.all(
      Array.from({ length: lanes }, (_, lane) =>
        placeOf(world, { url, uploads, portfolioId: portfolio.id, lane }),
      ),
    );
    // A round is a day: processes that share a database share the time as well.
    for (let round = 0; round < killsALane; round += 1) {
      await Promise.all(
        places.map(({ random, ...place }) => {
          const turns = Math.ceil(random() * mostTurns);
          const life = { turns, lastMs: random() * longestLastMs };
          return liveAndDie({ ...place, round }, life, said);
        }),
      );
    }
    assert.ok(said.paid.size > killsALane, `${said.paid.size} payments were acknowledged`);
    await settleDead(world);
    await checkAll(world, said);
    t.diagnostic(await tally(world));
  } finally {
    rmSync(uploads, { recursive: true, force: true });
  }
});

/** Starts one process, lets it begin so many pieces of work, and kills it outright in the last. */
async function liveAndDie(
  job: CrashJob,
  life: { readonly turns: number; readonly lastMs: number },
  said: Said,
): Promise<void> {
  let turns = 0;
  const { child, errors, heard } = startWork(job, said, (what) => {
    if (what === 'turn') turns += 1;
    if (what === 'turn' && turns === life.turns) {
      setTimeout(() => child.kill('SIGKILL'), life.lastMs);
    }
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  await heard;
  assert.equal(signal, 'SIGKILL', errors.join(''));
}
