import { matchPayment } from '#domain/intake/matching.ts';
import { referenceKeys } from '#domain/intake/named-references.ts';
import { returnedBy } from '#domain/intake/returned-payment.ts';
import { defaultReturnCodes, returnCodeOf } from '#domain/key-events/return-codes.ts';
import type { EntryVerdict } from '#storage/intake/bank-entries.ts';
import { type EntryReason, type ToTake, unmatched } from '#storage/intake/entry-verdicts.ts';
import { findCandidates } from '#storage/intake/match-candidates.ts';
import { paymentsOfAmount } from '#storage/intake/returned-payments.ts';
import { insertKeyEvent } from '#storage/key-events/key-events.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { countRejects } from '#usecases/key-events/steps/count-rejects.ts';
import { reverseBooking } from '#usecases/ledger/steps/reverse-booking.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Takes money that went back. The payment it was is reversed when what the return names
 * leaves no doubt which (`returnedBy`). A direct debit that was refused before it ever was a payment here is recorded as the key
 * event of its reason code (M-012). Anything else waits for a person.
 */
export async function takeReturn(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  take: ToTake,
  doubt: EntryReason | null,
): Promise<EntryVerdict> {
  if (doubt) return unmatched(take, [doubt], []);
  const { entry, payment } = take;
  const amountMinor = -entry.amountMinor;
  const of = await paymentsOfAmount(tx, portfolio.id, amountMinor, entry.currency);
  const only = returnedBy({ ...payment, mandateId: entry.mandateId, bookedOn: entry.bookedOn }, of);
  if (only === 'several') return unmatched(take, [{ code: 'several-payments', about: null }], []);
  if (only !== null) {
    const reasonCode = entry.returnReason;
    const { paymentId } = only;
    await reverseBooking(app, tx, { paymentId, reason: 'bank-return', reasonCode });
    const { customerId } = only;
    return matched(take, 'payment-reversed', customerId, paymentId);
  }
  const sought = { ...payment, amountMinor };
  const candidates = await findCandidates(tx, {
    portfolioId: portfolio.id,
    keys: referenceKeys(sought),
    amountsMinor: [],
    names: [],
  });
  const match = matchPayment(sought, candidates);
  const owner = candidates.find(
    (each) => match.kind === 'matched' && each.accountId === match.accountId,
  );
  if (match.kind === 'matched' && owner && entry.returnReason !== null) {
    const itemId = match.itemIds.length === 1 ? (match.itemIds[0] ?? null) : null;
    const { customerId, accountId } = owner;
    const isKnown = await recordRefusal(app, tx, portfolio, take, {
      customerId,
      accountId,
      itemId,
    });
    if (isKnown) return matched(take, 'refusal-recorded', customerId, null);
  }
  const shown = match.kind === 'ambiguous' ? match.candidates : owner ? [owner] : [];
  return unmatched(take, match.reasons, shown);
}

function matched(
  { entry }: ToTake,
  how: string,
  customerId: string,
  paymentId: string | null,
): EntryVerdict {
  return { id: entry.id, state: 'matched', how, customerId, paymentId, candidates: [] };
}

type Owner = {
  readonly customerId: string;
  readonly accountId: string;
  readonly itemId: string | null;
};

/** Records the key event of a return code; false when the table does not know the code. */
async function recordRefusal(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  { entry }: ToTake,
  { customerId, accountId, itemId }: Owner,
): Promise<boolean> {
  const code = returnCodeOf(defaultReturnCodes, 'sepa', entry.returnReason ?? '');
  if (code === null) return false;
  const caseId = (await openCasesOf(tx, portfolio.id, [customerId])).get(customerId) ?? null;
  const id = app.newId();
  await insertKeyEvent(tx, {
    ...{ customerId, id, caseId, accountId, itemId },
    tenantId: app.tenantId,
    portfolioId: portfolio.id,
    type: code.type,
    subReason: code.reason,
    fault: code.fault,
    reasonCode: code.code,
    source: 'bank-file',
    evidence: { bankEntryId: entry.id, methodValid: code.methodValid },
    happenedOn: entry.bookedOn,
    recordedAt: now(app),
  });
  const place = await placeOf(app, tx, portfolio.id);
  await countRejects(app, tx, place, [id]);
  await settleCases(app, tx, place, [customerId], { actorId: null });
  return true;
}
