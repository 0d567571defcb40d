import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as policy from '#contract/admin/policy.ts';
import * as cases from '#contract/cases.ts';
import { transferPortfolio } from '#contract/compliance/contact-facts.ts';
import { listObligations } from '#contract/compliance/obligations.ts';
import { startCall } from '#contract/conversations.ts';
import { openCase } from '#contract/desk.ts';
import { reversePayment } from '#contract/ledger.ts';
import { finishTask, listTasks } from '#contract/tasks.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { type PortfolioOptions, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { noteAssignments } from '#usecases/compliance/note-assignments.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';

/** A portfolio with two cases, who proposes its transfer and who confirms. */
async function transferWorld(options: PortfolioOptions = {}, country = 'US') {
  const world = await freshWorld();
  const { app, db, call, request } = world;
  const book = await smallBook(world, options);
  const customer = country === 'US' ? {} : { country, region: null, zone: 'Europe/Berlin' };
  const free = await book.addCase({ customer });
  const other = await book.addCase({ customer });
  const manager = await world.user('manager');
  const officer = await world.user('compliance');
  await world.user('back_office');
  const { id: portfolioId } = book.portfolio;
  const wanted = { portfolioId, collector: 'Buyer', role: 'debt_buyer', reason: 'Sold' } as const;
  const propose = (leaveOut = false) => call(transferPortfolio, manager, { ...wanted, leaveOut });
  const waiting = async () => (await call(policy.readProposals, officer, {})).proposals[0];
  const confirm = async () => {
    const answer = { proposalId: (await waiting())?.id ?? '', confirmed: true };
    return request(policy.answerProposal, officer, answer);
  };
  const hold = (caseId: string, kind: string) =>
    call(cases.setHold, officer, { caseId, kind, why: 'Told us', reviewOn: '2026-12-01' });
  const standing = async () => {
    const [row] = await db.selectFrom('portfolios').selectAll().execute();
    return [row?.collector, row?.collectorRole];
  };
  const holds = () =>
    db.selectFrom('holds').select(['caseId', 'kind']).where('liftedAt', 'is', null).execute();
  const asked = () => db.selectFrom('decisions').select(['channel', 'verdict']).execute();
  const note = async () => {
    while (await noteAssignments(app));
  };
  return {
    ...{ ...world, book, free, other, officer, propose, waiting, confirm, hold, standing, holds },
    ...{ asked, note },
  };
}

test('a portfolio passes to another collector by two people, and the gate is asked each time', async () => {
  const { propose, waiting, confirm, standing, asked } = await transferWorld();
  const before = await standing();
  assert.deepEqual(await propose(), { proposed: true, barred: 0, titles: {}, cases: [] });
  assert.deepEqual(await standing(), before);
  assert.deepEqual(
    (await waiting())?.changes.map((change) => [change.setting, change.new]),
    [
      ['transfer.collector', 'Buyer'],
      ['transfer.role', 'debt_buyer'],
    ],
  );
  assert.equal((await confirm()).status, 200);
  assert.deepEqual(await standing(), ['Buyer', 'debt_buyer']);
  const permitted = { channel: 'debt_transfer', verdict: 'permitted' };
  assert.deepEqual(await asked(), Array(4).fill(permitted));
});

test('what the gate or a hold bars is named; nothing is proposed until it is left out', async () => {
  const { hold, other, propose, waiting, confirm, standing, holds } = await transferWorld();
  await hold(other.caseId, 'identity');
  const { proposed, barred, cases: named, titles } = await propose();
  assert.deepEqual([proposed, barred, named[0]?.caseId], [false, 1, other.caseId]);
  assert.ok(named[0]?.rules.includes('DUNLIN-HOLD'));
  assert.equal(await waiting(), undefined);
  assert.ok(titles['DUNLIN-HOLD']);
  assert.equal((await propose(true)).proposed, true);
  assert.equal((await confirm()).status, 200);
  assert.deepEqual(await standing(), ['Buyer', 'debt_buyer']);
  const left = (await holds()).filter(({ kind }) => kind === 'not-transferred');
  assert.deepEqual(left, [{ caseId: other.caseId, kind: 'not-transferred' }]);
});

