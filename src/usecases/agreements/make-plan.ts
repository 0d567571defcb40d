import {
  affordableMonthly,
  type BudgetStatement,
  disposableOf,
  type Frequency,
} from '#domain/agreements/affordability.ts';
import {
  checkPlan,
  draftPlan,
  type Instalment,
  type PlanVerdict,
} from '#domain/agreements/plan.ts';
import { tiedIds } from '#domain/contact/tied-accounts.ts';
import { amountOf } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { insertPlan } from '#storage/agreements/agreements.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { createObligations } from '#usecases/obligations/steps/create-obligations.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { openRequest } from '#usecases/workforce/steps/supervisor-requests.ts';
import { rowOf } from './steps/agreement-row.ts';
import {
  leavesOthersAlone,
  type Negotiation,
  negotiableItems,
  negotiate,
} from './steps/negotiation.ts';
import { startPlan } from './steps/start-plan.ts';

/** The terms of a plan as they are typed: a number of instalments, or their amount. */
export type PlanInput = {
  readonly conversationId: string;
  readonly frequency: Frequency;
  readonly firstDueOn: LocalDate;
  readonly instalments: number | null;
  readonly instalmentAmount: string | null;
  readonly affordability: Readonly<Record<keyof BudgetStatement, string>> | null;
};

type Draft = {
  readonly total: bigint;
  readonly instalments: readonly Instalment[];
  readonly evaluated: PlanVerdict;
  readonly disposable: bigint | null;
};

/** The instalments such a plan would have, summing to the debt, and whether it is in reach. */
export function previewPlan(app: App, actor: Actor, input: PlanInput) {
  return negotiate(app, actor, input.conversationId, async (_tx, _talk, negotiation) =>
    planView(draft(input, negotiation), negotiation),
  );
}

/**
 * Makes a payment plan. Within this person's authority it is live at once; above it, it waits for a
 * supervisor, and the case with it. Throws `authority-exceeded` for what nobody may approve,
 * `beyond-accounts`.
 */
export function makePlan(app: App, actor: Actor, input: PlanInput) {
  return negotiate(app, actor, input.conversationId, async (tx, conversation, negotiation) => {
    if (negotiation.facts.isHeld)
      throw new Refusal('conflict', { thing: 'case', reason: 'on-hold' });
    leavesOthersAlone(negotiation);
    const made = draft(input, negotiation);
    if (made.evaluated.verdict === 'refused') {
      const limit = made.evaluated.why.join(' ') || 'plan';
      throw new Refusal('authority-exceeded', { limit, asked: `${made.instalments.length}` });
    }
    const state = made.evaluated.verdict === 'within-authority' ? 'active' : 'proposed';
    const row = rowOf(app, conversation);
    await insertPlan(
      tx,
      conversation,
      {
        ...row,
        totalMinor: made.total,
        currency: negotiation.file.row.currency,
        frequency: input.frequency,
        itemIds: itemsOf(negotiation),
        state,
        affordability: input.affordability,
        madeBy: actor.userId,
      },
      made.instalments,
    );
    await logPlan(
      app,
      tx,
      conversation,
      actor,
      { planId: row.id, currency: negotiation.file.row.currency },
      made,
      state === 'active' ? 'plan.made' : 'plan.proposed',
    );
    if (input.affordability) {
      const place = { ...conversation, portfolioId: negotiation.file.row.portfolio.id };
      await createObligations(app, tx, place, 'budget_taken', `plan:${row.id}`);
    }
    if (state === 'active') await startPlan(app, tx, conversation, actor.userId, row.id);
    else await awaitApproval(app, tx, conversation, actor, negotiation, row.id, made);
    return { ...planView(made, negotiation), planId: row.id, state };
  });
}

/** The items that the plan pays off: what may be agreed on with whoever is on the line. */
function itemsOf({ file, heard }: Negotiation): string[] {
  return negotiableItems(file, heard && tiedIds(heard)).map(({ id }) => id);
}

