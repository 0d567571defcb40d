import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import { askWhyNot } from '#contract/compliance/compliance.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { type CaseOptions, type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { scriptLines } from '#web/desk/conversation/script-lines.ts';

/** What is said of one case in each place that tells whether its customer may be asked to pay. */
async function told(world: World, officer: Actor, { caseId }: MadeCase) {
  const { ways } = await world.call(askWhyNot, officer, { caseId });
  const file = await world.call(cases.readCase, officer, { caseId });
  const work = await world.db
    .selectFrom('workItems')
    .select('state')
    .where('caseId', '=', caseId)
    .execute();
  return {
    open: ways.filter(({ verdict }) => verdict === 'permitted').map(({ channel }) => channel),
    askable: file.debt?.chaseable.amount,
    heldBy: file.debt?.heldBy,
    asks: asksIn(file),
    next: file.nextAction,
    queue: file.queue,
    inPool: work.some(({ state }) => state === 'ready' || state === 'waiting'),
  };
}

type Told = Awaited<ReturnType<typeof told>>;

/** Whether the script of the desk says a line that speaks of paying. */
function asksIn({ debt, eventType, tone, scriptParts, customer }: Read): boolean {
  const full = { kind: 'full', amount: '100.00', date: '2026-11-21' } as const;
  const lines = (['reason', 'agree'] as const).flatMap((stage) =>
    scriptLines({
      ...{ stage, eventType, tone, parts: scriptParts, customerKind: customer.kind, full },
      ...{ lateReason: null, questions: [], voicemail: null, agreed: null },
      isHeld: debt?.isHeld === true,
    }),
  );
  return lines.some(({ key }) =>
    /^(purpose|offer-full|ask-|help-of-paying|explain-debt)/.test(key),
  );
}

type Read = Awaited<ReturnType<typeof readCase>>;
const readCase = (world: World, actor: Actor, caseId: string) =>
  world.call(cases.readCase, actor, { caseId });

/** A call to collect, and one that helps with a card that expired. */
const works: readonly CaseOptions[] = [
  {},
  { state: 'service', event: 'A', step: 'service-call-1', subReason: 'card-expired' },
];

async function heldWorld() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made: { readonly kind: HoldKind; readonly one: MadeCase }[] = [];
  for (const [index, kind] of holdKinds.entries()) {
    made.push({ kind, one: await book.addCase(works[index % 2]) });
  }
  await addMailPoints(world);
  await world.user('back_office');
  const [officer, agent] = [await world.user('compliance'), await world.user('agent')];
  return { world, book, made, officer, agent, supervisor: await world.user('supervisor') };
}

test('under a hold of any kind on all of the debt every place says that nothing is asked for', async () => {
  const { world, made, officer, agent, supervisor } = await heldWorld();
  const before = new Map<string, Told>();
  for (const { one } of made) before.set(one.caseId, await told(world, officer, one));
  for (const { kind, one } of made) {
    const { open = [], ...first } = before.get(one.caseId) ?? {};
    const ways: readonly string[] = open;
    assert.ok(ways.includes('phone_call') && ways.includes('letter'), kind);
    assert.deepEqual(first, {
      ...{ askable: '100.00', heldBy: [], asks: true },
      ...{ next: 'call', queue: 'agents', inPool: true },
    });
    const hold = { caseId: one.caseId, kind, why: 'Said so', reviewOn: '2026-12-10' };
    await world.call(cases.setHold, supervisor, hold);
  }
  for (const { kind, one } of made) {
    const now = await told(world, officer, one);
    const next = { next: 'review', queue: 'supervisors', inPool: false };
    assert.deepEqual(
      now,
      { open: [], askable: '0.00', heldBy: [kind], asks: false, ...next },
      kind,
    );
    if (kind !== 'vulnerable') {
      await world.call(desk.openCase, agent, { caseId: one.caseId });
      const dial = { caseId: one.caseId, contactPointId: one.phoneId };
      const refused = await world.request(contact.startCall, agent, dial);
      assert.equal(refused.body['type'], '/problems/contact-refused', kind);
      await world.call(desk.putBack, agent, { caseId: one.caseId, why: 'not-now' });
    }
  }
  const { case: none } = await world.call(desk.nextCase, agent, {});
  assert.equal(none, null, 'the pool is empty');
  for (const { kind, one } of made) {
    const { holds } = await readCase(world, officer, one.caseId);
    const lifting = { caseId: one.caseId, holdId: holds[0]?.id ?? '', why: 'It was looked at' };
    await world.call(cases.liftHold, officer, lifting);
    const after = await told(world, officer, one);
    assert.deepEqual(after, before.get(one.caseId), `${kind} is over`);
  }
});

