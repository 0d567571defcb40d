import { event } from '#domain/events/event.ts';
import { allocate, defaultPolicy, disputedPart } from '#domain/ledger/allocation.ts';
import { refunded } from '#domain/ledger/postings.ts';
import { exactAmount, moreThanOwed } from '#domain/ledger/typed-amounts.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import { type MoneySourceRow, moneyOf } from '#storage/ledger/in-hand.ts';
import { lockCustomers, type OwedItem, openItems, writePostings } from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logApplied } from './apply-waiting.ts';
import { notInFuture } from './not-in-future.ts';
import { appliedMoney } from './spread-payments.ts';

/** Money in hand of a customer: the payment or credit note that it is of. */
type MoneyInHand = {
  readonly portfolioId: string;
  readonly customerId: string;
  readonly sourceId: string;
  /** A plain decimal in the portfolio's currency. */
  readonly amount: string;
};

/** Money in hand that somebody applies to an open item. */
export type MoneyToApply = MoneyInHand & {
  readonly itemId: string;
  /** The customer asked for it to go there: only then disputed debt takes it. */
  readonly directed: boolean;
};

/** Money in hand that was paid back to the customer. */
export type MoneyToRefund = MoneyInHand & {
  readonly refundedOn: LocalDate;
  readonly note: string;
};

/**
 * Money in hand under the lock of its customer. Throws `not-found` where nothing of it waits,
 * `amount-mismatch` above what waits, `invalid-input` for an amount that is not exact.
 */
async function lookAtMoney(app: App, tx: Tx, { portfolioId, ...input }: MoneyInHand) {
  const place = await placeOf(app, tx, portfolioId);
  const { currency } = place.portfolio;
  const amountMinor = exactAmount(input.amount, currency);
  await lockCustomers(tx, [input.customerId]);
  const all = await moneyOf(tx, portfolioId, input.customerId);
  const money = all.find(({ sourceId }) => sourceId === input.sourceId);
  if (!money) throw new Refusal('not-found', { thing: 'money-in-hand', id: input.sourceId });
  if (amountMinor > money.amountMinor) {
    throw moreThanOwed(money.amountMinor, amountMinor, currency);
  }
  return { place, money, amountMinor };
}

/**
 * Money in hand and the open item that it is to reduce. Throws as `lookAtMoney`, `not-found` for an item
 * that owes nothing, `conflict` for a disputed part that the customer did not ask to pay,
 * `amount-mismatch` above what the item owes.
 */
export async function lookAtApplication(app: App, tx: Tx, input: MoneyToApply) {
  const looked = await lookAtMoney(app, tx, input);
  const { amountMinor, place } = looked;
  const open = await openItems(tx, input.portfolioId, [input.customerId]);
  const item = open.find(({ itemId }) => itemId === input.itemId);
  if (!item) throw new Refusal('not-found', { thing: 'item', id: input.itemId });
  const owed = Object.values(item.owed).reduce((sum, part) => sum + part, 0n);
  const { currency } = place.portfolio;
  if (amountMinor > owed) throw moreThanOwed(owed, amountMinor, currency);
  if (!input.directed && amountMinor > owed - item.disputedMinor) {
    throw new Refusal('conflict', { thing: 'item', reason: 'disputed' });
  }
  return { ...looked, item };
}

/** Applies money in hand to an open item, in the caller's transaction; the cases follow. */
export async function applyByHand(
  app: App,
  tx: Tx,
  input: MoneyToApply,
  userId: string | null,
): Promise<void> {
  const { place, money, amountMinor, item } = await lookAtApplication(app, tx, input);
  const { id: portfolioId, zone } = place.portfolio;
  const eventId = app.newId();
  const bookedOn = dateIn(zone, app.clock());
  const { customerId, currency } = money;
  const booking = { customerId, portfolioId, currency, bookedOn, eventId };
  const postings = appliedMoney(booking, money, sharesOn(item, amountMinor));
  await keep(app, tx, postings, bookedOn);
  await logApplied(app, tx, portfolioId, [{ money, amountMinor, eventId }], userId);
  await settleCases(app, tx, place, [customerId], {
    actorId: userId,
    ...(money.of === 'credit' ? { clearedBy: 'credited' as const } : {}),
  });
}

function sharesOn(item: OwedItem, amountMinor: bigint) {
  const { disputedMinor, currency } = item;
  const disputed = disputedPart(item.owed, { amount: disputedMinor, component: null });
  const targets = [{ itemId: item.itemId, amount: amountMinor }];
  const money = { amount: amountMinor, currency };
  const direction = { targets, rest: 'unapplied' as const };
  return allocate(money, [{ ...item, disputed }], defaultPolicy, direction).shares;
}

/** Money in hand that is to be given back. Throws as `lookAtMoney`, `invalid-input` for a wrong day. */
export async function lookAtRefund(app: App, tx: Tx, input: MoneyToRefund) {
  const looked = await lookAtMoney(app, tx, input);
  notInFuture(app, looked.place, input.refundedOn, 'refundedOn');
  if (input.refundedOn < looked.money.day) {
    const problems = [{ path: 'refundedOn', message: 'before-payment' }];
    throw new Refusal('invalid-input', { problems });
  }
  return looked;
}

/** Records that money in hand was given back, in the caller's transaction; the cases follow. */
export async function refundByHand(
  app: App,
  tx: Tx,
  input: MoneyToRefund,
  userId: string | null,
): Promise<void> {
  const { place, money, amountMinor } = await lookAtRefund(app, tx, input);
  const { refundedOn } = input;
  const { id: portfolioId, zone } = place.portfolio;
  const { customerId, currency, accountId, sourceId: paymentId } = money;
  const eventId = app.newId();
  const booking = { customerId, portfolioId, currency, bookedOn: refundedOn, eventId };
  const postings = refunded(booking, { paymentId, accountId }, amountMinor);
  await keep(app, tx, postings, dateIn(zone, app.clock()));
  await logRefund(app, tx, place, money, { amountMinor, refundedOn, eventId, userId });
  await settleCases(app, tx, place, [customerId], { actorId: userId });
}

async function logRefund(
  app: App,
  tx: Tx,
  { portfolio }: Place,
  { of, sourceId, customerId, currency }: MoneySourceRow,
  done: {
    readonly amountMinor: bigint;
    readonly refundedOn: LocalDate;
    readonly eventId: string;
    readonly userId: string | null;
  },
): Promise<void> {
  const { amountMinor, refundedOn, eventId: id, userId: actorId } = done;
  const caseId = (await openCasesOf(tx, portfolio.id, [customerId])).get(customerId) ?? null;
  const at = now(app);
  const frame = {
    ...{ id, tenantId: app.tenantId, portfolioId: portfolio.id, customerId, caseId, actorId },
    ...{ occurredAt: at, recordedAt: at },
  };
  const facts = { amountMinor, currency, refundedOn };
  await append(tx, [
    of === 'credit'
      ? event('credit.refunded', frame, { creditId: sourceId, ...facts })
      : event('payment.refunded', frame, { paymentId: sourceId, ...facts }),
  ]);
}

async function keep(
  app: App,
  tx: Tx,
  postings: ReturnType<typeof appliedMoney>,
  today: LocalDate,
): Promise<void> {
  const kept = { tenantId: app.tenantId, recordedAt: now(app), importId: null };
  await writePostings(
    tx,
    postings.map((posting) => ({ ...posting, ...kept, id: app.newId() })),
    today,
  );
}
