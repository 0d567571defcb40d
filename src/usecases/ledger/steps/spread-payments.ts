import {
  type Allocation,
  allocate,
  type Direction,
  defaultPolicy,
  disputedPart,
  type OpenItem,
} from '#domain/ledger/allocation.ts';
import { type Posting, paid, reinstated } from '#domain/ledger/postings.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { OwedItem, WrittenOffItem } from '#storage/ledger/ledger.ts';
import type { App } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { Recovery } from './report-recovery.ts';

/** What of a payment says where its money goes; minor units. */
export type Spreadable = {
  readonly customerId: string;
  readonly accountId: string;
  /** The item the payer named; null lets the policy spread the money. */
  readonly itemId: string | null;
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
    const onDebt = allocationOf(row, open);
    left.set(row.customerId, lessened(open, onDebt));
    const old = lost.get(row.customerId) ?? [];
    const recovery = recoveryOf(row, onDebt.unapplied, old);
    lost.set(row.customerId, lessened(old, recovery));
    const recovered = recovery.shares;
    const { unapplied } = recovery;
    const allocation = { shares: [...onDebt.shares, ...recovered], unapplied };
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

function byCustomer(items: readonly OwedItem[]): Map<string, OpenItem[]> {
  const sorted = Map.groupBy(items, ({ customerId }) => customerId);
  return new Map(
    [...sorted].map(([customerId, mine]) => [
      customerId,
      mine.map(({ customerId: _, disputedMinor, ...rest }) => ({
        ...rest,
        disputed: disputedPart(rest.owed, { amount: disputedMinor, component: null }),
      })),
    ]),
  );
}

/** The named item first, then the account's own items, then the customer's others. */
function allocationOf(row: Spreadable, open: readonly OpenItem[]): Allocation {
  const { itemId, accountId, currency } = row;
  const money = { amount: row.amountMinor, currency };
  const direction: Direction | undefined =
    itemId === null ? undefined : { targets: [{ itemId, amount: null }], rest: 'policy' };
  const own = open.filter((item) => item.accountId === accountId);
  const first = allocate(money, own, defaultPolicy, direction);
  const others = open.filter((item) => item.accountId !== accountId);
  if (first.unapplied === 0n || others.length === 0) return first;
  const rest = allocate({ amount: first.unapplied, currency }, others, defaultPolicy);
  return { shares: [...first.shares, ...rest.shares], unapplied: rest.unapplied };
}

/** What is left of a payment recovers what was written off of the very account it came for. */
function recoveryOf(row: Spreadable, amount: bigint, writtenOff: OpenItem[]): Allocation {
  const own = writtenOff.filter((item) => item.accountId === row.accountId);
  if (amount === 0n || own.length === 0) return { shares: [], unapplied: amount };
  const targets = row.itemId === null ? [] : [{ itemId: row.itemId, amount: null }];
  const direction: Direction = { targets, rest: 'policy' };
  return allocate({ amount, currency: row.currency }, own, defaultPolicy, direction);
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

function lessened(open: readonly OpenItem[], { shares }: Allocation): OpenItem[] {
  return open.map((item) => {
    const owed = { ...item.owed };
    for (const share of shares) {
      if (share.itemId === item.itemId) owed[share.component] -= share.amount;
    }
    return { ...item, owed };
  });
}
