import { event } from '#domain/events/event.ts';
import { defaultPolicy, partsOf } from '#domain/ledger/allocation.ts';
import { credited, creditedOnAccount, type Share } from '#domain/ledger/postings.ts';
import { lesser } from '#kernel/money.ts';
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
  writtenOffItems,
} from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A credit note for one item, in minor units of the portfolio's currency. */
export type CreditToBook = {
  readonly customerId: string;
  readonly accountId: string;
  readonly itemId: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly importId?: string | null;
};

/**
 * What became of a credit note; a duplicate changes nothing, nor does one above what is left of an item
 * that was written off, of which nobody can tell what it takes back. `unappliedMinor` waits.
 */
export type BookedCredit = {
  readonly outcome: 'booked' | 'duplicate' | 'more-than-owed';
  readonly unappliedMinor: bigint;
};

type Wanted = { readonly row: CreditToBook; readonly id: string; readonly eventId: string };

/** A credit note with what of it goes on its item; the rest waits on the account. */
type Split = Wanted & { readonly onItemMinor: bigint };

/**
 * Books credit notes of one portfolio, set-based, in the caller's transaction: postings, balances,
 * the event `credit.booked`, and the move of every case they cure. What an item does not owe any more is
 * kept on its account. Answers the rows in their order.
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
  const all = rows.map((row) => ({ row, id: app.newId(), eventId: app.newId() }));
  const lost = await writtenOffItems(tx, portfolioId, customerIds);
  const refused = new Set(beyondWrittenOff(all, open, lost));
  const wanted = all.filter((one) => !refused.has(one));
  const first = new Map(wanted.toReversed().map((one) => [one.row.reference, one]));
  const claimed = await claimReferences(
    tx,
    { tenantId: app.tenantId, portfolioId },
    'credit',
    [...first.values()].map(({ row, id }) => ({
      reference: row.reference,
      customerId: row.customerId,
      targetId: id,
    })),
  );
  const fresh = splitOver(
    open,
    wanted.filter((one) => first.get(one.row.reference) === one && claimed.has(one.row.reference)),
  );
  await keepCredits(app, tx, place, fresh, open, userId);
  await settleCases(app, tx, place, customerIds, {
    actorId: userId,
    clearedBy: 'credited',
    happened: await notOwed(tx, portfolioId, fresh, open),
  });
  const booked = new Map(fresh.map((one) => [one.id, one]));
  return all.map((each) => {
    const one = booked.get(each.id);
    if (one) return { outcome: 'booked', unappliedMinor: one.row.amountMinor - one.onItemMinor };
    const outcome = refused.has(each) ? 'more-than-owed' : 'duplicate';
    return { outcome, unappliedMinor: 0n };
  });
}

/** Notes of more than is left of an item that was written off. */
function beyondWrittenOff(
  notes: readonly Wanted[],
  open: readonly OwedItem[],
  lost: readonly OwedItem[],
): readonly Wanted[] {
  const written = new Set(lost.map(({ itemId }) => itemId));
  const left = new Map(open.map((item) => [item.itemId, totalOf(item)]));
  return notes.filter(
    ({ row }) => written.has(row.itemId) && row.amountMinor > (left.get(row.itemId) ?? 0n),
  );
}

/** How much of each note its item takes, counted down row by row. */
function splitOver(open: readonly OwedItem[], notes: readonly Wanted[]): readonly Split[] {
  const left = new Map(open.map((item) => [item.itemId, totalOf(item)]));
  return notes.map((one) => {
    const { itemId, amountMinor } = one.row;
    const owed = left.get(itemId) ?? 0n;
    const onItemMinor = lesser(amountMinor, owed);
    left.set(itemId, owed - onItemMinor);
    return { ...one, onItemMinor };
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
  fresh: readonly Split[],
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
    currency,
    importId: row.importId ?? null,
  }));
  await writeCredits(tx, notes);
  const postings = fresh.flatMap(({ row, id: creditId, eventId, onItemMinor }) => {
    const { customerId, accountId, itemId, issuedOn: bookedOn } = row;
    const item = items.get(itemId);
    const shares = item ? sharesOf(item, onItemMinor) : [];
    if (item) {
      // What one note took from a component is gone for the next note of the same item.
      const owed = { ...item.owed };
      for (const share of shares) owed[share.component] -= share.amount;
      items.set(itemId, { ...item, owed });
    }
    const booking = { customerId, portfolioId, currency, bookedOn, eventId };
    const rest = row.amountMinor - onItemMinor;
    const onAccount = rest > 0n ? [creditedOnAccount(booking, { creditId, accountId }, rest)] : [];
    return [...credited(booking, shares), ...onAccount].map((posting) => ({
      ...posting,
      ...common,
      id: app.newId(),
      importId: row.importId ?? null,
    }));
  });
  await writePostings(tx, postings, dateIn(zone, app.clock()));
  await logCredits(app, tx, portfolioId, fresh, currency, userId);
}

function sharesOf(item: OwedItem, amountMinor: bigint): readonly Share[] {
  if (amountMinor === 0n) return [];
  const parts = partsOf(item, amountMinor, defaultPolicy.componentOrder);
  if (!parts.ok) throw new Refusal('conflict', { thing: 'item', reason: parts.reason });
  return parts.shares;
}

async function logCredits(
  app: App,
  tx: Tx,
  portfolioId: string,
  fresh: readonly Split[],
  currency: string,
  userId: string | null,
): Promise<void> {
  const owners = [...new Set(fresh.map(({ row }) => row.customerId))];
  const cases = await openCasesOf(tx, portfolioId, owners);
  const at = now(app);
  await appendMany(
    tx,
    fresh.map(({ row, id, onItemMinor }) =>
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
        {
          ...{ creditId: id, itemId: row.itemId, amountMinor: row.amountMinor, currency },
          unappliedMinor: row.amountMinor - onItemMinor,
          issuedOn: row.issuedOn,
        },
      ),
    ),
  );
}
