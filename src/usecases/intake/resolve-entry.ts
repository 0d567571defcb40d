import { bankReturnCode } from '#domain/key-events/return-codes.ts';
import type { ReversalReason } from '#domain/key-events/reversal-reasons.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  entriesById,
  listEntries,
  type OpenEntry,
  resolveEntryRow,
  type SameEntry,
} from '#storage/intake/bank-entries.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { endRequests } from '#usecases/approvals/steps/end-requests.ts';
import { reverseBooking } from '#usecases/ledger/steps/reverse-booking.ts';
import { bookOrAsk, entryRequest, type OwnerDecision } from './steps/book-entry.ts';
import { lookAgain } from './steps/look-again.ts';
import { openEntry } from './steps/open-entry.ts';

/** Entries on one page. */
const maxEntries = 200;

/** Entries that wait for a person, or those in another state, with the earlier one each may be. */
export async function readEntries(
  app: App,
  actor: Actor,
  wanted: { readonly state: string; readonly entryId?: string | undefined },
) {
  const mine = portfoliosWith(actor, 'entry.resolve');
  const rows = await listEntries(
    app.db,
    app.tenantId,
    mine === 'all' ? null : mine,
    { state: wanted.state, entryId: wanted.entryId ?? null },
    maxEntries,
  );
  const earlier = await entriesById(
    app.db,
    rows.flatMap(({ sameAs }) => sameAs ?? []),
  );
  const entries = rows.map(({ amountMinor, chargesMinor, candidates, sameAs, ...row }) => {
    const shown = candidatesOf(candidates);
    const isDoubt = shown.reasons.some(({ code }) => code === 'may-be-same');
    const same = row.state === 'known' || isDoubt ? earlier.get(sameAs ?? '') : undefined;
    const amount = plainAmount(amountMinor, row.currency);
    const charges = chargesMinor > 0n ? plainAmount(chargesMinor, row.currency) : null;
    const payerRole = row.payerRole ?? null;
    const asksReason = amountMinor < 0n && knownCode(row.returnReason) === null;
    const sums = { amount, charges, asksReason };
    return { ...row, payerRole, ...sums, ...shown, sameAs: same ? sameShown(same) : null };
  });
  return { entries };
}

const knownCode = (code: string | null) => (code === null ? null : bankReturnCode(code));

function sameShown({ amountMinor, customerId: _, ...same }: SameEntry) {
  return { ...same, amount: plainAmount(amountMinor, same.currency) };
}

type Shown = {
  readonly reasons: { code: string; about: string | null }[];
  readonly items: {
    itemId: string;
    accountId: string;
    customerId: string;
    itemReference: string;
    accountReference: string;
    customerReference: string;
    customerName: string;
    balance: string;
    currency: string;
    dueOn: string;
  }[];
};

function candidatesOf(value: unknown): { reasons: Shown['reasons']; candidates: Shown['items'] } {
  const shown = (Array.isArray(value) ? {} : value) as Partial<Shown>;
  return { reasons: shown.reasons ?? [], candidates: shown.items ?? [] };
}

/** Whose an entry is: a reference, or the payment that money sent back was. */
export type EntryDecision = OwnerDecision & {
  readonly paymentId: string | null;
  /** Why money went back, where the bank's code does not say it. */
  readonly reason: Exclude<ReversalReason, 'bank-return'> | null;
};

/**
 * Books an entry as what a person says it is: money that came in becomes a payment of the item,
 * account or customer named, which above the portfolio's limit waits for a second person; money that
 * went back takes the chosen payment back, for the reason that
 * its code or else the person gives. Throws `not-found`, `already-done`, `step-missing` when nothing is
 * chosen or no reason is given.
 */
export async function matchEntry(
  app: App,
  actor: Actor,
  decision: EntryDecision,
): Promise<{ done: true; approvalId: string | null }> {
  const approvalId = await inRetriedTransaction(app.db, async (tx) => {
    const locked = await openEntry(tx, actor, decision.entryId);
    if (locked.amountMinor < 0n) {
      await matchReturn(app, tx, actor, locked, decision);
      return null;
    }
    return bookOrAsk(app, tx, actor, locked, decision);
  });
  return { done: true, approvalId };
}

async function matchReturn(
  app: App,
  tx: Tx,
  actor: Actor,
  entry: OpenEntry,
  { paymentId, note, reason: said }: EntryDecision,
): Promise<void> {
  if (paymentId === null) throw new Refusal('step-missing', { needs: 'payment' });
  const { returnReason: reasonCode, bookedOn: returnedOn } = entry;
  const reason = knownCode(reasonCode) ? ('bank-return' as const) : said;
  if (reason === null) throw new Refusal('step-missing', { needs: 'return-reason' });
  const charged = { minor: entry.chargesMinor, currency: entry.currency };
  const returned = { paymentId, reason, reasonCode, returnedOn, charged };
  let customerId: string | null = null;
  await reverseBooking(app, tx, returned, (payment) => {
    allow(actor, 'payment.record', payment.portfolioId);
    customerId = payment.customerId;
    // What the bank sent back needs no second person; another sum is nothing that the bank said.
    // Of what went back, charges on top are a cost of the creditor and no part of the payment.
    const sums = [-entry.amountMinor, -entry.amountMinor - entry.chargesMinor];
    if (payment.currency !== entry.currency || !sums.includes(payment.amountMinor)) {
      throw new Refusal('amount-mismatch', {
        expected: plainAmount(-entry.amountMinor, entry.currency),
        got: plainAmount(payment.amountMinor, payment.currency),
      });
    }
    return actor.userId;
  });
  await resolveEntryRow(tx, entry.id, {
    state: 'matched',
    how: 'by-hand',
    customerId,
    paymentId,
    note,
    at: now(app),
    by: actor.userId,
  });
}

/** Puts an entry aside with a note that says why: it is no payment of a debt here. */
export async function setEntryAside(
  app: App,
  actor: Actor,
  { entryId, note }: { entryId: string; note: string },
): Promise<{ done: true }> {
  await app.db.transaction().execute(async (tx) => {
    const entry = await openEntry(tx, actor, entryId);
    await resolveEntryRow(tx, entry.id, {
      state: 'set_aside',
      how: 'by-hand',
      customerId: null,
      paymentId: null,
      note,
      at: now(app),
      by: actor.userId,
    });
    await endRequests(app, tx, actor, entryRequest(entry));
    await lookAgain(app, tx, entry.portfolioId, [entry.likelyCustomerId], actor.userId);
  });
  return { done: true };
}
