import { event } from '#domain/events/event.ts';
import type { Payer } from '#domain/parties/payers.ts';
import { assert } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import {
  claimReferences,
  type KeptPayment,
  lockCustomers,
  openItems,
  writePayments,
  writePostings,
  writtenOffItems,
} from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { reportRecoveries } from './report-recovery.ts';
import { recoveriesOf, type Spread, spread, type ToSpread } from './spread-payments.ts';

/** A payment that is known to belong to an account, in minor units of the portfolio's currency. */
export type PaymentToBook = {
  readonly customerId: string;
  readonly accountId: string;
  /** The items the payer named, in their order; without any the policy spreads the money. */
  readonly itemIds: readonly string[];
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly receivedOn: LocalDate;
  /** Where it came from: `manual`, `file`, `camt`, `desk`. */
  readonly source: string;
  /** Whose money it was; left out where nobody told. */
  readonly payer?: Payer;
  /** The client's own reference: the same one is booked once, ever. */
  readonly reference: string | null;
  readonly bankEntryId?: string | null;
  readonly importId?: string | null;
  readonly conversationId?: string | null;
};

/** What became of one row. A duplicate was booked before and changes nothing. */
export type BookedPayment = {
  readonly paymentId: string | null;
  readonly duplicate: boolean;
  readonly allocatedMinor: bigint;
  readonly unappliedMinor: bigint;
};

/**
 * Books payments of one portfolio, set-based, in the caller's transaction: allocation (the named
 * items, then the account, then the customer's oldest debt, then what of the account was written off),
 * postings, balances, the event `payment.received`, promises and plans, and the move of every case it cures, whose pending actions
 * end here. Answers the rows in their order. Takes the locks of the customers.
 */
export async function bookPayments(
  app: App,
  tx: Tx,
  portfolioId: string,
  rows: readonly PaymentToBook[],
  userId: string | null = null,
): Promise<readonly BookedPayment[]> {
  if (rows.length === 0) return [];
  const place = await placeOf(app, tx, portfolioId);
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  await lockCustomers(tx, customerIds);
  const withIds = rows.map((row) => ({ row, paymentId: app.newId() }));
  const fresh = await freshOf(app, tx, portfolioId, withIds);
  const items = await openItems(tx, portfolioId, customerIds);
  const writtenOff = await writtenOffItems(tx, portfolioId, customerIds);
  const booked = spread(app, place, fresh, items, writtenOff);
  const made = booked.map(({ row, paymentId }) => keptPayment(app, place, row, paymentId, userId));
  await writePayments(tx, made);
  const at = now(app);
  const today = dateIn(place.portfolio.zone, app.clock());
  await writePostings(
    tx,
    booked.flatMap(({ row, postings }) =>
      postings.map((posting) => ({
        ...posting,
        id: app.newId(),
        tenantId: app.tenantId,
        recordedAt: at,
        importId: row.importId ?? null,
      })),
    ),
    today,
  );
  await logPayments(app, tx, place, booked, userId);
  await reportRecoveries(app, tx, place, userId, recoveriesOf(booked, writtenOff));
  await settleCases(app, tx, place, customerIds, { actorId: userId });
  const byId = new Map(booked.map((one) => [one.paymentId, one]));
  return withIds.map(({ paymentId }) => answerOf(byId.get(paymentId)));
}

type Wanted = ToSpread<PaymentToBook>;
type Booked = Spread<PaymentToBook>;

function answerOf(booked: Booked | undefined): BookedPayment {
  if (!booked) {
    return { paymentId: null, duplicate: true, allocatedMinor: 0n, unappliedMinor: 0n };
  }
  const { paymentId, allocation, row } = booked;
  const unappliedMinor = allocation.unapplied;
  const allocatedMinor = row.amountMinor - unappliedMinor;
  return { paymentId, duplicate: false, allocatedMinor, unappliedMinor };
}

/** The rows whose reference was not booked before, nor earlier among themselves. */
async function freshOf(
  app: App,
  tx: Tx,
  portfolioId: string,
  wanted: readonly Wanted[],
): Promise<readonly Wanted[]> {
  const first = new Map<string, Wanted>();
  for (const one of wanted) {
    const { reference } = one.row;
    if (reference !== null && !first.has(reference)) first.set(reference, one);
  }
  const claims = [...first].map(([reference, { row, paymentId }]) => ({
    reference,
    customerId: row.customerId,
    targetId: paymentId,
  }));
  if (claims.length === 0) return wanted;
  const place = { tenantId: app.tenantId, portfolioId };
  const claimed = await claimReferences(tx, place, 'payment', claims);
  return wanted.filter((one) => {
    const { reference } = one.row;
    return reference === null || (claimed.has(reference) && first.get(reference) === one);
  });
}

function keptPayment(
  app: App,
  place: Place,
  row: PaymentToBook,
  paymentId: string,
  userId: string | null,
): KeptPayment {
  assert(
    row.currency === place.portfolio.currency,
    'a payment is in the currency of its portfolio',
  );
  return {
    customerId: row.customerId,
    id: paymentId,
    tenantId: app.tenantId,
    portfolioId: place.portfolio.id,
    accountId: row.accountId,
    amountMinor: row.amountMinor,
    currency: row.currency,
    receivedOn: row.receivedOn,
    source: row.source,
    payer: row.payer ?? 'unknown',
    reference: row.reference,
    bankEntryId: row.bankEntryId ?? null,
    userId,
    conversationId: row.conversationId ?? null,
    recordedAt: now(app),
    importId: row.importId ?? null,
  };
}

async function logPayments(
  app: App,
  tx: Tx,
  place: Place,
  booked: readonly Booked[],
  userId: string | null,
): Promise<void> {
  const customerIds = [...new Set(booked.map(({ row }) => row.customerId))];
  const cases = await openCasesOf(tx, place.portfolio.id, customerIds);
  const at = now(app);
  await appendMany(
    tx,
    booked.map(({ row, paymentId, allocation }) =>
      event(
        'payment.received',
        {
          id: app.newId(),
          tenantId: app.tenantId,
          portfolioId: place.portfolio.id,
          customerId: row.customerId,
          caseId: cases.get(row.customerId) ?? null,
          occurredAt: at,
          recordedAt: at,
          actorId: userId,
        },
        {
          paymentId,
          amountMinor: row.amountMinor,
          currency: row.currency,
          unappliedMinor: allocation.unapplied,
          receivedOn: row.receivedOn,
          source: row.source,
          conversationId: null,
        },
      ),
    ),
  );
}
