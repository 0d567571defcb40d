import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as agreements from '#contract/agreements.ts';
import { countApprovals } from '#contract/approvals.ts';
import * as obligations from '#contract/compliance/obligations.ts';
import * as contact from '#contract/conversations.ts';
import * as floor from '#contract/floor.ts';
import * as tasks from '#contract/tasks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { type CaseOptions, smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import {
  callNext,
  hungUp,
  pass,
  readConversationOf,
  readyToAgree,
  verified,
} from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const outbound = 'outbound-call';

/** An agent in a live talk with the verified person of a case of 300.00. */
async function connected(options: CaseOptions = {}) {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase({ items: [{ amountMinor: 30_000n }], ...options });
  const agent = await world.user('agent');
  const conversation = await callNext(world, agent);
  return { world, book, made, agent, conversation };
}

async function caseRow(world: World) {
  return world.db
    .selectFrom('cases')
    .select(['state', 'nextAction', 'nextActionAt', 'queue'])
    .executeTakeFirstOrThrow();
}

const monthly = {
  frequency: 'monthly',
  firstDueOn: '2026-12-01',
  instalments: null,
  instalmentAmount: null,
} as const;

describe('the ladder', () => {
  it('opens only after verification and the reason for being late', async () => {
    const { world, agent, conversation } = await connected();
    const { conversationId } = conversation;
    const unknown = await world.request(agreements.readLadder, agent, { conversationId });
    assert.equal(unknown.body['type'], '/problems/not-verified');
    await verified(world, agent, conversation);
    const early = await world.request(agreements.readLadder, agent, { conversationId });
    assert.equal(early.body['type'], '/problems/step-missing');
    assert.equal(early.body['needs'], 'late-reason');
    await world.call(contact.recordLateReason, agent, { conversationId, lateReason: 'forgot' });
    const { rungs } = await world.call(agreements.readLadder, agent, { conversationId });
    assert.deepEqual(
      rungs.map(({ rung }) => rung),
      ['full', 'part', 'promise', 'short-arrangement', 'plan', 'hardship'],
    );
    assert.equal(rungs[0]?.amount, '300.00');
  });
});

