import { matchPayment } from '#domain/intake/matching.ts';
import { referenceKeys } from '#domain/intake/named-references.ts';
import { returnedBy } from '#domain/intake/returned-payment.ts';
import { methodEvidence } from '#domain/key-events/kept-event.ts';
import { bankReturnCode, type ReturnCode } from '#domain/key-events/return-codes.ts';
import type { EntryVerdict } from '#storage/intake/bank-entries.ts';
import { type EntryReason, type ToTake, unmatched } from '#storage/intake/entry-verdicts.ts';
import { findCandidates } from '#storage/intake/match-candidates.ts';
import { paymentsOfAmount, wasRefunded } from '#storage/intake/returned-payments.ts';
import { insertKeyEvent } from '#storage/key-events/key-events.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { costOfReject } from '#usecases/cases/steps/cost-of-reject.ts';
import { holdByCode } from '#usecases/cases/steps/hold-by-code.ts';
import { takeInEvents } from '#usecases/cases/steps/take-in-events.ts';
import { reverseBooking } from '#usecases/ledger/steps/reverse-booking.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Takes money that went back. The payment it was is reversed when what the return names
 * leaves no doubt which (`returnedBy`). A direct debit that was refused before it ever was a
 * payment here is recorded as the key event of its reason code (M-012). Anything else waits for a
 * person, and so does a reason code that no list knows.
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
  const { returnReason: reasonCode } = entry;
  const code = reasonCode === null ? null : bankReturnCode(reasonCode);
  if (reasonCode !== null && code === null) {
    return unmatched(take, [{ code: 'unknown-return-code', about: reasonCode }], []);
  }
  const amountMinor = -entry.amountMinor - entry.chargesMinor;
  const charged = chargedWith(entry);
  const only = await returnedPayment(tx, portfolio, take);
  if (only === 'several') return unmatched(take, [{ code: 'several-payments', about: null }], []);
  if (only !== null && (await wasRefunded(tx, only))) {
    return unmatched(take, [{ code: 'was-refunded', about: null }], []);
  }
  if (only !== null) {
    const { paymentId, customerId } = only;
    const reason = 'bank-return' as const;
    const returned = { paymentId, reason, reasonCode, returnedOn: entry.bookedOn, charged };
    await reverseBooking(app, tx, returned);
    return matched(take, 'payment-reversed', customerId, paymentId);
  }
  const sought = { ...payment, amountMinor };
  const candidates = await findCandidates(tx, {
    ...{ tenantId: app.tenantId, portfolioId: portfolio.id },
    keys: referenceKeys(sought),
    amountsMinor: [],
    names: [],
  });
  const match = matchPayment(sought, candidates);
  const owner = candidates.find(
    (each) => match.kind === 'matched' && each.accountId === match.accountId,
  );
  if (match.kind === 'matched' && owner && code !== null) {
    const itemId = match.itemIds.length === 1 ? (match.itemIds[0] ?? null) : null;
    const { customerId, accountId } = owner;
    await recordRefusal(app, tx, portfolio, take, { customerId, accountId, itemId }, code);
    return matched(take, 'refusal-recorded', customerId, null);
  }
  const shown = match.kind === 'ambiguous' ? match.candidates : owner ? [owner] : [];
  return unmatched(take, match.reasons, shown);
}

/**
 * The payment that went back. Charges on top are no part of it: where the file tells the sum that was
 * collected that one is looked for first, else either may be it.
 */
async function returnedPayment(
  tx: Tx,
  portfolio: PortfolioRow,
  { entry, payment, chargesAreSure }: ToTake,
) {
  const { chargesMinor, currency, mandateId, bookedOn } = entry;
  const gross = -entry.amountMinor;
  const net = gross - chargesMinor;
  const tries = chargesAreSure ? [[net], [gross]] : [[gross, net]];
  for (const amounts of chargesMinor === 0n ? [[gross]] : tries) {
    const of = await paymentsOfAmount(tx, portfolio.id, amounts, currency);
    const found = returnedBy({ ...payment, mandateId, bookedOn }, of);
    if (found !== null) return found;
  }
  return null;
}

function matched(
  { entry }: ToTake,
  how: string,
  customerId: string,
  paymentId: string | null,
): EntryVerdict {
  const settled = { likelyCustomerId: null, candidates: [] };
  return { id: entry.id, state: 'matched', how, customerId, paymentId, ...settled };
}

type Owner = {
  readonly customerId: string;
  readonly accountId: string;
  readonly itemId: string | null;
};

/** What the bank charged with a return, as its entry says. */
function chargedWith({ chargesMinor, currency }: ToTake['entry']) {
  return { minor: chargesMinor, currency };
}

/** Records the key event of a return code: it opens a case or joins the open one. */
async function recordRefusal(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  { entry }: ToTake,
  { customerId, accountId, itemId }: Owner,
  code: ReturnCode,
): Promise<void> {
  const place = await placeOf(app, tx, portfolio.id);
  const charged = chargedWith(entry);
  const { code: reasonCode } = code;
  const cost = await costOfReject(tx, place, { customerId, accountId, reasonCode, charged });
  await insertKeyEvent(tx, {
    ...{ customerId, id: app.newId(), caseId: null, accountId, itemId },
    tenantId: app.tenantId,
    portfolioId: portfolio.id,
    type: code.type,
    subReason: code.reason,
    fault: code.fault,
    reasonCode: code.code,
    source: 'bank-file',
    evidence: {
      bankEntryId: entry.id,
      ...methodEvidence(code.type, code.methodValid),
    },
    happenedOn: entry.bookedOn,
    recordedAt: now(app),
    cost,
  });
  await takeInEvents(app, tx, place, [customerId], null);
  const caseId = (await openCasesOf(tx, portfolio.id, [customerId])).get(customerId);
  if (code.sets && caseId) {
    await holdByCode(app, tx, place, { customerId, caseId }, code.sets, code.code, null);
  }
}
