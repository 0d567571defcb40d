import { recogniser } from '#domain/intake/same-movement.ts';
import {
  type EntryRow,
  keepEntries,
  keptPositions,
  lockEntriesOf,
  settleEntries,
} from '#storage/intake/bank-entries.ts';
import { earlierEntries } from '#storage/intake/earlier-entries.ts';
import type { EntryReason, ToTake } from '#storage/intake/entry-verdicts.ts';
import type { Run } from '#storage/intake/import-runs.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { asRun } from './as-run.ts';
import { batchesAround } from './batches-around.ts';
import { asCompared, cutCards } from './cut-cards.ts';
import { lookAgain } from './look-again.ts';
import { matchIncoming } from './match-incoming.ts';
import { takeReturn } from './take-return.ts';

/**
 * Takes the entries of one file, part by part, each in one transaction. Every entry gets a row that
 * says what became of it: left out as no payment of a debt, known because an earlier one told of it,
 * booked as a payment or as the return of one, or left to a person with what it could be. What could
 * be an earlier entry once more waits too.
 */
export async function takeEntries(
  app: App,
  run: Run,
  portfolio: PortfolioRow,
  all: readonly ToTake[],
): Promise<void> {
  if (all.length === 0) return;
  await asRun(app, run, async (tx) => {
    await lockEntriesOf(tx, portfolio.id);
    const positions = all.map(({ entry }) => entry.position);
    const kept = await keptPositions(tx, run.id, positions);
    const fresh = await cutCards(
      app,
      tx,
      portfolio.id,
      all.filter(({ entry }) => !kept.has(entry.position)),
    );
    const { rows, open, doubts } = await recognise(tx, portfolio.id, fresh);
    await keepEntries(tx, rows);
    await settle(app, tx, portfolio, open, doubts);
  });
}

/** Books entries that are kept, takes returned money back, and leaves the rest to a person. */
export async function settle(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  open: readonly ToTake[],
  doubts: ReadonlyMap<string, EntryReason>,
): Promise<void> {
  const incoming = open.filter(({ entry }) => entry.amountMinor > 0n);
  const verdicts = await matchIncoming(app, tx, portfolio, incoming, doubts);
  await settleEntries(tx, verdicts);
  await lookAgain(
    app,
    tx,
    portfolio.id,
    verdicts.map(({ likelyCustomerId }) => likelyCustomerId),
  );
  for (const one of open) {
    if (one.entry.amountMinor >= 0n) continue;
    const doubt = doubts.get(one.entry.id) ?? null;
    await settleEntries(tx, [await takeReturn(app, tx, portfolio, one, doubt)]);
  }
}

/** Which of the entries are new, and which an earlier one told of or may have told of. */
async function recognise(tx: Tx, portfolioId: string, fresh: readonly ToTake[]) {
  const taken = fresh.filter(({ entry }) => entry.state !== 'left_out');
  const entries = taken.map(({ entry }) => entry);
  const earlier = (await earlierEntries(tx, portfolioId, entries)).map(asCompared);
  const wasThere = recogniser(earlier);
  const batched = await batchesAround(tx, portfolioId, taken);
  const owners = new Map(earlier.map(({ id, customerId }) => [id, customerId]));
  const rows: EntryRow[] = [];
  const open: ToTake[] = [];
  const doubts = new Map<string, EntryReason>();
  for (const take of fresh) {
    const { entry, place } = take;
    if (entry.state === 'left_out') {
      rows.push(bare(entry));
      continue;
    }
    const found = wasThere(
      asCompared({
        ...entry,
        ...place,
        statement: entry.statementId ?? entry.importId,
        references: entry.givenReferences ?? [],
        text: entry.remittance,
      }),
    );
    const whole = found.kind === 'known' ? null : batched(take);
    if (found.kind === 'known') {
      const customerId = owners.get(found.as) ?? null;
      rows.push({ ...entry, state: 'known', sameAs: found.as, customerId });
    } else if (whole?.kind === 'known') {
      rows.push({ ...bare(entry), state: 'known', how: 'batch-total', sameAs: whole.as });
    } else {
      const sameAs = found.kind === 'unsure' ? found.as : (whole?.as ?? null);
      if (sameAs !== null) doubts.set(entry.id, { code: 'may-be-same', about: null });
      else if (isSumOfSeveral(entry)) doubts.set(entry.id, sumOfSeveral(entry));
      rows.push({ ...entry, sameAs });
      open.push(take);
    }
  }
  return { rows, open, doubts };
}

/** A sum whose payments are not told is nobody's payment: a notification brings them. */
const isSumOfSeveral = ({ batchId, batchCount }: EntryRow) =>
  batchId === null && batchCount !== null;

const sumOfSeveral = ({ batchCount }: EntryRow): EntryReason => ({
  code: 'batch-of-several',
  about: String(batchCount),
});

/** An entry without what it says of people: it is none of ours, or comes again once it is booked. */
function bare(entry: EntryRow): EntryRow {
  return {
    ...entry,
    ...{ payerName: null, payerAccount: null, reference: null, remittance: null },
    ...{ givenReferences: null, bankReference: null, mandateId: null, chargesMinor: 0n },
    ...{ batchId: null, batchMinor: null, batchReference: null },
  };
}
