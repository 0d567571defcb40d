import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { event } from '#domain/events/event.ts';
import { instantOf } from '#kernel/time.ts';
import { appendMany, verifyChains } from '#storage/append-many.ts';
import type { Scope } from '#storage/set-writes.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { untilBlocking } from '#test/support/world/blocked.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { type Moved, moveCases } from '#usecases/cases/steps/move-cases.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A Wednesday in New York. */
const today = '2026-11-18';

test('money that leaves a debt open keeps what was agreed with the customer', async (t) => {
  const world = await freshWorld();
  const { app, db } = world;
  const book = await smallBook(world);
  const place = await placeOf(app, app.db, book.portfolio.id);
  for (const nextAction of ['call', 'callback']) {
    await t.test(nextAction, async () => {
      const nextActionAt = instantOf(app.clock() + 86_400_000);
      const options = {
        nextAction,
        nextActionAt,
        work: 'waiting',
        subReason: 'unable-to-pay',
      } as const;
      const { caseId, customerId } = await book.addCase(options);
      const work = () =>
        sql`select w.state, w.next_callable_at, c.next_action, c.next_action_at, c.queue
          from cases c join work_items w on w.case_id = c.id where c.id = ${caseId}::uuid`.execute(
          db,
        );
      const { rows } = await work();
      await db
        .transaction()
        .execute((tx) => settleCases(app, tx, place, [customerId], { actorId: null }));
      assert.deepEqual((await work()).rows, rows);
    });
  }
});

test('a case that somebody writes to while it is decided is decided again, after that', async () => {
  const world = await freshWorld();
  const { app, db } = world;
  const book = await smallBook(world);
  const place = await placeOf(app, app.db, book.portfolio.id);
  const one = await book.addCase({ state: 'requested', step: 'send-request' });
  const { caseId, customerId, portfolioId } = one;
  const scope: Scope = { kind: 'cases', portfolioId, customerIds: [customerId], caseIds: [caseId] };
  const happened = [{ caseId, on: ['replied'] as const }];
  const looked = { scope, day: place.day(today), happened, which: 'named' } as const;
  const at = instantOf(app.clock());
  let moving: Promise<Moved> | undefined;
  await db.transaction().execute(async (tx) => {
    const frame = {
      ...{ id: app.newId(), tenantId: app.tenantId, portfolioId, customerId, caseId },
      ...{ occurredAt: at, recordedAt: at, actorId: null },
    };
    await appendMany(tx, [event('hold.lifted', frame, { holdId: app.newId(), kind: 'dispute' })]);
    moving = db.transaction().execute((other) => moveCases(app, other, place.policy, looked));
    await untilBlocking(tx);
  });
  assert.equal((await moving)?.moved, 1n);
  const { rows } = await sql<{ kind: string }>`
    select kind from event_log where case_id = ${caseId}::uuid order by seq`.execute(db);
  assert.deepEqual(rows.map(({ kind }) => kind).slice(-2), ['hold.lifted', 'case.moved']);
  assert.deepEqual(await verifyChains(db), []);
});
