import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as duties from '#contract/compliance/obligations.ts';
import { instantOf } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { addCall, hoursAgo } from '#test/support/world/gate-log.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';

const dayMs = 86_400_000;

/** A case, with a complaint whose answers are owed unless told. */
async function complained({ about = true } = {}) {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  await addMailPoints(world);
  const officer = await world.user('compliance');
  const record = (input: Omit<z.input<typeof facts.recordFact.input>, 'caseId'>) =>
    world.request(facts.recordFact, officer, { caseId: made.caseId, ...input });
  if (about) await record({ kind: 'complaint', source: 'letter' });
  const open = async () =>
    (await world.call(duties.listObligations, officer, {})).obligations.map(({ kind, id }) => ({
      kind,
      id,
    }));
  const idOf = async (kind: string) => (await open()).find((duty) => duty.kind === kind)?.id ?? '';
  const fulfil = async (
    kind: string,
    how: 'letter' | 'phone_call' | 'other',
    metAt: string = hoursAgo(world, 0),
  ) =>
    world.request(duties.fulfilObligation, officer, {
      ...{ obligationId: await idOf(kind), how, metAt, reference: 'RR 1234' },
    });
  const contacts = () =>
    world.db
      .selectFrom('attempts as t')
      .leftJoin('decisions as d', (join) =>
        join.onRef('d.customerId', '=', 't.customerId').onRef('d.id', '=', 't.decisionId'),
      )
      .select(['t.channel', 't.purpose', 't.result', 't.state', 'd.verdict', 't.attemptedAt'])
      .where('t.direction', '=', 'outbound')
      .orderBy('t.id')
      .execute();
  const flags = async () =>
    (await world.call(facts.listFlags, officer, {})).flags.map(({ cause, becomes }) => [
      cause,
      becomes,
    ]);
  return { ...world, world, book, made, officer, record, open, fulfil, contacts, flags };
}

describe('a duty that is met by something sent', () => {
  it('passes the gate and counts as an attempt', async () => {
    const { fulfil, contacts, open } = await complained();
    assert.equal((await fulfil('complaint_acknowledgement', 'letter')).status, 200);
    const [letter, ...more] = await contacts();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [letter?.channel, letter?.purpose, letter?.state, letter?.result, letter?.verdict],
      ['letter', 'complaint_response', 'ended', 'sent', 'permitted'],
    );
    assert.ok(!(await open()).some(({ kind }) => kind === 'complaint_acknowledgement'));
  });

  it('is not met while the gate refuses it, and the refusal is kept', async () => {
    const { fulfil, contacts, open, call, officer, made, db } = await complained();
    const death = { kind: 'deceased', why: 'told by the family', reviewOn: '2026-12-10' } as const;
    await call(cases.setHold, officer, { caseId: made.caseId, ...death });
    const refused = await fulfil('complaint_answer', 'other');
    assert.equal(refused.body['type'], '/problems/contact-refused');
    assert.ok((await open()).some(({ kind }) => kind === 'complaint_answer'));
    assert.deepEqual(await contacts(), []);
    const kept = await db.selectFrom('decisions').select(['verdict', 'campaign']).execute();
    assert.deepEqual(kept, [{ verdict: 'refused', campaign: 'obligation:complaint_answer' }]);
  });

  it('by telephone is the call on record, which counts once', async () => {
    const { world, made, fulfil, contacts } = await complained();
    const without = await fulfil('complaint_answer', 'phone_call');
    assert.deepEqual([without.status, without.body['needs']], [409, 'call']);
    await addCall(world, made, { at: hoursAgo(world, 0), result: 'conversation' });
    assert.equal((await fulfil('complaint_answer', 'phone_call')).status, 200);
    assert.equal((await contacts()).length, 1);
  });

  it('that goes to nobody but a bureau is no contact', async () => {
    const { record, fulfil, contacts } = await complained();
    await record({ kind: 'coerced_debt', source: 'letter' });
    assert.equal((await fulfil('coerced_debt_bureau_notice', 'other')).status, 200);
    assert.deepEqual(await contacts(), []);
  });

  it('told twice, as a duty met and as a fact, is one contact', async () => {
    const { record, fulfil, contacts } = await complained();
    await fulfil('complaint_acknowledgement', 'letter');
    assert.equal((await record({ kind: 'complaint_acknowledged', source: 'me' })).status, 200);
    assert.equal((await contacts()).length, 1);
  });
});