function draft(input: PlanInput, { file, facts, policy, own, approver }: Negotiation): Draft {
  const { currency } = file.row;
  if ((input.instalments === null) === (input.instalmentAmount === null)) {
    const problems = [{ path: 'instalments', message: 'number-or-amount' }];
    throw new Refusal('invalid-input', { problems });
  }
  if (input.firstDueOn < file.today) {
    throw new Refusal('invalid-input', {
      problems: [{ path: 'firstDueOn', message: 'date-past' }],
    });
  }
  const size =
    input.instalmentAmount === null
      ? ({ kind: 'number', count: input.instalments ?? 0 } as const)
      : ({ kind: 'amount', amount: amountOf(input.instalmentAmount, currency) } as const);
  const { frequency, firstDueOn } = input;
  const plan = draftPlan({ total: facts.debt, frequency, firstDueOn, size, firstPayment: null });
  if (!plan.ok) {
    throw new Refusal('invalid-input', {
      problems: [{ path: 'instalments', message: plan.reason }],
    });
  }
  const disposable = input.affordability
    ? disposableOf(budgetOf(input.affordability, currency))
    : null;
  const evaluated = checkPlan(
    plan.instalments,
    {
      today: file.today,
      frequency,
      brokenPlans: facts.brokenPlans,
      maxBrokenPlans: policy.maxBrokenPlans,
      affordable:
        disposable === null ? null : affordableMonthly(disposable, policy.affordableShareBps),
      shortAllowed: facts.promiseLimit.ok,
    },
    own,
    approver,
  );
  return { total: facts.debt, instalments: plan.instalments, evaluated, disposable };
}

function budgetOf(
  given: Readonly<Record<keyof BudgetStatement, string>>,
  currency: string,
): BudgetStatement {
  const read = (key: keyof BudgetStatement) =>
    amountOf(given[key], currency, `affordability.${key}`);
  return {
    income: read('income'),
    housing: read('housing'),
    living: read('living'),
    otherDebts: read('otherDebts'),
  };
}

function planView(made: Draft, { file }: Negotiation) {
  const plain = (minor: bigint) => plainAmount(minor, file.row.currency);
  const refused = made.evaluated.verdict === 'refused' ? ['beyond-approval'] : [];
  return {
    total: plain(made.total),
    currency: file.row.currency,
    instalments: made.instalments.map((part) => ({ ...part, amount: plain(part.amount) })),
    needsApproval: made.evaluated.verdict !== 'within-authority',
    why: [...made.evaluated.why, ...refused],
    disposable: made.disposable === null ? null : plain(made.disposable),
  };
}

async function logPlan(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  actor: Actor,
  { planId, currency }: { readonly planId: string; readonly currency: string },
  made: Draft,
  kind: 'plan.made' | 'plan.proposed',
): Promise<void> {
  await logOnCase(app, tx, conversation, actor.userId, kind, {
    conversationId: conversation.id,
    planId,
    totalMinor: made.total,
    currency,
    instalments: made.instalments.length,
    firstDueOn: made.instalments[0]?.dueOn ?? null,
    as: 'plan',
  });
}

async function awaitApproval(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  actor: Actor,
  { file }: Negotiation,
  planId: string,
  made: Draft,
): Promise<void> {
  const { why } = made.evaluated;
  const details = { planId, why };
  const requestId = await openRequest(app, tx, actor, conversation, 'authority', details);
  const { customerId, caseId } = conversation;
  await askApproval(app, tx, actor, {
    ...{ kind: 'plan', subject: `plan:${planId}`, portfolioId: file.row.portfolio.id },
    ...{ customerId, caseId, amountMinor: made.total, reason: '' },
    about: { planId, requestId, instalments: made.instalments.length, why },
  });
  await planNext(app, tx, file, {
    actorId: actor.userId,
    agreed: { action: 'review', at: now(app), why: { code: 'plan-waits', facts: {} } },
  });
}
