import { referenceForms, referenceKeys } from '#domain/intake/named-references.ts';
import type { Movement } from '#domain/intake/same-movement.ts';
import { cardNumbersIn, withoutIssuedCards } from '#kernel/card-numbers.ts';
import type { EntryRow } from '#storage/intake/bank-entries.ts';
import type { ToTake } from '#storage/intake/entry-verdicts.ts';
import { findCandidates } from '#storage/intake/match-candidates.ts';
import type { App, Tx } from '#usecases/app.ts';

/**
 * Movements as they may be kept. Numbers of cards in what payers write are cut, while the payment is
 * matched by all that was written. A number that names something in the book is its reference and stays;
 * so do the bank's own numbers of the movement and the batch, which no payer writes.
 */
export async function cutCards(
  app: App,
  tx: Tx,
  portfolioId: string,
  takes: readonly ToTake[],
): Promise<readonly ToTake[]> {
  const numbers = new Set(takes.flatMap(({ entry }) => cardNumbersIn(wordsOf(entry))));
  if (numbers.size === 0) return takes;
  const keysOf = new Map([...numbers].map((number) => [number, keysOfNumber(number)]));
  const wanted = { keys: [...keysOf.values()].flat(), amountsMinor: [], names: [] };
  const named = await findCandidates(tx, { tenantId: app.tenantId, portfolioId, ...wanted });
  const known = new Set(
    named.flatMap(({ itemReference, accountReference, customerReference }) =>
      [itemReference, accountReference, customerReference].flatMap(referenceForms),
    ),
  );
  const isKept = (digits: string) => keysOf.get(digits)?.some((key) => known.has(key)) ?? false;
  return takes.map((take) => {
    if (cardNumbersIn(wordsOf(take.entry)).length === 0) return take;
    // A plain hash would tell the digits that were cut to whoever tries them all.
    const fingerprint = app.texts.digest(take.entry.fingerprint).toString('base64url');
    return { ...take, entry: { ...withoutCards(take.entry, isKept), fingerprint } };
  });
}

/** What is told of a movement in the form in which two are compared, whichever of them was cut. */
export function asCompared<Told extends Movement>(told: Told): Told {
  const cut = (text: string | null) => text && withoutIssuedCards(text);
  return {
    ...told,
    payerName: cut(told.payerName),
    payerAccount: cut(told.payerAccount),
    references: told.references.map((each) => withoutIssuedCards(each)),
    text: cut(told.text),
  };
}

function wordsOf(entry: EntryRow): string {
  const { payerName, payerAccount, reference, remittance, mandateId } = entry;
  const all = [payerName, payerAccount, reference, remittance, mandateId, entry.returnReason];
  return [...all, ...(entry.givenReferences ?? [])].filter((each) => each !== null).join('\n\n\n');
}

function withoutCards(entry: EntryRow, isKept: (digits: string) => boolean): EntryRow {
  const cut = (text: string | null) => text && withoutIssuedCards(text, isKept);
  return {
    ...entry,
    payerName: cut(entry.payerName),
    payerAccount: cut(entry.payerAccount),
    reference: cut(entry.reference),
    remittance: cut(entry.remittance),
    mandateId: cut(entry.mandateId),
    returnReason: cut(entry.returnReason),
    givenReferences:
      entry.givenReferences === null
        ? null
        : entry.givenReferences.map((each) => withoutIssuedCards(each, isKept)),
  };
}

/** The number itself and what stands within it where it is a structured reference. */
function keysOfNumber(number: string): readonly string[] {
  return referenceKeys({
    ...{ amountMinor: 0n, currency: 'EUR', payerName: null },
    ...{ references: [number], texts: [] },
  });
}
