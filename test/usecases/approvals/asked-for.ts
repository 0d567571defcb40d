import assert from 'node:assert/strict';
import * as policy from '#contract/admin/policy.ts';
import * as agreements from '#contract/agreements.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as overrides from '#contract/compliance/overrides.ts';
import * as packs from '#contract/compliance/rule-packs.ts';
import * as contact from '#contract/conversations.ts';
import * as ledger from '#contract/ledger.ts';
import * as moneyInHand from '#contract/money-in-hand.ts';
import type { ApprovalKind } from '#domain/approvals/approval-kinds.ts';
import { canSpeak } from '#domain/contact/cited-rules.ts';
import type { Role, UserActor } from '#domain/workforce/rights.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { type MadeCase, type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, readyToAgree } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { systemActor } from '#usecases/app.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { personKinds } from './asked-of-persons.ts';

const dayMs = 86_400_000;
const reason = 'Looked at together';

/** What the test of every kind needs of one. */
type Kind = {
  /** Asks for it, each time of something else; answers the id of the request. */
  readonly ask: (asker: UserActor, time: number) => Promise<string>;
  readonly askedBy: Role;
  readonly approvedBy: Role;
  /** What it changes: must stand still until it is approved. */
  readonly effect: () => Promise<unknown>;
  /** Brings about that the request is above what this person may approve. */
  readonly aboveLimit?: () => Promise<UserActor>;
};

/** A book in which each kind of request can be asked for. */
export async function askableWorld() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const { id: portfolioId } = book.portfolio;
  const other = await book.addPortfolio();
  // The first in line for the desk: whoever is called next is one of them.
  const planned = { items: [{ amountMinor: 30_000n }] };
  for (let time = 0; time < 7; time += 1) await book.addCase(planned);
  const kinds = {
    ...(await bookings(world, book, portfolioId)),
    ...(await contacts(world, book)),
    plan: plans(world, portfolioId),
    ...changes(world, portfolioId),
    ...personKinds(world, book),
  } satisfies Record<ApprovalKind, Kind>;
  return { world, kinds: kinds as Readonly<Record<ApprovalKind, Kind>>, elsewhere: other.id };
}

async function referenceOf({ db }: World, itemId: string | undefined) {
  const item = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', itemId ?? '')
    .executeTakeFirstOrThrow();
  return item.reference;
}

/** Sums above what the back office approves: 25,000 of an item of 300,000. */
async function bookings(world: World, book: SmallBook, portfolioId: string) {
  const { call, db, user, app } = world;
  const made = await addAccount(world, book, [{ dueOn: '2026-10-18', amountMinor: 30_000_000n }]);
  const itemReference = await referenceOf(world, made.itemIds[0]);
  const none = { accountReference: null, customerReference: null };
  const money = (reference: string) => ({
    ...{ portfolioId, itemReference, amount: '25000.00', reference },
  });
  const paid = { ...none, receivedOn: '2026-11-18' };
  const common = {
    askedBy: 'back_office',
    approvedBy: 'manager',
    effect: () => db.selectFrom('postings').select(['id', 'amountMinor']).orderBy('id').execute(),
    aboveLimit: () => user('back_office', portfolioId),
  } as const;
  const idOf = ({ approvalId }: { approvalId: string | null }) => {
    assert.ok(approvalId, 'it waits');
    return approvalId;
  };
  const payment: Kind = {
    ...common,
    ask: async (asker, time) =>
      idOf(await call(ledger.recordPayment, asker, { ...money(`p-${time}`), ...paid })),
  };
  const credit: Kind = {
    ...common,
    ask: async (asker, time) =>
      idOf(
        await call(ledger.recordCredit, asker, {
          ...{ ...money(`c-${time}`), issuedOn: '2026-11-18', reason },
        }),
      ),
  };
  const reversal: Kind = {
    ...common,
    ask: async (asker, time) => {
      const input = { ...money(`r-${time}`), ...paid };
      const { paymentId } = await recordPayment(app, systemActor, input);
      const back = { paymentId: paymentId ?? '', reason: 'objected', note: reason } as const;
      return idOf(await call(ledger.reversePayment, asker, back));
    },
  };
  return { payment, credit, reversal, ...inHand(world, book, common) };
}