test('what was left out follows later only with the gate’s leave and by a second person', async () => {
  const { hold, other, officer, propose, confirm, db, request, user, asked } =
    await transferWorld();
  await hold(other.caseId, 'identity');
  await propose(true);
  await confirm();
  const standing = await db
    .selectFrom('holds')
    .select(['id', 'kind'])
    .where('liftedAt', 'is', null)
    .execute();
  const idOf = (wanted: string) => standing.find(({ kind }) => kind === wanted)?.id ?? '';
  const second = await user('compliance');
  const lift = (who: typeof officer, kind: string) =>
    request(cases.liftHold, who, { caseId: other.caseId, holdId: idOf(kind), why: 'Found out' });
  assert.equal(
    (await lift(officer, 'not-transferred')).body['type'],
    '/problems/second-person-needed',
  );
  const barred = await lift(second, 'not-transferred');
  assert.deepEqual(
    [barred.body['type'], barred.body['reasons']],
    ['/problems/contact-refused', ['DUNLIN-HOLD', 'DUNLIN-RESTRICTED']],
  );
  const desk = await user('supervisor');
  const { tasks } = await request(listTasks, desk, {}).then(
    ({ body }) => body as never as { tasks: { id: string; kind: string }[] },
  );
  const taskId = tasks.find(({ kind }) => kind === 'review-not-transferred')?.id ?? '';
  const byTask = await request(finishTask, desk, { taskId, outcome: 'lift', why: 'Found out' });
  assert.equal(byTask.body['type'], '/problems/contact-refused');
  const before = (await asked()).length;
  assert.equal((await lift(second, 'identity')).status, 200);
  assert.equal((await lift(second, 'not-transferred')).status, 200);
  assert.equal((await asked()).length, before + 1);
});

const transferOf = (details: unknown) => (details as { readonly transferId: string }).transferId;

test('what was left out under a case that is over is held when its debt is collected again', async () => {
  const { hold, other, propose, confirm, db, app, book, request, user } = await transferWorld();
  await hold(other.caseId, 'identity');
  const closed = { state: 'closed', closeReason: 'cured', closedAt: '2026-11-17T12:00:00Z' };
  await db.updateTable('cases').set(closed).where('id', '=', other.caseId).execute();
  await db.deleteFrom('workItems').where('caseId', '=', other.caseId).execute();
  await propose(true);
  await confirm();
  const leftOut = () =>
    db
      .selectFrom('holds')
      .select(['caseId', 'liftedAt', 'details'])
      .where('kind', '=', 'not-transferred')
      .execute();
  assert.deepEqual(
    (await leftOut()).map(({ caseId, liftedAt }) => [caseId, liftedAt]),
    [[other.caseId, null]],
  );
  await addAccount({ app, db }, book, [{ dueOn: '2026-10-01', amountMinor: 9_000n }], other);
  await dailyRun(app, book.portfolio.id, '2026-11-18');
  const all = await leftOut();
  const before = all.find(({ caseId }) => caseId === other.caseId);
  const now = all.find(({ caseId }) => caseId !== other.caseId);
  assert.ok(before?.liftedAt && now?.liftedAt === null, JSON.stringify(all));
  assert.equal(transferOf(now.details), transferOf(before.details));
  const desk = await user('supervisor');
  const { body } = await request(listTasks, desk, { kind: 'review-not-transferred' });
  const waits = body as unknown as { tasks: { caseId: string }[] };
  assert.deepEqual(
    waits.tasks.map(({ caseId }) => caseId),
    [now?.caseId],
  );
});

