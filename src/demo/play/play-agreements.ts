import { draftPlan } from '#domain/agreements/plan.ts';
import type { ContactResult } from '#domain/contact/results.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { between, daysFrom } from '../book/book.ts';
import { log, ofCase, overdueItems, overdueOf, type Play } from './play.ts';
import { move } from './play-moves.ts';

type Place = { readonly conversationId: string; readonly userId: string };

/** Days until a promised payment, within what an agent may take. */
const promiseDays = { low: 4, high: 13 };

/** Takes a promise of a share of the overdue debt; the money comes or not, by character. */
export function promise(play: Play, day: LocalDate, place: Place, share: number): ContactResult {
  const { book, portfolio } = play;
  const { random } = book;
  const { promiseToleranceDays, promiseToleranceMinor } = portfolio.rules.agreements;
  const overdue = overdueOf(play);
  const amount = share < 1 ? (overdue * BigInt(Math.round(share * 100))) / 100n : overdue;
  const made = {
    ...ofCase(play),
    id: book.newId(),
    portfolioId: portfolio.id,
    amountMinor: amount,
    currency: portfolio.currency,
    itemIds: overdueItems(play).map(({ id }) => id),
    dueOn: daysFrom(day, between(random, promiseDays.low, promiseDays.high)),
    method: portfolio.line === 'card' ? 'card' : 'bank-transfer',
    state: 'open',
    paidMinor: 0n,
    toleranceDays: promiseToleranceDays,
    toleranceMinor: promiseToleranceMinor,
    madeAt: instantOf(play.ms),
    madeBy: place.userId,
    conversationId: place.conversationId,
    judgedOn: null as LocalDate | null,
    replacedBy: null,
  };
  play.promises.push(made);
  book.rows.promisesToPay.push(made);
  comes(play, made.dueOn, amount);
  const { id: promiseId, dueOn } = made;
  const { currency } = portfolio;
  const as = share < 1 ? 'part-promise' : 'promise';
  const facts = { promiseId, amountMinor: amount, currency, dueOn, method: made.method };
  log(play, 'promise.made', { ...facts, conversationId: place.conversationId, as }, place.userId);
  move(play, day, ['promise-made'], agreed({ promiseId }, place));
  return as;
}

function agreed(what: Readonly<Record<string, string>>, { conversationId, userId }: Place) {
  const because = { ...what, conversationId };
  return { known: { withinAuthority: true, reasonAsked: true }, actorId: userId, because };
}

function comes(play: Play, on: LocalDate, amount: bigint): void {
  const { random } = play.book;
  const source = play.portfolio.line === 'card' ? 'card' : 'bank-transfer';
  const part = (percent: number) => (amount * BigInt(percent)) / 100n;
  const keeps = { 'breaks-promises': 0.06, 'keeps-in-part': 0.5 }[play.character as string] ?? 0.9;
  const draw = random();
  if (draw < keeps)
    play.coming.push({ on: daysFrom(on, draw < 0.2 ? -1 : 0), minor: amount, source });
  else if (play.character === 'keeps-in-part') play.coming.push({ on, minor: part(55), source });
}

/** Least instalment and most months that an agent of the example may agree. */
const months = { low: 3, high: 6 };

/** Agrees a monthly plan for the overdue debt; null when it is too small for one. */
export function startPlan(play: Play, day: LocalDate, place: Place): ContactResult | null {
  const { book, portfolio } = play;
  const { random } = book;
  const total = overdueOf(play);
  const least = portfolio.rules.agreements.authority.agent?.minInstalment ?? 0n;
  const most = Number(total / (least > 0n ? least : 1n));
  if (most < 2 || play.plans.length > 0) return null;
  const count = Math.min(most, between(random, months.low, months.high));
  const firstDueOn = daysFrom(day, between(random, 4, 12));
  const size = { kind: 'number', count } as const;
  const draft = draftPlan({ total, frequency: 'monthly', firstDueOn, size, firstPayment: null });
  if (!draft.ok) return null;
  const row = {
    ...ofCase(play),
    id: book.newId(),
    portfolioId: portfolio.id,
    totalMinor: total,
    currency: portfolio.currency,
    frequency: 'monthly',
    itemIds: overdueItems(play).map(({ id }) => id),
    state: 'active',
    madeAt: instantOf(play.ms),
    madeBy: place.userId,
    conversationId: place.conversationId,
    endedAt: null as string | null,
  };
  const { customerId, tenantId } = row;
  const parts = draft.instalments.map(({ number, dueOn, amount }) => {
    const own = { customerId, tenantId, planId: row.id };
    return { ...own, number, dueOn, amountMinor: amount, paidMinor: 0n, state: 'open' };
  });
  book.rows.plans.push(row);
  book.rows.planInstalments.push(...parts);
  play.plans.push({ row, parts });
  const stopsAfter = play.character === 'falls-behind' ? between(random, 0, 2) : parts.length;
  for (const { dueOn, amountMinor } of parts.slice(0, stopsAfter)) {
    play.coming.push({ on: dueOn, minor: amountMinor, source: 'bank-transfer' });
  }
  const facts = { planId: row.id, totalMinor: total, currency: row.currency, firstDueOn };
  const { conversationId } = place;
  const instalments = parts.length;
  log(play, 'plan.made', { ...facts, conversationId, instalments, as: 'plan' }, place.userId);
  move(play, day, ['plan-made'], agreed({ planId: row.id }, place));
  return 'plan';
}
