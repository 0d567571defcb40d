import {
  type Allocation,
  allocate,
  type Direction,
  defaultPolicy,
  disputedPart,
  type OpenItem,
} from '#domain/ledger/allocation.ts';
import {
  applied,
  type Booking,
  creditApplied,
  type Posting,
  paid,
  reinstated,
  type Share,
} from '#domain/ledger/postings.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { WaitingMoney } from '#storage/ledger/in-hand.ts';
import type { OwedItem, WrittenOffItem } from '#storage/ledger/ledger.ts';
import type { App } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { Recovery } from './report-recovery.ts';

/** What of a payment says where its money goes; minor units. */
export type Spreadable = {
  readonly customerId: string;
  readonly accountId: string;
  /** The items the payer named, in their order; without any the policy spreads the money. */
  readonly itemIds: readonly string[];
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly receivedOn: LocalDate;
};

/** A payment under the id it will have. */
export type ToSpread<Row extends Spreadable> = { readonly row: Row; readonly paymentId: string };

/** A payment with its postings. */
export type Spread<Row extends Spreadable> = ToSpread<Row> & {
  /** Where the money went: open debt, and what it recovered of written-off debt. */
  readonly allocation: Allocation;
  readonly recovered: Allocation['shares'];
  readonly postings: readonly Posting[];
};

/** Spreads payments in their order; what one took is gone for the next. */
export function spread<Row extends Spreadable>(
  app: App,
  place: Place,
  wanted: readonly ToSpread<Row>[],
  items: readonly OwedItem[],
  writtenOff: readonly OwedItem[],
): readonly Spread<Row>[] {
  const left = byCustomer(items);
  const lost = byCustomer(writtenOff);
  return wanted.map(({ row, paymentId }) => {
    const open = left.get(row.customerId) ?? [];
    const old = lost.get(row.customerId) ?? [];
    const { onDebt, recovered, unapplied } = sharesOf(row, open, old);
    left.set(row.customerId, lessened(open, onDebt));
    lost.set(row.customerId, lessened(old, recovered));
    const allocation = { shares: [...onDebt, ...recovered], unapplied };
    const booking = {
      customerId: row.customerId,
      portfolioId: place.portfolio.id,
      currency: row.currency,
      bookedOn: row.receivedOn,
      eventId: app.newId(),
    };
    const receipt = { paymentId, accountId: row.accountId, unapplied };
    const postings = [
      ...reinstated(booking, recovered, paymentId),
      ...paid(booking, receipt, allocation.shares),
    ];
    return { row, paymentId, allocation, recovered, postings };
  });
}

/** Money in hand that found a debt: what of which payment or credit note, by which event. */
export type Applied = {
  readonly money: WaitingMoney;
  readonly amountMinor: bigint;
  readonly eventId: string;
  readonly postings: readonly Posting[];
};

/** Spreads money in hand over open debt, one after the other; what finds none is left out. */
export function spreadWaiting(
  app: App,
  place: Place,
  waiting: readonly WaitingMoney[],
  items: readonly OwedItem[],
  today: LocalDate,
): readonly Applied[] {
  const left = byCustomer(items);
  return waiting.flatMap((money) => {
    const { customerId, currency, amountMinor: hadMinor } = money;
    const open = left.get(customerId) ?? [];
    const row = { ...money, itemIds: [], receivedOn: today };
    const { onDebt, unapplied } = sharesOf(row, open, []);
    if (onDebt.length === 0) return [];
    left.set(customerId, lessened(open, onDebt));
    const eventId = app.newId();
    const portfolioId = place.portfolio.id;
    const booking = { customerId, portfolioId, currency, bookedOn: today, eventId };
    const postings = appliedMoney(booking, money, onDebt);
    return [{ money, amountMinor: hadMinor - unapplied, eventId, postings }];
  });
}

/** The postings that apply money in hand, by what it comes from. */
export function appliedMoney(
  booking: Booking,
  { of, sourceId, accountId }: Pick<WaitingMoney, 'of' | 'sourceId' | 'accountId'>,
  shares: readonly Share[],
): readonly Posting[] {
  return of === 'credit'
    ? creditApplied(booking, { creditId: sourceId, accountId }, shares)
    : applied(booking, sourceId, shares);
}

function byCustomer(items: readonly OwedItem[]): Map<string, OpenItem[]> {
  const sorted = Map.groupBy(items, ({ customerId }) => customerId);
  return new Map(
    [...sorted].map(([customerId, mine]) => [
      customerId,
      mine.map(({ customerId: _, reference: __, disputedMinor, ...rest }) => ({
        ...rest,
        disputed: disputedPart(rest.owed, { amount: disputedMinor, component: null }),
      })),
    ]),
  );
}

/** Where the money of one payment goes: to open debt, to what was written off, or nowhere yet. */
type Shares = {
  readonly onDebt: readonly Share[];
  readonly recovered: readonly Share[];
  readonly unapplied: bigint;
};

/**
 * The named items first, what of it is open before what was written off, as the payer directs (12 CFR
 * 1006.30(c)(1)); then the account's own items, then the customer's others, of each what a running plan
 * pays off before the rest, because that is what was agreed; what is left recovers
 * what was written off of the very account it came for.
 */
function sharesOf(row: Spreadable, open: readonly OpenItem[], lost: readonly OpenItem[]): Shares {
  const onDebt: Share[] = [];
  const recovered: Share[] = [];
  let left = row.amountMinor;
  const take = (into: Share[], items: readonly OpenItem[], direction?: Direction) => {
    if (left === 0n || items.length === 0) return;
    const money = { amount: left, currency: row.currency };
    const taken = allocate(money, lessened(items, into), defaultPolicy, direction);
    into.push(...taken.shares);
    left = taken.unapplied;
  };
  if (row.itemIds.length > 0) {
    const direction: Direction = {
      targets: row.itemIds.map((itemId) => ({ itemId, amount: null })),
      rest: 'unapplied',
    };
    take(onDebt, open, direction);
    take(recovered, lost, direction);
  }
  const isOwn = ({ accountId }: OpenItem) => accountId === row.accountId;
  for (const items of [open.filter(isOwn), open.filter((item) => !isOwn(item))]) {
    take(
      onDebt,
      items.filter(({ planned }) => planned),
    );
    take(onDebt, items);
  }
  take(recovered, lost.filter(isOwn));
  return { onDebt, recovered, unapplied: left };
}

/** What each payment recovered, by the case that was written off. */
export function recoveriesOf(
  booked: readonly Spread<Spreadable>[],
  writtenOff: readonly WrittenOffItem[],
): readonly Recovery[] {
  const caseOf = new Map(writtenOff.map(({ itemId, caseId }) => [itemId, caseId]));
  return booked.flatMap(({ row, paymentId, recovered }) => {
    const { customerId, currency } = row;
    const byCase = Map.groupBy(recovered, ({ itemId }) => caseOf.get(itemId) ?? '');
    return [...byCase].map(([caseId, shares]) => ({
      ...{ customerId, caseId, paymentId, currency },
      amountMinor: shares.reduce((sum, { amount }) => sum + amount, 0n),
    }));
  });
}

function lessened(open: readonly OpenItem[], shares: readonly Share[]): OpenItem[] {
  return open.map((item) => {
    const owed = { ...item.owed };
    for (const share of shares) {
      if (share.itemId === item.itemId) owed[share.component] -= share.amount;
    }
    return { ...item, owed };
  });
}
