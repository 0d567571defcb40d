import { judgePlan, type PlanPayment, type PlanState } from '#domain/agreements/plan-judgement.ts';
import { judgePromises, type PromiseState } from '#domain/agreements/promise.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { event, type LoggedEvent } from '#domain/events/event.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { Instant } from '#kernel/time.ts';
import {
  type AgreementsRow,
  agreementsToJudge,
  type JudgedPlan,
  type JudgedPromise,
  saveJudged,
} from '#storage/agreements/judged-agreements.ts';
import { appendMany } from '#storage/append-many.ts';
import type { Day, Happened } from '#storage/cases/case-profiles.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/**
 * Judges promises and plans from the money, from the start, so that judging twice changes nothing:
 * those past their day in a stretch of the book, or all of the named cases. Answers what happened to
 * which case, for the next move.
 */
export async function judgeAgreements(
  app: App,
  tx: Tx,
  policy: PortfolioPolicy,
  scope: Scope,
  day: Day,
): Promise<readonly Happened[]> {
  const rows = await agreementsToJudge(tx, scope, day);
  const judged = rows.map((row) => judgeCase(row, policy, day));
  const promises = judged.flatMap((one) => one.promises);
  const plans = judged.flatMap((one) => one.plans);
  if (promises.length === 0 && plans.length === 0) return [];
  await saveJudged(tx, promises, plans, day.today, now(app));
  await appendMany(
    tx,
    judged.flatMap((one) => eventsOf(app, scope.portfolioId, one)),
  );
  return judged.flatMap(({ row, triggers }) =>
    triggers.length > 0 ? [{ caseId: row.caseId, on: triggers }] : [],
  );
}

type Judged = {
  readonly row: AgreementsRow;
  readonly promises: readonly JudgedPromise[];
  readonly plans: readonly JudgedPlan[];
  readonly triggers: readonly Trigger[];
};

const promiseTriggers: Partial<Record<PromiseState, Trigger>> = {
  kept: 'promise-kept',
  partly_kept: 'promise-partly-kept',
  broken: 'promise-broken',
};

const planTriggers: Partial<Record<PlanState, Trigger>> = {
  broken: 'instalment-missed',
  completed: 'plan-completed',
};

function judgeCase(row: AgreementsRow, policy: PortfolioPolicy, day: Day): Judged {
  const promises = changedPromises(row, day);
  const plans = changedPlans(row, policy, day);
  const before = new Map(row.promises.map(({ id, state }) => [id, state]));
  const ended = promises.filter(({ id, state }) => state !== before.get(id));
  const triggers = [
    ...ended.map(({ state }) => promiseTriggers[state as PromiseState]),
    ...plans.map(({ state }) => planTriggers[state as PlanState]),
  ].flatMap((trigger) => trigger ?? []);
  // A broken promise weighs more than one that was kept on the same day.
  return { row, promises, plans, triggers: triggers.sort((a, b) => weight(a) - weight(b)) };
}

const weights: readonly Trigger[] = [
  'promise-broken',
  'instalment-missed',
  'promise-partly-kept',
  'promise-kept',
];

function weight(trigger: Trigger): number {
  return weights.indexOf(trigger);
}

function changedPromises(row: AgreementsRow, day: Day): JudgedPromise[] {
  const given = row.promises.map((promise) => ({
    promiseId: promise.id,
    madeAt: promise.madeAt,
    dueOn: promise.dueOn,
    amount: BigInt(promise.amount),
    toleranceDays: promise.toleranceDays,
    toleranceMinor: BigInt(promise.toleranceMinor),
    state: promise.state as PromiseState,
    itemIds: promise.itemIds,
    isSettled: promise.isSettled,
  }));
  const payments = row.payments.map((payment) => ({
    paymentId: payment.id,
    receivedOn: payment.receivedOn,
    recordedAt: payment.recordedAt,
    amount: BigInt(payment.amount),
    reversed: payment.reversed,
    parts: payment.shares
      .filter(({ atOnce }) => atOnce)
      .map(({ itemId, amount }) => ({ itemId, amount: BigInt(amount) })),
  }));
  const credits = row.credits.map((credit) => ({ ...credit, amount: BigInt(credit.amount) }));
  const judged = judgePromises(given, payments, day.today, credits);
  return judged.flatMap(({ promiseId, state, paid }, i) => {
    const was = row.promises[i];
    if (!was || state === 'withdrawn' || state === 'replaced') return [];
    if (was.state === state && BigInt(was.paid) === paid) return [];
    return [{ customerId: row.customerId, id: promiseId, state, paid }];
  });
}

function changedPlans(row: AgreementsRow, policy: PortfolioPolicy, day: Day): JudgedPlan[] {
  return row.plans.flatMap((plan) => {
    const judgement = judgePlan(
      {
        state: plan.state as PlanState,
        instalments: plan.instalments.map(({ number, dueOn, amount }) => ({
          number,
          dueOn,
          amount: BigInt(amount),
        })),
        graceDays: policy.agreements.planGraceDays,
        toleranceMinor: policy.agreements.planToleranceMinor,
      },
      paidFor(plan, row),
      day.today,
    );
    const same = judgement.instalments.every(({ state, paid }, i) => {
      const was = plan.instalments[i];
      return was?.state === state && BigInt(was.paid) === paid;
    });
    if (same && judgement.state === plan.state) return [];
    const instalments = judgement.instalments.map(({ number, paid, state }) => ({
      number,
      paid,
      state,
    }));
    return [{ customerId: row.customerId, id: plan.id, state: judgement.state, instalments }];
  });
}

/**
 * What keeps a plan: money that went to its own items since it was made, and stands, and what of them
 * was credited since, which nobody has to pay any more.
 */
function paidFor(
  { itemIds, madeAt }: AgreementsRow['plans'][number],
  { payments, credits }: Pick<AgreementsRow, 'payments' | 'credits'>,
): readonly PlanPayment[] {
  const isOwn = ({ itemId, recordedAt }: { itemId: string; recordedAt: Instant }) =>
    itemIds.includes(itemId) && recordedAt >= madeAt;
  const paid = payments.flatMap(({ receivedOn, reversed, shares }) => {
    const amount = shares.filter(isOwn).reduce((sum, share) => sum + BigInt(share.amount), 0n);
    return reversed || amount === 0n ? [] : [{ receivedOn, amount }];
  });
  const credited = credits
    .filter(isOwn)
    .map(({ creditedOn, amount }) => ({ receivedOn: creditedOn, amount: BigInt(amount) }));
  return [...paid, ...credited];
}

function eventsOf(app: App, portfolioId: string, { row, promises, plans }: Judged): LoggedEvent[] {
  const at = now(app);
  const common = {
    tenantId: app.tenantId,
    portfolioId,
    customerId: row.customerId,
    caseId: row.caseId,
    occurredAt: at,
    recordedAt: at,
    actorId: null,
  };
  const before = new Map([...row.promises, ...row.plans].map(({ id, state }) => [id, state]));
  const changed = <Row extends { readonly id: string; readonly state: string }>(
    list: readonly Row[],
  ) => list.filter(({ id, state }) => before.get(id) !== state);
  const frame = () => ({ ...common, id: app.newId() });
  return [
    ...changed(promises).map(({ id, state }) =>
      event('promise.judged', frame(), { promiseId: id, state: state as PromiseState }),
    ),
    ...changed(plans).map(({ id, state }) =>
      event('plan.judged', frame(), { planId: id, state: state as PlanState }),
    ),
  ];
}
