import { type BatchTotal, isTotalOf } from '#domain/intake/batch-totals.ts';
import type { EntryRow } from '#storage/intake/bank-entries.ts';
import {
  earlierBatches,
  earlierTotals,
  foldTotal,
  type KeptTotal,
  type KnownBatch,
} from '#storage/intake/batches.ts';
import type { ToTake } from '#storage/intake/entry-verdicts.ts';
import type { Tx } from '#usecases/app.ts';

/** The sum of a batch and its payments are the same money: what an entry is, or may be, once more. */
type Found = { readonly kind: 'known' | 'unsure'; readonly as: string };

/**
 * Finds sums of batches, which statements tell, and their payments, which notifications tell, in whichever
 * order they come. An entry that is the sum of payments that are here already is known. A sum that waits
 * becomes known once its payments come; where it was booked already, they wait for a person.
 */
export async function batchesAround(
  tx: Tx,
  portfolioId: string,
  taken: readonly ToTake[],
): Promise<(take: ToTake) => Found | null> {
  const stated = taken.filter(({ entry }) => entry.statementId !== null);
  const alone = stated.flatMap(({ entry }) => (entry.batchId === null ? [entry] : []));
  const parts = stated.flatMap(({ entry }) => (entry.batchId === null ? [] : [entry]));
  const sums = parts.flatMap(({ bookedOn, batchMinor }) =>
    batchMinor === null ? [] : [{ bookedOn, amountMinor: batchMinor }],
  );
  const batches = (await earlierBatches(tx, portfolioId, alone)).map((batch) => ({
    batch,
    takenBy: new Set(batch.takenBy),
  }));
  const booked = await foldTotals(tx, stated, await earlierTotals(tx, portfolioId, sums));
  return ({ entry, place }) => {
    if (entry.statementId === null) return null;
    if (entry.batchId !== null) {
      const as = booked.get(entry.batchId);
      return as === undefined ? null : { kind: 'unsure', as };
    }
    const found = batches.flatMap(({ batch, takenBy }) => {
      const isFree = batch.statement !== entry.statementId && !takenBy.has(entry.statementId ?? '');
      const kind =
        isFree && isSame(entry, batch) ? isTotalOf(totalOf(entry, place), batch) : 'other';
      return kind === 'other' ? [] : [{ kind, as: batch.firstId, takenBy }];
    });
    const best = found.find(({ kind }) => kind === 'known') ?? found[0];
    best?.takenBy.add(entry.statementId);
    return best ?? null;
  };
}

const isSame = (entry: EntryRow, { bookedOn, amountMinor }: KnownBatch) =>
  entry.bookedOn === bookedOn && entry.amountMinor === amountMinor;

function totalOf(entry: EntryRow, { account }: ToTake['place']): BatchTotal {
  const { currency, batchReference: reference, batchCount: count, payerName } = entry;
  return {
    account,
    currency,
    reference,
    count,
    payerName,
    references: entry.givenReferences ?? [],
  };
}

/** Folds sums that wait into batches that come now; answers the booked ones, by their batch. */
async function foldTotals(
  tx: Tx,
  stated: readonly ToTake[],
  totals: readonly KeptTotal[],
): Promise<ReadonlyMap<string, string>> {
  const booked = new Map<string, string>();
  const free = new Set(totals);
  const first = new Map<string, ToTake>();
  for (const take of stated) {
    const { batchId } = take.entry;
    if (batchId !== null && !first.has(batchId)) first.set(batchId, take);
  }
  for (const [batchId, { entry, place }] of first) {
    const { currency, batchReference: reference, batchCount, batchMinor, bookedOn } = entry;
    const batch = { account: place.account, currency, reference, count: batchCount ?? 0 };
    const fits = [...free].flatMap((total) => {
      const isOther =
        total.statement === entry.statementId ||
        total.bookedOn !== bookedOn ||
        total.amountMinor !== batchMinor;
      const verdict = isOther ? 'other' : isTotalOf(total, batch);
      return verdict === 'other' ? [] : [{ total, verdict }];
    });
    const best = fits.find(({ verdict }) => verdict === 'known') ?? fits[0];
    if (best === undefined) continue;
    free.delete(best.total);
    if (best.total.state === 'matched') booked.set(batchId, best.total.id);
    else await foldTotal(tx, best.total.id, entry.id, best.verdict);
  }
  return booked;
}
