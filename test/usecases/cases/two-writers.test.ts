import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { CauseFacts } from '#domain/strategy/case-snapshot.ts';
import { addDays, instantOf } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type CaseOptions, type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { applyIfAllowed } from '#usecases/cases/steps/apply-transition.ts';
import { moveCases } from '#usecases/cases/steps/move-cases.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A Wednesday in New York. */
const today = '2026-11-18';

/** What a move leaves behind on a case and around it, without ids. */
async function tracesOf({ db }: World, { customerId, caseId }: MadeCase) {
  const of = sql`customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid`;
  const { rows } = await sql<Record<string, unknown>>`
    select state, state_since, state_before, step, step_on, step_count, tone, queue,
      owner_id, next_action, (next_action_at at time zone 'America/New_York')::date as next_on, next_action_why, broken_promises, priority_tier,
      close_reason, closed_at,
      (select jsonb_agg(jsonb_build_object('state', state, 'from', next_callable_at, 'zone', zone,
        'upper', priority_tier, 'priority', priority) order by state)
        from work_items where ${of}) as work,
      (select jsonb_agg(jsonb_build_object('kind', kind, 'queue', queue, 'due', due_on,
        'done', done_at, 'outcome', outcome, 'details', details) order by kind, done_at)
        from tasks where ${of}) as tasks,
      (select jsonb_agg(jsonb_build_object('type', type, 'resolved', resolved_at,
        'evidence', evidence) order by type) from key_events where ${of}) as events,
      (select jsonb_agg(cancelled_at order by stage) from notices where ${of}) as notices,
      (select jsonb_agg(jsonb_build_object('done', done_at, 'outcome', outcome))
        from callbacks where ${of}) as callbacks,
      (select jsonb_agg(left_collection_on) from items where ${of}) as items
    from cases where customer_id = ${customerId}::uuid and id = ${caseId}::uuid`.execute(db);
  return rows[0];
}

type Around = (world: World, made: MadeCase) => Promise<unknown>;

/** A notice that announces a stage, sent and proven two weeks ago for a day that is over. */
const notice =
  (stage: string, announces: string, promisedOn = addDays(today, -1)): Around =>
  ({ app, db }, { customerId, caseId }) =>
    db
      .insertInto('notices')
      .values({
        ...ownedBy(customerId),
        id: app.newId(),
        caseId,
        stage,
        announces,
        sentOn: addDays(today, -14),
        promisedOn,
        how: 'post',
        recordedAt: instantOf(app.clock()),
        recordedBy: app.newId(),
      })
      .execute();

const callback: Around = ({ app, db }, { customerId, caseId }) =>
  db
    .insertInto('callbacks')
    .values({
      ...ownedBy(customerId),
      id: app.newId(),
      caseId,
      dueAt: instantOf(app.clock() + 3_600_000),
      askedAt: instantOf(app.clock()),
    })
    .execute();

/** A task that the office has not done yet. */
const waiting =
  (kind: string): Around =>
  ({ app, db }, { customerId, caseId, portfolioId }) =>
    db
      .insertInto('tasks')
      .values({
        ...ownedBy(customerId),
        id: app.newId(),
        portfolioId,
        caseId,
        kind,
        details: JSON.stringify({ effect: kind, on: 'waiting' }),
        queue: 'back-office',
        dueOn: today,
        openedAt: instantOf(app.clock()),
      })
      .execute();

const paid: Around = async ({ db }, { customerId }) => {
  await sql`update items set balance_minor = 0 where customer_id = ${customerId}::uuid`.execute(db);
  await sql`update cases set overdue_minor = 0 where customer_id = ${customerId}::uuid`.execute(db);
};

const all =
  (...each: Around[]): Around =>
  async (world, made) => {
    for (const one of each) await one(world, made);
  };

type Case = readonly [
  what: string,
  on: Trigger,
  options: CaseOptions,
  around?: Around | undefined,
  known?: CauseFacts,
];

const decision = { by: 'person', reason: 'told' };
const agreed = { withinAuthority: true, reasonAsked: true };
const inReview = {
  state: 'review',
  step: 'pre-legal-decision',
  nextAction: 'review',
  work: null,
} as const;
const unable = { subReason: 'unable-to-pay' };

