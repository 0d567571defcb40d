import { payerOf } from '#domain/intake/payer.ts';
import type { Payer } from '#domain/parties/payers.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  lockEntry,
  type OpenEntry,
  paidMinor,
  resolveEntryRow,
} from '#storage/intake/bank-entries.ts';
import { nameOf } from '#storage/ledger/accounts.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';
import { expectApprovable } from '#usecases/ledger/steps/expect-approvable.ts';
import { findDebtor } from '#usecases/ledger/steps/find-debtor.ts';
import { needsSecondPerson } from '#usecases/ledger/steps/needs-second-person.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { lookAgain } from './look-again.ts';

/** Whose the money of an entry is: exactly one of the references. */
export type OwnerDecision = {
  readonly entryId: string;
  readonly itemReference: string | null;
  readonly accountReference: string | null;
  readonly customerReference: string | null;
  /** Whose money it is; null goes by the file, and by the name of the payer. */
  readonly payer?: Payer | null;
  readonly note: string | null;
};

type AskedMatch = OwnerDecision & { readonly state: OpenEntry['state'] };

/**
 * Books money that came in as somebody says whose it is; above the portfolio's limit of a day it waits
 * for a second person. Answers the request, or null when it is booked.
 */
export async function bookOrAsk(
  app: App,
  tx: Tx,
  actor: Actor,
  entry: OpenEntry,
  decision: OwnerDecision,
): Promise<string | null> {
  const { portfolioId, reference, remittance, bookedOn: receivedOn, state } = entry;
  const place = await placeOf(app, tx, portfolioId);
  if (place.portfolio.currency !== entry.currency) {
    throw new Refusal('conflict', { thing: 'entry', reason: 'currency-differs' });
  }
  const { customerId } = await findDebtor(app, tx, { ...decision, portfolioId });
  const amountMinor = paidMinor(entry);
  const booking = { kind: 'payment', place, customerId, amountMinor } as const;
  if (!(await needsSecondPerson(app, tx, actor, booking))) {
    await bookEntry(app, tx, entry, decision, actor.userId);
    return null;
  }
  const { entryId, itemReference, accountReference, customerReference, payer, note } = decision;
  const owner = { entryId, itemReference, accountReference, customerReference, payer, note };
  return askApproval(app, tx, actor, {
    ...{ kind: 'payment', ...entryRequest(entry), customerId, amountMinor },
    about: { ...owner, state, reference, receivedOn },
    reason: note ?? reference ?? remittance ?? '',
  });
}

/** What a request to book an entry is about. */
export const entryRequest = ({ id, portfolioId }: { id: string; portfolioId: string }) => ({
  subject: `entry:${id}`,
  portfolioId,
});

/** Whether an approved payment is the match of an entry. */
export const isMatch = ({ about }: Pick<Answered, 'about'>): boolean => 'entryId' in about;

/**
 * Books an entry as was approved, in the name of whoever asked. Throws `authority-exceeded`, and
 * `already-done` when the entry was decided meanwhile.
 */
export async function carryOutMatch(
  app: App,
  tx: Tx,
  actor: Actor,
  answered: Answered,
): Promise<void> {
  const decision = answered.about as AskedMatch;
  const { entryId: id } = decision;
  const entry = await lockEntry(tx, id);
  if (!entry) throw new Refusal('not-found', { thing: 'entry', id });
  if (entry.state !== decision.state) throw new Refusal('already-done', { thing: 'entry', id });
  await expectApprovable(app, tx, actor, answered);
  await bookEntry(app, tx, entry, decision, answered.askedBy);
}

async function bookEntry(
  app: App,
  tx: Tx,
  entry: OpenEntry,
  decision: OwnerDecision,
  userId: string | null,
): Promise<void> {
  const { portfolioId, currency } = entry;
  const { itemId, ...owner } = await findDebtor(app, tx, { ...decision, portfolioId });
  const row = {
    ...owner,
    itemIds: itemId === null ? [] : [itemId],
    amountMinor: paidMinor(entry),
    currency,
    receivedOn: entry.bookedOn,
    source: entry.statementId === null ? 'file' : 'camt',
    payer: decision.payer ?? payerOf(entry, await nameOf(tx, owner.customerId)),
    reference: null,
    bankEntryId: entry.id,
    importId: entry.importId,
  };
  const [booked] = await bookPayments(app, tx, portfolioId, [row], userId);
  await resolveEntryRow(tx, entry.id, {
    ...{ state: 'matched', how: 'by-hand', customerId: owner.customerId },
    ...{ paymentId: booked?.paymentId ?? null, note: decision.note, at: now(app), by: userId },
  });
  await lookAgain(app, tx, portfolioId, [entry.likelyCustomerId], userId);
}
