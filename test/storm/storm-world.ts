import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { seeded, seedOf } from '#kernel/random.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { inOhio } from '#test/support/world/gate-log.ts';
import { breaksIn, verifyLog } from '#usecases/audit/verify-log.ts';
import { beyondLimits, conversationTooSoon } from '../crash/contention-count.ts';
import { checkAll, firstBook, placeOf, type Said, settleDead, urlOf } from '../crash/crash-book.ts';
import { bundle } from './bundle.ts';
import type { Storm } from './run.ts';

const peopleToCall = 60;
/** A day of the storm in real time: long enough for work, short enough for many days. */
const realMsADay = 20_000;

/** A database with a book, the program that works on it, and what its processes are told. */
export type StormWorld = Awaited<ReturnType<typeof stormWorld>>;

/** Makes the book and the program; the server has to be shared already. */
export async function stormWorld({ folder, print, seed }: Storm, lanes: number) {
  const uploads = join(folder, '..', 'uploads');
  mkdirSync(uploads, { recursive: true });
  const world = await freshWorld({ at: '2026-10-30T15:00:00.000Z' });
  const book = await smallBook(world, { settings: { entry: { graceDays: 0 } } });
  await firstBook(world, book.portfolio.id);
  for (let i = 0; i < peopleToCall; i += 1) await book.addCase({ customer: inOhio });
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
  const url = await urlOf(rows[0]?.name ?? '');
  const place = { url, uploads, portfolioId: book.portfolio.id };
  const places = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const { random: _draws, ...job } = await placeOf(world, { ...place, lane });
      return { ...job, days: { beganMs: Date.now(), realMsADay } };
    }),
  );
  const beganMs = Date.now();
  const program = await bundle(
    join(import.meta.dirname, '../crash/crash-work.ts'),
    join(uploads, 'program'),
  );
  print('the book is made and the program is bundled');
  const random = (name: string) => seeded(seedOf(`${seed} ${name}`));
  return {
    ...{ world, program, random },
    places: places.map((job) => ({ ...job, days: { ...job.days, beganMs } })),
  };
}

/** Throws unless everything holds that must hold: books, chains, seals, acknowledgements, limits. */
export async function holdsAll(world: World, said: Said, print: Storm['print']): Promise<void> {
  await settleDead(world);
  await checkAll(world, said);
  const verdict = await verifyLog(world.db);
  if (breaksIn(verdict) > 0) throw new Error(`verify-log: ${JSON.stringify(verdict)}`);
  const passed = await beyondLimits(world.db);
  if (passed.length > 0) throw new Error(`limits were passed: ${JSON.stringify(passed)}`);
  const tooSoon = await conversationTooSoon(world.db);
  if (tooSoon.length > 0) throw new Error(`called too soon: ${JSON.stringify(tooSoon)}`);
  const { events, decisions, blocks } = verdict;
  print(`verify-log holds: ${events} events, ${decisions} decisions, ${blocks} blocks of seals`);
  print(
    `0 of ${said.paid.size} payments, ${said.reversed.size} reversals and ${said.finished.size} finished calls lost; 0 doubled; 0 over a cap`,
  );
}