const moves: readonly Case[] = [
  ['a reply to a request', 'replied', { state: 'requested', step: 'send-request' }],
  ['a reply, with an owner', 'replied', { state: 'requested', ownerId: 'owner' }],
  ['a refusal without a notice, which moves nothing', 'refused', { subReason: 'unable-to-pay' }],
  [
    'a refusal after the notice',
    'refused',
    { subReason: 'unable-to-pay' },
    all(notice('requested', 'warned'), callback),
  ],
  [
    'an event that protects',
    'protected-event',
    { state: 'warned', event: 'A', work: null, nextAction: 'wait' },
    all(notice('warned', 'final', addDays(today, 5)), callback),
  ],
  ['a missing invoice', 'protected-event', { subReason: 'not-received' }],
  ['a technical return', 'protected-event', { event: 'C', ownerId: 'owner' }],
  [
    'a service that is done with debt left',
    'service-solved',
    { state: 'service', step: 'agree-new-date-1', subReason: 'unable-to-pay' },
  ],
  ['a paid debt', 'debt-cleared', { subReason: 'unable-to-pay' }, all(paid, callback)],
  ['a paid debt of an owned case', 'debt-cleared', { ownerId: 'owner' }, all(paid, callback)],
  [
    'a paid debt with a method still missing',
    'debt-cleared',
    { state: 'promised', event: 'A', work: null, nextAction: 'wait', step: 'judge-promise' },
    paid,
  ],
  [
    'a broken promise',
    'promise-broken',
    { state: 'promised', work: null, nextAction: 'wait', step: 'judge-promise' },
  ],
  [
    'a promise kept in part',
    'promise-kept',
    { state: 'promised', work: null, nextAction: 'wait', step: 'judge-promise' },
  ],
  ['a promise', 'promise-made', unable, callback, agreed],
  [
    'a promise in place of one whose letter waits',
    'promise-made',
    { ...unable, state: 'promised', work: null, nextAction: 'wait', step: 'judge-promise' },
    waiting('confirm-agreement'),
    agreed,
  ],
  [
    'a plan in place of one whose letters wait',
    'plan-made',
    { ...unable, state: 'plan', work: null, nextAction: 'wait', step: 'judge-instalment' },
    all(waiting('confirm-agreement'), waiting('contact-before-cancelling')),
    agreed,
  ],
  [
    'a paid debt whose agreement was not confirmed yet',
    'debt-cleared',
    { ...unable, state: 'promised', work: null, nextAction: 'wait', step: 'judge-promise' },
    all(paid, waiting('confirm-agreement')),
  ],
  [
    'a placement while the file of an earlier one waits',
    'placed-with-lawyer',
    { ...unable, ...inReview },
    waiting('hand-over-file'),
    { decision, kitComplete: true },
  ],
  ['a plan, with an owner', 'plan-made', { ...unable, ownerId: 'owner' }, undefined, agreed],
  [
    'a missed instalment',
    'instalment-missed',
    { ...unable, state: 'plan', work: null, nextAction: 'wait', step: 'judge-instalment' },
  ],
  [
    'a completed plan',
    'plan-completed',
    { ...unable, state: 'plan', work: null, nextAction: 'wait', step: 'judge-instalment' },
    paid,
  ],
  ['a debt that was never owed', 'not-owed', unable, paid],
  [
    'a restricted case that pays',
    'debt-cleared',
    { ...unable, state: 'restricted', shape: 'long-service', step: 'offer-restoration' },
    paid,
  ],
  [
    'a decision to keep the case',
    'kept-in-house',
    { ...unable, ...inReview },
    notice('final', 'review'),
    { decision },
  ],
  [
    'a placement',
    'placed-with-agency',
    { ...unable, ...inReview },
    callback,
    { decision, kitComplete: true },
  ],
  [
    'a file that comes back',
    'returned',
    { ...unable, state: 'agency', step: 'check-agency', nextAction: 'review', work: null },
    undefined,
    { decision, moneyReconciled: true },
  ],
  [
    'a proposed write-off',
    'uneconomic',
    { ...unable, ...inReview },
    undefined,
    { decision, evidence: true },
  ],
  [
    'an approved write-off',
    'write-off-approved',
    { ...unable, ...inReview, state: 'woff-proposed', step: 'approve-write-off' },
    undefined,
    { decision, approvalsComplete: true },
  ],
  ['a lifted hold', 'hold-lifted', { ...unable, step: 'call-2' }],
];

test('a move ends the same for one case and in the statement for many', async (t) => {
  const world = await freshWorld();
  const { app, db } = world;
  const book = await smallBook(world);
  const place = await placeOf(app, app.db, book.portfolio.id);
  const { userId: agent } = await world.user('agent');
  for (const [what, on, options, around, known = {}] of moves) {
    await t.test(what, async () => {
      const make = async () => {
        const made = await book.addCase({ ...options, ownerId: options.ownerId ? agent : null });
        await around?.(world, made);
        return made;
      };
      const [one, other] = [await make(), await make()];
      await db
        .transaction()
        .execute((tx) => applyIfAllowed(app, tx, one, { on, known, actorId: null }));
      const { caseId, customerId, portfolioId } = other;
      const scope: Scope = {
        kind: 'cases',
        portfolioId,
        customerIds: [customerId],
        caseIds: [caseId],
      };
      const happened = [{ caseId, on: [on], known }];
      const looked = { scope, day: place.day(today), happened, which: 'named' } as const;
      await db.transaction().execute((tx) => moveCases(app, tx, place.policy, looked));
      assert.deepEqual(await tracesOf(world, one), await tracesOf(world, other));
    });
  }
  assert.deepEqual(await verifyChains(db), []);
});