/** Money in hand above what the back office approves: 25,000 that a payment left over. */
function inHand(world: World, book: SmallBook, common: Omit<Kind, 'ask'>) {
  const { call, app } = world;
  const { id: portfolioId } = book.portfolio;
  const due = [{ dueOn: '2026-10-18', amountMinor: 2_500_000n }];
  const left = async (time: number, kind: string) => {
    const made = await addAccount(world, book, due);
    const { paymentId } = await recordPayment(app, systemActor, {
      ...{ portfolioId, accountReference: made.accountReference, itemReference: null },
      ...{ customerReference: null, amount: '50000.00', receivedOn: '2026-11-18' },
      reference: `${kind}-${time}`,
    });
    assert.ok(paymentId);
    const { customerId } = made;
    return { made, money: { portfolioId, customerId, sourceId: paymentId, amount: '25000.00' } };
  };
  const waits = ({ approvalId }: { approvalId: string | null }) => approvalId ?? assert.fail();
  const allocation: Kind = {
    ...common,
    ask: async (asker, time) => {
      const { made, money } = await left(time, 'al');
      const { itemIds } = await addAccount(world, book, due, made);
      return waits(
        await call(moneyInHand.applyMoney, asker, { ...money, itemId: itemIds[0] ?? '' }),
      );
    },
  };
  const refund: Kind = {
    ...common,
    ask: async (asker, time) => {
      const { money } = await left(time, 're');
      const back = { ...money, refundedOn: '2026-11-18', note: reason };
      return waits(await call(moneyInHand.refundMoney, asker, back));
    },
  };
  return { allocation, refund };
}

/** Somebody in Ohio, where federal law alone counts calls. */
const inOhio = { region: 'OH', city: 'Columbus', postalCode: '43004' };

async function calledBefore({ db, app }: World, made: MadeCase, results: readonly string[]) {
  const rows = results.map((result, i) => ({
    ...ownedBy(made.customerId),
    ...{ id: app.newId(), caseId: made.caseId, portfolioId: made.portfolioId },
    ...{ channel: 'phone_call', direction: 'outbound', contactPointId: made.phoneId },
    ...{ mode: 'live_agent', state: 'ended', result, debts: [made.accountId] },
    ...{ conversationDebts: result === 'conversation' ? [made.accountId] : [] },
    ...{ zone: 'America/New_York', localDay: '2026-11-17', localHour: 9 },
    attemptedAt: new Date(app.clock() - (1 + i / 2) * dayMs).toISOString(),
  }));
  await db.insertInto('attempts').values(rows).execute();
  return rows[0]?.id ?? '';
}

async function contacts(world: World, book: SmallBook) {
  const { call, db } = world;
  const quiet = { customer: inOhio, nextAction: 'wait' };
  const override: Kind = {
    ...{ askedBy: 'supervisor', approvedBy: 'compliance' },
    effect: () => db.selectFrom('overrides').select('id').orderBy('id').execute(),
    ask: async (asker) => {
      const made = await book.addCase(quiet);
      await calledBefore(world, made, Array(7).fill('no_answer'));
      const { approvalId } = await call(overrides.askOverride, asker, {
        ...{ caseId: made.caseId, contactPointId: made.phoneId, factor: 'answering_request' },
        evidence: 'Asked us by e-mail on Monday to call about the payment today.',
      });
      return approvalId;
    },
  };
  const correction: Kind = {
    ...{ askedBy: 'back_office', approvedBy: 'manager' },
    effect: () => db.selectFrom('attemptCorrections').select('id').orderBy('id').execute(),
    ask: async (asker) => {
      const made = await book.addCase(quiet);
      const attemptId = await calledBefore(world, made, ['conversation']);
      const { approvalId } = await call(facts.correctAttempt, asker, {
        ...{ caseId: made.caseId, attemptId, becomes: { result: 'busy' }, reason },
      });
      assert.ok(approvalId, 'it opens contact');
      return approvalId;
    },
  };
  return { override, correction };
}

