import * as agreements from '#contract/agreements.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import * as floor from '#contract/floor.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { SmallBook } from '#test/support/books/small-book.ts';
import { type Begun, callNext, hungUp, readyToAgree } from '#test/support/world/desk.ts';
import type { World } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import type { Lived, PolicyRow } from './policy-row.ts';

const today = '2026-11-18';

/** An agent of the portfolio on a call with the person of its one case, of 300.00. */
async function onCall(world: World, book: SmallBook) {
  await book.addCase({ items: [{ amountMinor: 30_000n }] });
  const agent = await world.user('agent', book.portfolio.id);
  return { agent, conversation: await callNext(world, agent) };
}

/** What a call shows; it is ended afterwards. */
const inCall =
  (look: (world: World, agent: Actor, conversation: Begun, book: SmallBook) => Promise<unknown>) =>
  async (world: World, book: SmallBook) => {
    const { agent, conversation } = await onCall(world, book);
    const seen = await look(world, agent, conversation, book);
    await hungUp(world, agent, conversation);
    return seen;
  };

/** What the agent may offer. */
const ladder = inCall(async (world, agent, conversation) => {
  await readyToAgree(world, agent, conversation);
  const { conversationId } = conversation;
  return (await world.call(agreements.readLadder, agent, { conversationId })).rungs;
});

const planOf = async (world: World, agent: Actor, conversation: Begun) => {
  await readyToAgree(world, agent, conversation);
  return world.call(agreements.makePlan, agent, {
    ...{ conversationId: conversation.conversationId, frequency: 'monthly' },
    ...{ firstDueOn: '2026-12-01', instalments: 12, instalmentAmount: null },
    agreed: true,
  });
};

/** The priorities that the daily run gives to the cases of the portfolio. */
const ranked: Lived = async (world, book) => {
  await book.addCase({ items: [{ amountMinor: 30_000n, dueOn: '2026-10-08' }] });
  await dailyRun(world.app, book.portfolio.id, today);
  return world.db
    .selectFrom('cases')
    .select(['priority', 'priorityTier'])
    .where('portfolioId', '=', book.portfolio.id)
    .execute();
};

/** Fields that are obeyed in calls, at the desk and in the daily run, through the endpoints. */
export const deskRows: Readonly<Record<string, PolicyRow<Lived>>> = {
  'agreements.partPayments': { to: false, seen: ladder },
  'agreements.authority.agent.maxShortPayments': { to: 2, seen: ladder },
  'agreements.authority.agent.maxPlanMonths': {
    to: 12,
    seen: inCall(async (world, agent, conversation) => {
      const { state, needsApproval } = await planOf(world, agent, conversation);
      return { state, needsApproval };
    }),
  },
  'agreements.approver': {
    to: 'manager',
    seen: inCall(async (world, agent, conversation, { portfolio }) => {
      await planOf(world, agent, conversation);
      const supervisor = await world.user('supervisor', portfolio.id);
      const { requests } = await world.call(floor.readFloor, supervisor, {});
      const answer = { requestId: requests[0]?.id ?? '', outcome: 'Looked', approve: true };
      return (await world.request(floor.closeRequest, supervisor, answer)).status;
    }),
  },
  'verification.answersNeeded': {
    to: 1,
    seen: inCall(async (world, agent, { conversationId }) => {
      const answer = { conversationId, question: 'postal-code', answer: '10001' } as const;
      return world.call(contact.verify, agent, answer);
    }),
  },
  'queue.priorityTierOfTen': {
    given: { queue: { priorityTierOfTen: 10 } },
    to: 1,
    seen: async (world, book) => {
      for (const priorityTier of [true, true, false]) await book.addCase({ priorityTier });
      const agent = await world.user('agent', book.portfolio.id);
      const next = async () => (await world.call(desk.nextCase, agent, {})).case;
      const first = await next();
      const again = '2026-11-20T15:00:00.000Z';
      const back = { caseId: first?.id ?? '', why: 'not-now', again } as const;
      await world.call(desk.putBack, agent, back);
      return [first?.priorityTier, (await next())?.priorityTier];
    },
  },
  'queue.dailyGoal': {
    to: 50,
    seen: async (world, book) => {
      const agent = await world.user('agent', book.portfolio.id);
      return (await world.call(desk.myDay, agent, {})).progress.goalRightParty;
    },
  },
  'ranking.ageDays': { to: [{ upTo: null, points: 77 }], seen: ranked },
};
