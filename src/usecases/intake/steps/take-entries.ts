import {
  type BankPayment,
  type MatchCandidate,
  matchPayment,
  referenceKeys,
} from '#domain/intake/matching.ts';
import { compact } from '#domain/intake/names.ts';
import {
  type EntryVerdict,
  findCandidates,
  keepEntries,
  settleEntries,
} from '#storage/intake/bank-entries.ts';
import { type ToTake, unmatched } from '#storage/intake/entry-verdicts.ts';
import type { Run } from '#storage/intake/import-runs.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { bookPayments, type PaymentToBook } from '#usecases/ledger/steps/book-payments.ts';
import { asRun } from './as-run.ts';
import { takeReturn } from './take-return.ts';

/** How many entries were new, and what became of them. */
export type Taken = { readonly fresh: number; readonly matched: number };

/**
 * Takes entries in one transaction: keeps those not seen before, finds whose they are, books the
 * sure ones as payments, takes payments back whose money was returned, and leaves the rest with what
 * they could be for a person to decide. An entry seen before changes nothing.
 */
export async function takeEntries(
  app: App,
  run: Run,
  portfolio: PortfolioRow,
  all: readonly ToTake[],
): Promise<Taken> {
  if (all.length === 0) return { fresh: 0, matched: 0 };
  return asRun(app, run, async (tx) => {
    const kept = await keepEntries(
      tx,
      all.map(({ entry }) => entry),
    );
    const fresh = all.filter(({ entry }) => kept.has(entry.id));
    const incoming = fresh.filter(({ entry }) => entry.amountMinor > 0n);
    const verdicts = await matchIncoming(app, tx, portfolio, incoming);
    await settleEntries(tx, verdicts);
    let matched = verdicts.filter(({ state }) => state === 'matched').length;
    for (const one of fresh) {
      if (one.entry.amountMinor >= 0n) continue;
      const verdict = await takeReturn(app, tx, portfolio, one);
      await settleEntries(tx, [verdict]);
      if (verdict.state === 'matched') matched += 1;
    }
    return { fresh: fresh.length, matched };
  });
}

type Sure = { readonly take: ToTake; readonly how: string; readonly row: PaymentToBook };

async function matchIncoming(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  incoming: readonly ToTake[],
): Promise<EntryVerdict[]> {
  if (incoming.length === 0) return [];
  const offered = candidatesBy(await findCandidates(tx, wantedOf(portfolio.id, incoming)));
  const verdicts: EntryVerdict[] = [];
  const sure: Sure[] = [];
  for (const take of incoming) {
    const candidates = offered(take.payment);
    const match = matchPayment(take.payment, candidates);
    const owner = candidates.find(
      (each) => match.kind === 'matched' && each.accountId === match.accountId,
    );
    // Money in another currency than the portfolio's cannot be booked to its ledger.
    if (match.kind === 'matched' && owner && take.entry.currency === portfolio.currency) {
      sure.push({ take, how: match.how, row: toBook(take, owner, match.itemIds) });
    } else {
      const shown = match.kind === 'ambiguous' ? match.candidates : [];
      verdicts.push(unmatched(take, match.reasons, shown));
    }
  }
  const booked = await bookPayments(
    app,
    tx,
    portfolio.id,
    sure.map(({ row }) => row),
  );
  sure.forEach(({ take, how, row }, i) => {
    const result = booked[i];
    const { customerId } = row;
    const paymentId = result?.paymentId ?? null;
    verdicts.push({
      id: take.entry.id,
      state: 'matched',
      how: result?.duplicate ? 'booked-before' : how,
      customerId,
      paymentId,
      candidates: [],
    });
  });
  return verdicts;
}

function toBook(
  { entry, source }: ToTake,
  owner: MatchCandidate,
  itemIds: readonly string[],
): PaymentToBook {
  return {
    customerId: owner.customerId,
    accountId: owner.accountId,
    itemId: itemIds.length === 1 ? (itemIds[0] ?? null) : null,
    amountMinor: entry.amountMinor,
    currency: entry.currency,
    receivedOn: entry.bookedOn,
    source,
    // A bank's references repeat; only a file's own number names one payment alone.
    reference: source === 'file' ? entry.reference : null,
    bankEntryId: entry.id,
    importId: entry.importId,
  };
}

function wantedOf(portfolioId: string, incoming: readonly ToTake[]) {
  const keys = new Set(incoming.flatMap(({ payment }) => referenceKeys(payment)));
  const amounts = new Set(incoming.map(({ entry }) => entry.amountMinor));
  const names = new Set(incoming.flatMap(({ payment }) => namesOf(payment)));
  return { portfolioId, keys: [...keys], amountsMinor: [...amounts], names: [...names] };
}

/** A payer's name as banks write it: in order, or family name first. */
function namesOf({ payerName }: BankPayment): string[] {
  if (payerName === null) return [];
  const words = payerName.toLowerCase().replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  const [first, ...rest] = words;
  const last = words.at(-1);
  return [words.join(' '), [...rest, first].join(' '), [last, ...words.slice(0, -1)].join(' ')];
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
    const keys = [each.itemReference, each.accountReference, each.customerReference].map(compact);
    for (const key of new Set(keys)) add(`r ${key}`, each);
    add(`a ${each.balanceMinor}`, each);
    add(`n ${each.customerName.toLowerCase()}`, each);
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
