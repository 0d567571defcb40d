import { type MatchCandidate, matchPayment } from '#domain/intake/matching.ts';
import {
  type BankPayment,
  referenceForms,
  referenceKeys,
} from '#domain/intake/named-references.ts';
import { namesToLookUp, nameWords } from '#domain/intake/names.ts';
import { payerOf } from '#domain/intake/payer.ts';
import { lesser } from '#kernel/money.ts';
import { daysBetween } from '#kernel/time.ts';
import type { EntryVerdict } from '#storage/intake/bank-entries.ts';
import { recordedUnder } from '#storage/intake/earlier-entries.ts';
import { type EntryReason, type ToTake, unmatched } from '#storage/intake/entry-verdicts.ts';
import { findCandidates } from '#storage/intake/match-candidates.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { bookPayments, type PaymentToBook } from '#usecases/ledger/steps/book-payments.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

type Sure = { readonly take: ToTake; readonly how: string; readonly row: PaymentToBook };

/** A payment recorded by hand this many days off may be the one that a file tells of. */
const recordedDays = 10;

/**
 * Finds whose the money of entries is, in their order: books the sure ones as payments and leaves the
 * rest with what they could be for a person. `doubts` are entries that may be an earlier one once
 * more: they wait, whatever they match.
 */
export async function matchIncoming(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  incoming: readonly ToTake[],
  doubts: ReadonlyMap<string, EntryReason>,
): Promise<EntryVerdict[]> {
  if (incoming.length === 0) return [];
  const offered = candidatesBy(
    await findCandidates(tx, wantedOf(app.tenantId, portfolio.id, incoming)),
  );
  const recorded = await recordedByHand(tx, portfolio.id, incoming);
  const above = await aboveLimit(app, tx, portfolio.id);
  const verdicts: EntryVerdict[] = [];
  const sure: Sure[] = [];
  const left = new Map<string, bigint>();
  for (const take of incoming) {
    const candidates = stillOpen(offered(take.payment), left);
    const match = matchPayment(take.payment, candidates);
    const found = candidates.filter(
      (each) => match.kind === 'matched' && each.accountId === match.accountId,
    );
    const [owner] = found;
    const doubt = doubts.get(take.entry.id) ?? recorded(take) ?? above(take);
    // Money in another currency than the portfolio's cannot be booked to its ledger.
    const isOurs = take.entry.currency === portfolio.currency;
    if (match.kind === 'matched' && owner && isOurs && doubt === null) {
      sure.push({ take, how: match.how, row: toBook(take, owner, match.itemIds) });
      payOff(left, found, match.itemIds, take.payment.amountMinor);
    } else {
      const shown = match.kind === 'ambiguous' ? match.candidates : found;
      verdicts.push(unmatched(take, [...(doubt ? [doubt] : []), ...match.reasons], shown));
    }
  }
  const booked = await bookPayments(
    app,
    tx,
    portfolio.id,
    sure.map(({ row }) => row),
  );
  sure.forEach(({ take, how, row }, i) => {
    const paymentId = booked[i]?.paymentId ?? null;
    const { customerId } = row;
    const { id } = take.entry;
    const settled = { likelyCustomerId: null, candidates: [] };
    verdicts.push({ id, state: 'matched', how, customerId, paymentId, ...settled });
  });
  return verdicts;
}

function toBook(
  { entry, payment, source }: ToTake,
  owner: MatchCandidate,
  itemIds: readonly string[],
): PaymentToBook {
  return {
    customerId: owner.customerId,
    accountId: owner.accountId,
    itemIds,
    amountMinor: payment.amountMinor,
    currency: entry.currency,
    receivedOn: entry.bookedOn,
    source,
    payer: payerOf(entry, owner.customerName),
    // References of banks and files repeat; the entry says which movement it is.
    reference: null,
    bankEntryId: entry.id,
    importId: entry.importId,
  };
}