test('a closed case that opens again is assigned, or held with the reason where it was left out', async () => {
  const { hold, other, free, propose, confirm, note, ...world } = await transferWorld();
  const { app, db, call, request, officer, book, user } = world;
  const clerk = await user('back_office');
  const { id: portfolioId, currency } = book.portfolio;
  const common = { itemIds: [], amountMinor: 100n, currency, receivedOn: '2026-11-18' };
  const rows = [free, other].map(({ customerId, accountId }) => ({
    ...{ ...common, customerId, accountId, source: 'manual', reference: `bank-${accountId}` },
  }));
  const paid = await db.transaction().execute((tx) => bookPayments(app, tx, portfolioId, rows));
  await hold(other.caseId, 'identity');
  const over = { state: 'closed', stateBefore: 'working', closeReason: 'cured' };
  const nothing = { nextAction: null, nextActionAt: null, ownerId: null, queue: null };
  await db
    .updateTable('cases')
    .set({ ...over, ...nothing, closedAt: '2026-11-18T15:00:00Z' })
    .execute();
  await db.deleteFrom('workItems').execute();
  await propose(true);
  await confirm();
  await note();
  for (const { paymentId } of paid) {
    await call(reversePayment, clerk, { paymentId: paymentId ?? '', reason: 'objected' });
  }
  const accounts = await db.selectFrom('accounts').select(['id', 'renewedOn']).execute();
  const assigned = (id: string) => accounts.find((one) => one.id === id)?.renewedOn ?? null;
  assert.deepEqual([assigned(free.accountId), assigned(other.accountId)], ['2026-11-18', null]);
  const opened = await db.selectFrom('cases').select('id').where('closedAt', 'is', null).execute();
  assert.deepEqual(new Set(opened.map(({ id }) => id)), new Set([free.caseId, other.caseId]));
  const { holds } = await call(cases.readCase, officer, { caseId: other.caseId });
  assert.ok(
    holds.some(({ kind }) => kind === 'not-transferred'),
    JSON.stringify(holds),
  );
  const agent = await user('agent');
  await call(openCase, agent, { caseId: other.caseId });
  const { phoneId: contactPointId, caseId } = other;
  const refused = await request(startCall, agent, { caseId, contactPointId });
  assert.match(JSON.stringify(refused.body), /DUNLIN-HOLD/);
});

test('what came to bar a transfer while it waited stops its confirmation', async () => {
  const { hold, other, propose, confirm, standing } = await transferWorld();
  const before = await standing();
  await propose();
  await hold(other.caseId, 'coerced-debt');
  const refused = await confirm();
  assert.deepEqual([refused.status, refused.body['reason']], [409, 'transfer-barred']);
  assert.deepEqual(await standing(), before);
});

test('a debt that is sold in Europe is on record as assigned, and its notice is owed', async () => {
  const germany = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR' };
  const { hold, other, free, ...world } = await transferWorld(germany, 'DE');
  const { propose, confirm, note, db, call, officer } = world;
  await hold(other.caseId, 'dispute');
  await propose(true);
  await confirm();
  await note();
  const facts = await db.selectFrom('contactFacts').select(['caseId', 'kind', 'details']).execute();
  const debts = [free.accountId];
  assert.deepEqual(facts, [
    { caseId: free.caseId, kind: 'credit_transferred', details: { debts } },
  ]);
  const [account] = await db
    .selectFrom('accounts')
    .select('renewedOn')
    .where('id', '=', free.accountId)
    .execute();
  assert.equal(account?.renewedOn, '2026-11-18');
  const { obligations } = await call(listObligations, officer, {});
  const notices = obligations.filter(({ kind }) => kind === 'transfer_notice');
  assert.deepEqual(
    notices.map(({ caseId, rule }) => [caseId, rule]),
    [[free.caseId, 'EU-NPL']],
  );
});

test('a utility bill that is sold in Europe owes no notice of a bank’s credit', async () => {
  const utility = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', product: 'utility' };
  const { propose, confirm, note, db } = await transferWorld(utility, 'DE');
  await propose();
  await confirm();
  await note();
  assert.equal((await db.selectFrom('contactFacts').select('id').execute()).length, 2);
  assert.deepEqual(await db.selectFrom('obligations').select('kind').execute(), []);
});