/** A case with two accounts that owe 100.00 each. */
async function twoAccounts() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const { db } = world;
  const account = await db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
  const other = { id: world.app.newId(), reference: 'A-SECOND' };
  await db
    .insertInto('accounts')
    .values({ ...account, ...other })
    .execute();
  const item = await db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  const owed = { id: world.app.newId(), accountId: other.id, reference: 'I-SECOND' };
  await db
    .insertInto('items')
    .values({ ...item, ...owed })
    .execute();
  const officer = await world.user('compliance');
  await world.user('back_office');
  return { world, made, officer, agent: await world.user('agent'), other: other.id };
}

test('a claim about one account holds that account, and ends with the claim', async () => {
  const { world, made, officer, agent, other } = await twoAccounts();
  const { caseId, accountId, phoneId } = made;
  const claim = { caseId, kind: 'coerced_debt', source: 'letter' } as const;
  const { factId } = await world.call(facts.recordFact, officer, {
    ...claim,
    details: { debts: [accountId] },
  });
  const file = await readCase(world, officer, caseId);
  assert.deepEqual(
    file.holds.map(({ kind, account }) => [kind, account]),
    [['coerced-debt', file.debt?.accounts.find(({ id }) => id === accountId)?.reference]],
  );
  assert.deepEqual([file.debt?.chaseable.amount, file.debt?.heldBy], ['100.00', []]);
  assert.equal(file.nextAction, 'call');
  await world.call(desk.openCase, agent, { caseId });
  const dial = await world.request(contact.startCall, agent, { caseId, contactPointId: phoneId });
  assert.equal(dial.status, 200, 'about the other account');
  const { debts } = await world.db.selectFrom('attempts').select('debts').executeTakeFirstOrThrow();
  assert.deepEqual(debts, [other]);

  const about = { factId, as: 'withdrawn' } as const;
  const byAgent = { ...claim, source: 'the person took it back', about };
  assert.equal((await world.request(facts.recordFact, agent, byAgent)).status, 403);
  await world.call(facts.recordFact, officer, byAgent);
  const after = await readCase(world, officer, caseId);
  assert.deepEqual([after.holds, after.debt?.chaseable.amount], [[], '200.00']);
  const lifted = await world.db
    .selectFrom('holds')
    .select(['liftedBy', 'liftReason'])
    .executeTakeFirstOrThrow();
  assert.equal(lifted.liftedBy, officer.userId);
  const why = openedWords(world.app, made.customerId, lifted.liftReason ?? '');
  assert.equal(why, byAgent.source);
  const told = await world.db
    .selectFrom('eventLog')
    .select('actorId')
    .where('kind', '=', 'hold.lifted')
    .execute();
  assert.deepEqual(told, [{ actorId: officer.userId }]);
});

test('the end of one dispute leaves what another disputes', async () => {
  const { world, made, officer, other } = await twoAccounts();
  const { caseId, accountId } = made;
  for (const id of [accountId, other]) {
    const dispute = { kind: 'dispute', why: 'Wrong', reviewOn: '2026-12-10' };
    await world.call(cases.setHold, officer, { caseId, accountId: id, ...dispute });
  }
  const disputed = async () => {
    const { debt, holds } = await readCase(world, officer, caseId);
    const of = debt?.items.map((item) => [item.reference === 'I-SECOND', item.disputed]) ?? [];
    return { amounts: Object.fromEntries(of), holds };
  };
  const { amounts, holds } = await disputed();
  assert.deepEqual(amounts, { false: '100.00', true: '100.00' });
  const second = holds.find(({ account }) => account === 'A-SECOND');
  const lifting = { caseId, holdId: second?.id ?? '', why: 'Answered' };
  await world.call(cases.liftHold, officer, lifting);
  assert.deepEqual((await disputed()).amounts, { false: '100.00', true: '0.00' });
});