describe('a notice on record', () => {
  it('is a contact of ours when it was sent since the account came, and history before', async () => {
    const { world, record, contacts, clock } = await complained({ about: false });
    const notice = { kind: 'validation_notice', source: 'print house' } as const;
    await record({ ...notice, occurredAt: hoursAgo(world, 24 * 10) });
    assert.deepEqual(await contacts(), []);
    await clock.advance(dayMs);
    assert.equal((await record(notice)).status, 200);
    const [sent, ...more] = await contacts();
    assert.deepEqual(more, []);
    assert.deepEqual([sent?.purpose, sent?.verdict], ['send_validation_notice', 'permitted']);
  });
});

describe('what went out on an earlier day', () => {
  it('is decided as of that day, and later decisions are looked at again', async () => {
    const { world, record, contacts, clock, flags } = await complained();
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    // A hold of today says nothing of three days ago.
    await record({ kind: 'cease', details: { in_writing: true }, source: 'letter' });
    const late = { kind: 'complaint_acknowledged', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    const [sent] = await contacts();
    assert.deepEqual([sent?.verdict, sent?.attemptedAt], ['permitted', sentAt]);
    assert.deepEqual(await flags(), []);
  });

  it('is kept although the gate would have refused it, and put before compliance', async () => {
    const { world, record, contacts, clock, flags } = await complained();
    await record({ kind: 'cease', details: { in_writing: true }, source: 'letter' });
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    const late = { kind: 'collection_notice', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    const [sent] = await contacts();
    assert.deepEqual([sent?.result, sent?.verdict], ['sent', 'refused']);
    assert.deepEqual(await flags(), [['breach', 'refused']]);
    const today = await record({ kind: 'collection_notice', source: 'me' });
    assert.equal(today.body['type'], '/problems/contact-refused');
    assert.equal((await contacts()).length, 1);
  });

  it('makes decisions of the days since then questionable that it would have changed', async () => {
    const { world, record, clock, flags } = await complained({ about: false });
    const sentAt = instantOf(world.app.clock() + dayMs);
    await clock.advance(3 * dayMs);
    assert.equal((await record({ kind: 'collection_notice', source: 'me' })).status, 200);
    assert.deepEqual(await flags(), []);
    // A demand within the validation period of a notice that nobody knew of.
    const late = { kind: 'validation_notice', source: 'me', occurredAt: sentAt } as const;
    assert.equal((await record(late)).status, 200);
    assert.deepEqual(await flags(), [['fact', 'refused']]);
  });
});

/** How a case can stand, with what bars a letter on it: set at one instant, over at a later one. */
const standings: readonly {
  readonly name: string;
  readonly bars: string | null;
  readonly begin?: (world: World, made: MadeCase) => Promise<unknown>;
  readonly end?: (world: World, made: MadeCase) => Promise<unknown>;
}[] = [
  { name: 'nothing', bars: null },
  {
    name: 'a hold on its only account',
    bars: 'DUNLIN-HOLD',
    begin: (world, { caseId, accountId }) => hold(world, caseId, { kind: 'technical', accountId }),
    end: lift,
  },
  {
    name: 'a hold on the account that was paid since',
    bars: 'DUNLIN-HOLD',
    begin: (world, { caseId, accountId }) => hold(world, caseId, { kind: 'complaint', accountId }),
    end: pay,
  },
  {
    name: 'a dispute of all of it',
    bars: 'DUNLIN-DISPUTED',
    begin: (world, { caseId }) => hold(world, caseId, { kind: 'dispute', accountId: null }),
    end: lift,
  },
  {
    name: 'a case that was closed',
    bars: 'DUNLIN-CLOSED',
    begin: close,
  },
  { name: 'a case that was paid and closed later', bars: null, end: pay },
  {
    name: 'a case at an agency',
    bars: 'DUNLIN-PLACED',
    begin: ({ db }, { caseId }) =>
      db.updateTable('cases').set({ state: 'agency' }).where('id', '=', caseId).execute(),
  },
  {
    name: 'a promise for all of it that was broken later',
    bars: 'DUNLIN-COVERED',
    begin: ({ db, app }, { caseId, customerId, portfolioId }) =>
      db
        .insertInto('promisesToPay')
        .values({
          ...{ ...ownedBy(customerId), id: app.newId(), caseId, portfolioId, method: 'card' },
          ...{ amountMinor: 10_000n, currency: 'USD', dueOn: '2026-11-19', state: 'open' },
          ...{ toleranceDays: 0, toleranceMinor: 0n, madeAt: instantOf(app.clock()) },
        })
        .execute(),
    end: ({ db }, { caseId }) =>
      db
        .updateTable('promisesToPay')
        .set({ state: 'broken', judgedOn: '2026-11-20' })
        .where('caseId', '=', caseId)
        .execute(),
  },
];

async function hold(
  world: World,
  caseId: string,
  of: { readonly kind: string; readonly accountId: string | null },
) {
  const supervisor = await world.user('supervisor');
  const told = { ...of, caseId, why: 'Said so', reviewOn: '2026-12-10' };
  await world.call(cases.setHold, supervisor, told);
}

async function lift(world: World, { caseId }: MadeCase) {
  const supervisor = await world.user('supervisor');
  const { holds } = await world.call(cases.readCase, supervisor, { caseId });
  const holdId = holds[0]?.id ?? '';
  await world.call(cases.liftHold, supervisor, { caseId, holdId, why: 'Looked at' });
}

async function close({ db, app }: World, { caseId }: MadeCase) {
  const closed = { closedAt: instantOf(app.clock()), state: 'closed', closeReason: 'paid' };
  await db.updateTable('cases').set(closed).where('id', '=', caseId).execute();
}

function pay({ app, db }: World, { caseId, customerId, accountId, portfolioId }: MadeCase) {
  const payment = {
    ...{ customerId, accountId, itemId: null, amountMinor: 10_000n, currency: 'USD' },
    ...{ receivedOn: '2026-11-20', source: 'manual', reference: `paid ${caseId}` },
  };
  return db.transaction().execute((tx) => bookPayments(app, tx, portfolioId, [payment]));
}

it('a letter told late is decided by how its case stood on its day', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const made: MadeCase[] = [];
  for (const _ of standings) made.push(await book.addCase());
  await addMailPoints(world);
  await world.clock.advance(60_000);
  for (const [index, one] of made.entries()) await standings[index]?.begin?.(world, one);
  const sentAt = instantOf(world.app.clock() + 60_000);
  await world.clock.advance(3 * dayMs);
  for (const [index, one] of made.entries()) await standings[index]?.end?.(world, one);
  for (const { caseId } of made) {
    const letter = { kind: 'letter_about_debt', source: 'me', occurredAt: sentAt } as const;
    await world.call(facts.recordFact, officer, { caseId, ...letter });
  }
  const flagged = await world.db
    .selectFrom('decisionFlags')
    .select(['caseId', 'rulesBecomes'])
    .where('cause', '=', 'breach')
    .execute();
  for (const [index, { name, bars }] of standings.entries()) {
    const flag = flagged.find(({ caseId }) => caseId === made[index]?.caseId);
    assert.equal(flag?.rulesBecomes.includes(bars ?? '') ?? false, bars !== null, name);
  }
});