/** Candidates with what entries before them in the same batch left open. */
function stillOpen(
  candidates: readonly MatchCandidate[],
  left: ReadonlyMap<string, bigint>,
): readonly MatchCandidate[] {
  return candidates.flatMap((each) => {
    const balanceMinor = left.get(each.itemId) ?? each.balanceMinor;
    return balanceMinor > 0n ? [{ ...each, balanceMinor }] : [];
  });
}

function payOff(
  left: Map<string, bigint>,
  found: readonly MatchCandidate[],
  itemIds: readonly string[],
  amountMinor: bigint,
): void {
  const isNamed = ({ itemId }: MatchCandidate) => itemIds.includes(itemId);
  let rest = amountMinor;
  for (const each of [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))]) {
    const part = lesser(rest, each.balanceMinor);
    left.set(each.itemId, each.balanceMinor - part);
    rest -= part;
  }
}

/** Tells of a row of a file that somebody recorded its payment by hand under the same reference. */
async function recordedByHand(tx: Tx, portfolioId: string, incoming: readonly ToTake[]) {
  const references = incoming.flatMap(({ source, entry }) =>
    source === 'file' && entry.reference !== null ? [entry.reference] : [],
  );
  const recorded = await recordedUnder(tx, portfolioId, [...new Set(references)]);
  return ({ source, entry }: ToTake): EntryReason | null => {
    const is = recorded.some(
      (each) =>
        source === 'file' &&
        each.reference === entry.reference &&
        each.amountMinor === entry.amountMinor &&
        Math.abs(daysBetween(each.receivedOn, entry.bookedOn)) <= recordedDays,
    );
    return is ? { code: 'recorded-by-hand', about: entry.reference } : null;
  };
}

/**
 * Tells of a row of a table of payments that it is above the limit of a booking by hand: anybody writes
 * such a table, and only a bank's statement is the bank's word.
 */
async function aboveLimit(app: App, tx: Tx, portfolioId: string) {
  const { policy } = await placeOf(app, tx, portfolioId);
  const { paymentAboveMinor } = policy.secondPerson;
  return ({ source, payment }: ToTake): EntryReason | null =>
    source === 'file' && payment.amountMinor > paymentAboveMinor
      ? { code: 'above-limit', about: null }
      : null;
}

function wantedOf(tenantId: string, portfolioId: string, incoming: readonly ToTake[]) {
  const keys = new Set(incoming.flatMap(({ payment }) => referenceKeys(payment)));
  const amounts = new Set(incoming.map(({ payment }) => payment.amountMinor));
  const names = new Set(incoming.flatMap(({ payment }) => namesOf(payment)));
  return { tenantId, portfolioId, keys: [...keys], amountsMinor: [...amounts], names: [...names] };
}

function namesOf({ payerName }: BankPayment): readonly string[] {
  return payerName === null ? [] : namesToLookUp(payerName);
}

/** Offers each payment only the candidates that share a reference, amount or name with it. */
function candidatesBy(all: readonly MatchCandidate[]) {
  const index = new Map<string, MatchCandidate[]>();
  const add = (key: string, candidate: MatchCandidate) => {
    const list = index.get(key) ?? [];
    if (list.length === 0) index.set(key, list);
    list.push(candidate);
  };
  for (const each of all) {
    const { itemReference, accountReference, customerReference } = each;
    const keys = [itemReference, accountReference, customerReference].flatMap(referenceForms);
    for (const key of new Set(keys)) add(`r ${key}`, each);
    add(`a ${each.balanceMinor}`, each);
    add(`n ${nameWords(each.customerName).join(' ')}`, each);
  }
  return (payment: BankPayment): MatchCandidate[] => {
    const keys = [
      ...referenceKeys(payment).map((key) => `r ${key}`),
      `a ${payment.amountMinor}`,
      ...namesOf(payment).map((name) => `n ${name}`),
    ];
    return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
  };
}