function plans(world: World, portfolioId: string): Kind {
  const { call, db, user } = world;
  return {
    ...{ askedBy: 'agent', approvedBy: 'manager' },
    effect: () => db.selectFrom('plans').select('id').where('state', '=', 'active').execute(),
    ask: askPlan,
    aboveLimit: async () => {
      await supervisorsApprove(6);
      return user('supervisor', portfolioId);
    },
  };

  async function supervisorsApprove(maxPlanMonths: number): Promise<void> {
    const authority = { supervisor: { maxPlanMonths } };
    await nextPolicy(world, portfolioId, { agreements: { authority } });
  }

  async function askPlan(asker: UserActor): Promise<string> {
    await supervisorsApprove(18);
    const begun = await callNext(world, asker);
    await readyToAgree(world, asker, begun);
    const made = await call(agreements.makePlan, asker, {
      ...{ conversationId: begun.conversationId, frequency: 'monthly', instalments: 12 },
      ...{ firstDueOn: '2026-12-01', instalmentAmount: null, agreed: true },
    });
    assert.equal(made.state, 'proposed');
    await hungUp(world, asker, begun);
    await call(contact.finish, asker, {
      ...{ conversationId: begun.conversationId, mechanism: 'outbound-call', result: 'plan' },
      nextOn: null,
    });
    const asked = await db
      .selectFrom('approvals')
      .select('id')
      .where('subject', '=', `plan:${made.planId}`)
      .executeTakeFirstOrThrow();
    return asked.id;
  }
}

function changes(world: World, portfolioId: string) {
  const { call, db, app } = world;
  const ofPortfolio = {
    askedBy: 'manager',
    approvedBy: 'compliance',
    effect: () => db.selectFrom('portfolios').selectAll().execute(),
  } as const;
  const waiting = async () => {
    const asked = await db
      .selectFrom('approvals')
      .select('id')
      .where('subject', '=', `portfolio:${portfolioId}`)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    return asked.id;
  };
  const change: Kind = {
    ...ofPortfolio,
    ask: async (asker, time) => {
      const { version, settings } = await call(policy.readPolicy, asker, { portfolioId });
      const gate = { ...settings.gate, attorneyResponseDays: 40 + time };
      const wanted = { ...settings, gate } as typeof settings;
      const input = { portfolioId, version, reason, settings: wanted };
      assert.equal((await call(policy.setPolicy, asker, input)).proposed, 1);
      return waiting();
    },
  };
  const traits: Kind = {
    ...ofPortfolio,
    ask: async (asker, time) => {
      const actsFor = time === 2 ? ('original_creditor' as const) : ('bank' as const);
      const place = { portfolioId, country: 'US', callerId: '+12025550100', actsFor, reason };
      await call(policy.changePortfolio, asker, place);
      return waiting();
    },
  };
  const transfer: Kind = {
    ...ofPortfolio,
    ask: async (asker, time) => {
      await world.clock.advance(1_000);
      const to = { portfolioId, collector: `Buyer ${time}`, role: 'debt_buyer' } as const;
      await call(facts.transferPortfolio, asker, { ...to, reason, leaveOut: true });
      return waiting();
    },
  };
  const rule: Kind = {
    ...{ askedBy: 'compliance', approvedBy: 'manager' },
    effect: () => db.selectFrom('ruleSwitches').select('ruleId').execute(),
    ask: async (asker, time) => {
      const unread = app.gate.packs
        .flatMap(({ rules }) => rules)
        .filter((one) => one.basis === 'unread' && canSpeak(one));
      const asked = { rule: unread[time]?.id ?? '', turn: 'off', reason } as const;
      const { switchId } = await call(packs.proposeSwitch, asker, { ...asked, sourceRead: 'Text' });
      return switchId;
    },
  };
  return { policy: change, rule, portfolio: traits, transfer };
}