describe('a promise', () => {
  it('is recorded, takes the case out of the queue and lets wrap-up end', async () => {
    const { world, agent, conversation, made } = await connected();
    await readyToAgree(world, agent, conversation);
    const { conversationId } = conversation;
    const { promiseIds } = await world.call(agreements.makePromise, agent, {
      ...{ conversationId, agreed: true as const, amount: '300.00' },
      ...{ dueOn: '2026-11-27', method: 'bank-transfer' },
    });
    assert.equal(promiseIds.length, 1);
    const row = await caseRow(world);
    assert.equal(row.state, 'promised');
    // Friday, two days of tolerance, and the day after: it is judged on Monday.
    assert.equal(row.nextActionAt, '2026-11-30T05:00:00.000Z');
    const work = await world.db.selectFrom('workItems').select('state').execute();
    assert.deepEqual(work, [{ state: 'done' }]);
    const events = await world.db
      .selectFrom('eventLog')
      .select(['kind', 'facts'])
      .where('caseId', '=', made.caseId)
      .where('kind', 'in', ['promise.made', 'case.moved'])
      .execute();
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['promise.made', 'case.moved'],
    );
    await hungUp(world, agent, conversation);
    assert.equal((await readConversationOf(world, agent, conversation)).results[0], 'promise');
    const end = { conversationId, mechanism: outbound, result: 'promise', nextOn: null } as const;
    await world.call(contact.finish, agent, end);
  });

  it('is confirmed as it was agreed last, also when a plan takes its place', async () => {
    const { world, agent, conversation } = await connected();
    await readyToAgree(world, agent, conversation);
    const { conversationId } = conversation;
    const office = await world.user('back_office');
    await addMailPoints(world);
    const letter = async () => {
      const { tasks: open } = await world.call(tasks.listTasks, office, {
        kind: 'confirm-agreement',
      });
      assert.equal(open.length, 1);
      const { letter: found } = await world.call(tasks.readTask, office, {
        taskId: open[0]?.id ?? '',
      });
      return found?.words ?? '';
    };
    const promise = { conversationId, amount: '300.00', method: 'bank-transfer' } as const;
    await world.call(agreements.makePromise, agent, {
      ...promise,
      agreed: true,
      dueOn: '2026-11-20',
    });
    assert.match(await letter(), /300\.00 by November 20, 2026/);
    await pass(world, 1_000);
    await world.call(agreements.makePromise, agent, {
      ...promise,
      agreed: true,
      dueOn: '2026-11-27',
    });
    assert.match(await letter(), /300\.00 by November 27, 2026/);
    assert.doesNotMatch(await letter(), /November 20/);
    const plan = { ...monthly, conversationId, instalments: 3, affordability: null };
    const made = await world.call(agreements.makePlan, agent, { ...plan, agreed: true });
    assert.equal(made.state, 'active');
    assert.match(await letter(), /100\.00 by December 1, 2026/);
    assert.doesNotMatch(await letter(), /November/);
    const ended = await world.db
      .selectFrom('tasks')
      .select('outcome')
      .where('kind', '=', 'confirm-agreement')
      .where('doneAt', 'is not', null)
      .execute();
    assert.deepEqual(ended, [{ outcome: 'overtaken' }, { outcome: 'overtaken' }]);
  });

  it('of a part now dates the rest, and both sum to the debt', async () => {
    const { world, agent, conversation } = await connected();
    await readyToAgree(world, agent, conversation);
    await world.call(agreements.makePromise, agent, {
      ...{ conversationId: conversation.conversationId, agreed: true as const, method: 'card' },
      ...{ amount: '100', dueOn: '2026-11-18', restDueOn: '2026-12-01' },
    });
    const rows = await world.db
      .selectFrom('promisesToPay')
      .select(['amountMinor', 'dueOn'])
      .orderBy('dueOn')
      .execute();
    assert.deepEqual(rows, [
      { amountMinor: 10_000n, dueOn: '2026-11-18' },
      { amountMinor: 20_000n, dueOn: '2026-12-01' },
    ]);
    assert.equal((await readConversationOf(world, agent, conversation)).agreed[0], 'part-promise');
  });

  it('beyond the debt or the authority is refused and nothing is kept', async () => {
    const { world, agent, conversation } = await connected();
    await readyToAgree(world, agent, conversation);
    const { conversationId } = conversation;
    const base = { conversationId, method: 'card', dueOn: '2026-11-20' };
    const refusals = [
      [{ ...base, amount: '300.01' }, '/problems/amount-mismatch'],
      [{ ...base, amount: '300', dueOn: '2027-01-20' }, '/problems/authority-exceeded'],
      [{ ...base, amount: '300', dueOn: '2026-11-01' }, '/problems/invalid-input'],
      [{ ...base, amount: '300.001' }, '/problems/invalid-input'],
      // Nothing is recorded before the customer said yes to what was read back.
      [{ ...base, amount: '300', agreed: false as unknown as true }, '/problems/invalid-input'],
    ] as const;
    for (const [input, type] of refusals) {
      const refused = await world.request(agreements.makePromise, agent, {
        agreed: true,
        ...input,
      });
      assert.equal(refused.body['type'], type);
      if (!type.endsWith('amount-mismatch')) continue;
      assert.deepEqual([refused.body['expected'], refused.body['got']], ['300.00', '300.01']);
    }
    assert.equal((await world.db.selectFrom('promisesToPay').select('id').execute()).length, 0);
    assert.equal((await caseRow(world)).state, 'working');
  });
});

