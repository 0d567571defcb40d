import { event } from '#domain/events/event.ts';
import { defaultPolicy, partsOf } from '#domain/ledger/allocation.ts';
import { credited } from '#domain/ledger/postings.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { writeCredits } from '#storage/ledger/credits.ts';
import {
  claimReferences,
  lockCustomers,
  type OwedItem,
  openItems,
  writePostings,
} from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A credit note for one item, in minor units of the portfolio's currency. */
export type CreditToBook = {
  readonly customerId: string;
  readonly itemId: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly importId?: string | null;
};

/** What became of a credit note. `more-than-owed` and a duplicate change nothing. */
export type BookedCredit = { readonly outcome: 'booked' | 'duplicate' | 'more-than-owed' };

type Wanted = { readonly row: CreditToBook; readonly id: string; readonly eventId: string };

/**
 * Books credit notes of one portfolio, set-based, in the caller's transaction: postings, balances,
 * the event `credit.booked`, and the move of every case they cure. Answers the rows in their order.
 */
export async function bookCredits(
  app: App,
  tx: Tx,
  portfolioId: string,
  rows: readonly CreditToBook[],
  userId: string | null = null,
): Promise<readonly BookedCredit[]> {
  if (rows.length === 0) return [];
  const place = await placeOf(app, tx, portfolioId);
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  await lockCustomers(tx, customerIds);
  const open = await openItems(tx, portfolioId, customerIds);
  const wanted = rows.map((row) => ({ row, id: app.newId(), eventId: app.newId() }));
  const outcomes = new Map<Wanted, BookedCredit['outcome']>();
  const fitting = fittingOf(wanted, open, outcomes);
  const claimed = await claimReferences(
    tx,
    { tenantId: app.tenantId, portfolioId },
    'credit',
    fitting.map(({ row, id }) => ({
      reference: row.reference,
      customerId: row.customerId,
      targetId: id,
    })),
  );
  const fresh = fitting.filter(({ row }) => claimed.has(row.reference));
  await keepCredits(app, tx, place, fresh, open, userId);
  await settleCases(app, tx, place, customerIds, {
    actorId: userId,
    clearedBy: 'credited',
    happened: await notOwed(tx, portfolioId, fresh, open),
  });
  const booked = new Set(fresh);
  return wanted.map((one) => ({
    outcome: outcomes.get(one) ?? (booked.has(one) ? 'booked' : 'duplicate'),
  }));
}

/** Those whose item still holds the amount, counted down row by row; a reference once. */
function fittingOf(
  wanted: readonly Wanted[],
  open: readonly OwedItem[],
  outcomes: Map<Wanted, BookedCredit['outcome']>,
): Wanted[] {
  const left = new Map(open.map((item) => [item.itemId, totalOf(item)]));
  const seen = new Set<string>();
  return wanted.filter((one) => {
    const { itemId, amountMinor, reference } = one.row;
    if (seen.has(reference)) return false;
    seen.add(reference);
    const rest = left.get(itemId) ?? 0n;
    if (amountMinor > rest) {
      outcomes.set(one, 'more-than-owed');
      return false;
    }
    left.set(itemId, rest - amountMinor);
    return true;
  });
}

function totalOf({ owed }: OwedItem): bigint {
  return Object.values(owed).reduce((sum, part) => sum + part, 0n);
}

/** A credit note for what a customer disputed says that they were right: it was never owed. */
async function notOwed(
  tx: Tx,
  portfolioId: string,
  fresh: readonly Wanted[],
  open: readonly OwedItem[],
): Promise<readonly Happened[]> {
  const disputed = new Set(open.flatMap((item) => (item.disputedMinor > 0n ? item.itemId : [])));
  const owners = fresh
    .filter(({ row }) => disputed.has(row.itemId))
    .map(({ row }) => row.customerId);
  if (owners.length === 0) return [];
  const cases = await openCasesOf(tx, portfolioId, [...new Set(owners)]);
  return [...cases.values()].map((caseId) => ({ caseId, on: ['not-owed'] }));
}

async function keepCredits(
  app: App,
  tx: Tx,
  place: Place,
  fresh: readonly Wanted[],
  open: readonly OwedItem[],
  userId: string | null,
): Promise<void> {
  const items = new Map(open.map((item) => [item.itemId, item]));
  const { id: portfolioId, currency, zone } = place.portfolio;
  const at = now(app);
  const common = { tenantId: app.tenantId, recordedAt: at };
  const notes = fresh.map(({ row, id }) => ({
    ...row,
    ...common,
    id,
    portfolioId,
    accountId: items.get(row.itemId)?.accountId ?? '',
    currency,
    importId: row.importId ?? null,
  }));
  await writeCredits(tx, notes);
  const postings = fresh.flatMap(({ row, eventId }) => {
    const item = items.get(row.itemId);
    if (!item) return [];
    const parts = partsOf(item, row.amountMinor, defaultPolicy.componentOrder);
    if (!parts.ok) throw new Refusal('conflict', { thing: 'item', reason: parts.reason });
    // What one note took from a component is gone for the next note of the same item.
    const owed = { ...item.owed };
    for (const share of parts.shares) owed[share.component] -= share.amount;
    items.set(row.itemId, { ...item, owed });
    const { customerId, issuedOn: bookedOn } = row;
    const booking = { customerId, portfolioId, currency, bookedOn, eventId };
    return credited(booking, parts.shares).map((posting) => ({
      ...posting,
      ...common,
      id: app.newId(),
      importId: row.importId ?? null,
    }));
  });
  await writePostings(tx, postings, dateIn(zone, app.clock()));
  await logCredits(app, tx, portfolioId, fresh, currency, userId);
}

async function logCredits(
  app: App,
  tx: Tx,
  portfolioId: string,
  fresh: readonly Wanted[],
  currency: string,
  userId: string | null,
): Promise<void> {
  const owners = [...new Set(fresh.map(({ row }) => row.customerId))];
  const cases = await openCasesOf(tx, portfolioId, owners);
  const at = now(app);
  await appendMany(
    tx,
    fresh.map(({ row, id }) =>
      event(
        'credit.booked',
        {
          id: app.newId(),
          tenantId: app.tenantId,
          portfolioId,
          customerId: row.customerId,
          caseId: cases.get(row.customerId) ?? null,
          occurredAt: at,
          recordedAt: at,
          actorId: userId,
        },
        { creditId: id, itemId: row.itemId, amountMinor: row.amountMinor, currency },
      ),
    ),
  );
}
