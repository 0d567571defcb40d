import { judgePlan, type PlanState } from '#domain/agreements/plan-judgement.ts';
import { judgePromises, type PromiseState } from '#domain/agreements/promise.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import { ownValue } from '#kernel/own-value.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { daysFrom } from '../book/book.ts';
import { bankAt, payIn } from '../book/debts.ts';
import { type Coming, isOpen, log, overdueItems, overdueOf, type Play } from './play.ts';
import { move } from './play-moves.ts';

/** Items whose grace is over join the case. */
export function enterItems(play: Play, day: LocalDate): void {
  const due = play.entering.filter(({ on }) => on <= day);
  if (due.length === 0) return;
  play.entering = play.entering.filter(({ on }) => on > day);
  for (const { item } of due) {
    if (item.balanceMinor <= 0n) continue;
    item.caseId = play.caseId;
    item.enteredCollectionOn = day;
  }
}

/** Books what comes in on a day; the agreements are judged and the case moves on it. */
export function takeMoney(play: Play, day: LocalDate): void {
  const due = play.coming.filter(({ on }) => on <= day);
  if (due.length === 0) return;
  play.coming = play.coming.filter(({ on }) => on > day);
  for (const coming of due) {
    if (!isOpen(play)) return;
    receive(play, coming, day);
  }
}

function receive(play: Play, { minor, source }: Coming, day: LocalDate): void {
  const most = overdueOf(play);
  const amount = minor < most ? minor : most;
  if (amount <= 0n) return;
  const atMs = Math.max(play.ms + 1_000, Date.parse(bankAt(play.book, play.portfolio, day)));
  payNow(play, amount, day, source, { at: instantOf(atMs) });
}

/** Books a payment on the overdue debt and lets the case see it. */
export function payNow(
  play: Play,
  minor: bigint,
  day: LocalDate,
  source: string,
  more: { readonly at: string; readonly userId?: string; readonly conversationId?: string },
): void {
  const debt = {
    customerId: play.debtor.customerId,
    accountId: play.account.accountId,
    items: overdueItems(play),
  };
  const paid = payIn(play.book, play.portfolio, debt, minor, day, source, more);
  play.paid.push(paid);
  const { currency } = play.portfolio;
  const facts = {
    paymentId: paid.id,
    amountMinor: minor,
    currency,
    receivedOn: day,
    source,
  };
  const { conversationId = null } = more;
  log(
    play,
    'payment.received',
    { ...facts, unappliedMinor: 0n, conversationId },
    more.userId ?? null,
    Date.parse(more.at),
  );
  const triggers = judge(play, day, true);
  if (triggers.length > 0 || overdueOf(play) === 0n) move(play, day, triggers);
}

const promiseTriggers: Partial<Record<string, Trigger>> = {
  kept: 'promise-kept',
  partly_kept: 'promise-partly-kept',
  broken: 'promise-broken',
};

/** Judges promises and plans from the money; by themselves only once their day is over. */
export function judge(play: Play, day: LocalDate, isPaid: boolean): Trigger[] {
  const late = play.promises.some(
    (promise) => promise.state === 'open' && daysFrom(promise.dueOn, promise.toleranceDays) < day,
  );
  const promised = late || isPaid ? judgePromisesOf(play, day) : [];
  return [...promised, ...play.plans.flatMap((plan) => judgePlanOf(play, plan, day))];
}

function judgePromisesOf(play: Play, day: LocalDate): Trigger[] {
  const judged = judgePromises(
    play.promises.map((promise) => ({
      promiseId: promise.id,
      madeAt: promise.madeAt,
      dueOn: promise.dueOn,
      amount: BigInt(promise.amountMinor),
      toleranceDays: promise.toleranceDays,
      toleranceMinor: BigInt(promise.toleranceMinor),
      state: promise.state as PromiseState,
      // All that is paid here goes to what is overdue.
      ...{ itemIds: null, isSettled: false },
    })),
    paymentsOf(play).map((payment) => ({ ...payment, reversed: false, parts: [] })),
    day,
  );
  return judged.flatMap(({ state, paid }, i) => {
    const promise = play.promises[i];
    if (!promise || (promise.state === state && BigInt(promise.paidMinor ?? 0) === paid)) return [];
    const isNew = promise.state !== state;
    Object.assign(promise, { state, paidMinor: paid, judgedOn: state === 'open' ? null : day });
    if (!isNew) return [];
    log(play, 'promise.judged', { promiseId: promise.id, state });
    return ownValue(promiseTriggers, state) ?? [];
  });
}

function paymentsOf(play: Play) {
  return play.paid.map(({ id, on, minor, at }) => ({
    paymentId: id,
    receivedOn: on,
    recordedAt: at,
    amount: minor,
  }));
}

function judgePlanOf(play: Play, plan: Play['plans'][number], day: LocalDate): Trigger[] {
  const { row, parts } = plan;
  if (!['active', 'late'].includes(row.state)) return [];
  const { planGraceDays, planToleranceMinor } = play.portfolio.rules.agreements;
  const judged = judgePlan(
    {
      state: row.state as PlanState,
      instalments: parts.map(({ number, dueOn, amountMinor }) => ({
        number,
        dueOn,
        amount: BigInt(amountMinor),
      })),
      graceDays: planGraceDays,
      toleranceMinor: planToleranceMinor,
    },
    paymentsOf(play)
      .filter(({ recordedAt }) => recordedAt >= row.madeAt)
      .map(({ receivedOn, amount }) => ({ receivedOn, amount })),
    day,
  );
  for (const [i, { paid, state }] of judged.instalments.entries()) {
    const part = parts[i];
    if (part) Object.assign(part, { paidMinor: paid, state });
  }
  if (judged.state === row.state) return [];
  row.state = judged.state;
  log(play, 'plan.judged', { planId: row.id, state: judged.state });
  if (judged.state === 'late' || judged.state === 'active') return [];
  row.endedAt = instantOf(play.ms);
  return [judged.state === 'completed' ? 'plan-completed' : 'instalment-missed'];
}