describe('a payment plan', () => {
  it('previews instalments that sum to the debt, and starts within authority', async () => {
    const { world, agent, conversation } = await connected({
      items: [{ amountMinor: 10_001n }],
    });
    await readyToAgree(world, agent, conversation);
    const terms = { ...monthly, conversationId: conversation.conversationId, instalments: 3 };
    const preview = await world.call(agreements.previewPlan, agent, terms);
    const amounts = preview.instalments.map(({ amount }) => amount);
    assert.deepEqual(amounts, ['33.34', '33.34', '33.33']);
    assert.equal(preview.needsApproval, false);
    const made = await world.call(agreements.makePlan, agent, { ...terms, agreed: true });
    assert.equal(made.state, 'active');
    assert.equal((await caseRow(world)).state, 'plan');
  });

  it('above the authority waits for a supervisor, who starts it or has it talked over', async () => {
    for (const approve of [true, false]) {
      const { world, agent, conversation } = await connected();
      await readyToAgree(world, agent, conversation);
      const terms = { ...monthly, conversationId: conversation.conversationId, instalments: 12 };
      const made = await world.call(agreements.makePlan, agent, { ...terms, agreed: true });
      assert.equal(made.state, 'proposed');
      assert.equal(made.needsApproval, true);
      assert.deepEqual((await caseRow(world)).queue, 'supervisors');
      const supervisor = await world.user('supervisor');
      const { requests } = await world.call(floor.readFloor, supervisor, {});
      const requestId = requests[0]?.id ?? '';
      assert.equal(requests[0]?.planId, made.planId);
      const decision = { requestId, outcome: 'Looked at the budget' };
      const open = await world.request(floor.closeRequest, supervisor, decision);
      assert.equal(open.body['type'], '/problems/step-missing');
      await world.call(floor.closeRequest, supervisor, { ...decision, approve });
      const row = await caseRow(world);
      assert.equal(row.state, approve ? 'plan' : 'working');
      assert.equal(row.nextAction, approve ? 'wait' : 'call');
      await endTalk(world, agent, conversation);
    }
  });

  it('waits for a manager where the policy names one', async () => {
    const { world, book, agent, conversation } = await connected();
    await nextPolicy(world, book.portfolio.id, { agreements: { approver: 'manager' } });
    await readyToAgree(world, agent, conversation);
    const terms = { ...monthly, conversationId: conversation.conversationId, instalments: 12 };
    const waiting = await world.call(agreements.makePlan, agent, { ...terms, agreed: true });
    assert.equal(waiting.state, 'proposed');
    const supervisor = await world.user('supervisor');
    const { requests } = await world.call(floor.readFloor, supervisor, {});
    const decision = { requestId: requests[0]?.id ?? '', outcome: 'Looked', approve: true };
    const refused = await world.request(floor.closeRequest, supervisor, decision);
    assert.equal(refused.body['type'], '/problems/not-allowed');
    const manager = await world.user('manager');
    const countOf = async (actor: Actor) => (await world.call(countApprovals, actor, {})).toAnswer;
    assert.deepEqual([await countOf(supervisor), await countOf(manager)], [0, 1]);
    await world.call(floor.closeRequest, manager, decision);
    assert.equal((await caseRow(world)).state, 'plan');
    await endTalk(world, agent, conversation);
  });

  it('nobody may approve is refused', async () => {
    const { world, agent, conversation } = await connected();
    await readyToAgree(world, agent, conversation);
    const terms = { ...monthly, conversationId: conversation.conversationId, instalments: 60 };
    const refused = await world.request(agreements.makePlan, agent, { ...terms, agreed: true });
    assert.equal(refused.body['type'], '/problems/authority-exceeded');
  });

  it('weighs the budget of the person', async () => {
    const { world, agent, conversation } = await connected();
    await readyToAgree(world, agent, conversation);
    const preview = await world.call(agreements.previewPlan, agent, {
      ...monthly,
      conversationId: conversation.conversationId,
      instalments: 3,
      affordability: { income: '1500', housing: '900', living: '550', otherDebts: '0' },
    });
    assert.equal(preview.disposable, '50.00');
    assert.equal(preview.needsApproval, true);
    assert.ok(preview.why.includes('not-affordable'));
  });

  it('obliges to a copy of the budget form where the law wants one', async () => {
    const { world, agent, conversation } = await connected({
      customer: { country: 'GB', region: 'ENG', zone: 'Europe/London', phones: ['+447700900123'] },
    });
    await readyToAgree(world, agent, conversation);
    await world.call(agreements.makePlan, agent, {
      agreed: true,
      ...{ ...monthly, conversationId: conversation.conversationId, instalments: 3 },
      affordability: { income: '2000', housing: '900', living: '500', otherDebts: '0' },
    });
    const officer = await world.user('compliance');
    const { obligations: open } = await world.call(obligations.listObligations, officer, {});
    const copy = open.filter(({ kind }) => kind === 'budget_copy');
    assert.deepEqual(
      copy.map(({ rule }) => rule),
      ['GB-CONC-BUDGET-COPY'],
    );
  });
});

async function endTalk(world: World, agent: Actor, conversation: Parameters<typeof hungUp>[2]) {
  await hungUp(world, agent, conversation);
  const { conversationId } = conversation;
  const end = { conversationId, mechanism: outbound, result: 'plan', nextOn: null } as const;
  await world.call(contact.finish, agent, end);
}