/** Facts that the office records, with the hold that each lays and the fact that ends it. */
const factsWithHolds = [
  ['attorney', 'represented', 'attorney_released'],
  ['bankruptcy_petition', 'insolvent', 'bankruptcy_released'],
  ['dispute', 'dispute', 'dispute_answered'],
  ['substantiation', 'dispute', 'substantiation_ended'],
  ['deceased', 'deceased', null],
  ['identity_theft', 'identity', null],
  ['hardship', 'hardship', 'hardship_ended'],
  ['complaint', 'complaint', 'complaint_ended'],
  ['cease', 'stop-contact', 'cease_released'],
  ['debt_adviser', 'represented', 'debt_adviser_ended'],
] as const;

test('a fact that the office records lays the hold of its kind, which ends with it', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [officer, supervisor] = [await world.user('compliance'), await world.user('supervisor')];
  const all = [];
  for (const row of factsWithHolds) all.push({ row, made: await book.addCase() });
  await addMailPoints(world);
  for (const { row, made } of all) {
    const { caseId } = made;
    const [kind, hold, ended] = row;
    const source = `letter about ${kind}`;
    const { factId } = await world.call(facts.recordFact, officer, { caseId, kind, source });
    const during = await told(world, officer, made);
    const held = { next: 'review', queue: 'supervisors', inPool: false };
    assert.deepEqual([during.next, during.queue, during.inPool], Object.values(held), kind);
    const { holds } = await readCase(world, officer, caseId);
    assert.deepEqual(
      holds.map((one) => [one.kind, one.reason]),
      [[hold, source]],
    );
    const lift = { caseId, holdId: holds[0]?.id ?? '', why: 'Looked at' };
    const refused = await world.request(cases.liftHold, supervisor, lift);
    assert.deepEqual([refused.status, refused.body['needs']], [409, 'fact-answered'], kind);
    const end = ended
      ? { caseId, kind: ended, source: 'answered', evidenceRef: 'letter 4711' }
      : { caseId, kind, source: 'not so', about: { factId, as: 'withdrawn' as const } };
    await world.call(facts.recordFact, officer, end);
    const after = await told(world, officer, made);
    assert.deepEqual([after.heldBy, after.next, after.inPool], [[], 'call', true], kind);
  }
});

test('an attorney whom the office enters holds the case until nobody represents the person', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const { caseId } = made;
  const supervisor = await world.user('supervisor');
  const officer = await world.user('compliance');
  const unsaid = { relation: null, note: null, accountId: null };
  const party = { caseId, role: 'attorney', name: 'R. Counsel', ...unsaid } as const;
  const { partyId } = await world.call(corrections.addParty, supervisor, party);
  const during = await told(world, officer, made);
  assert.deepEqual([during.heldBy, during.next], [['represented'], 'review']);
  await world.call(corrections.endParty, supervisor, { caseId, partyId, why: 'No longer acts' });
  const after = await told(world, officer, made);
  assert.deepEqual([after.heldBy, after.next], [[], 'call']);
});

test('a case that opens later for an account with an unanswered claim is held from its first day', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const { caseId } = await book.addCase();
  const officer = await world.user('compliance');
  await world.call(facts.recordFact, officer, { caseId, kind: 'coerced_debt', source: 'letter' });
  // The first case is over, and the same debt falls due again.
  const { db, app } = world;
  const closedAt = new Date(app.clock()).toISOString();
  await db.updateTable('holds').set({ liftedAt: closedAt }).execute();
  await db.updateTable('cases').set({ closedAt, state: 'closed', closeReason: 'paid' }).execute();
  await db.updateTable('items').set({ caseId: null, enteredCollectionOn: null }).execute();
  const { portfolioId } = await db
    .selectFrom('cases')
    .select('portfolioId')
    .executeTakeFirstOrThrow();
  await dailyRun(app, portfolioId, '2026-11-16');
  const opened = await db
    .selectFrom('cases')
    .select(['id', 'nextAction'])
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  assert.equal(opened.nextAction, 'review');
  const { holds } = await readCase(world, officer, opened.id);
  assert.deepEqual(
    holds.map(({ kind, reason }) => [kind, reason]),
    [['coerced-debt', 'letter']],
  );
});
