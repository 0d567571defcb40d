import { type CreditNoteRow, creditNoteReader } from '#domain/intake/money-row.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { CsvRow } from '#readers/csv/shape.ts';
import { itemToCredit } from '#storage/intake/import-items.ts';
import type { ImportRow } from '#storage/intake/imports.ts';
import { type Finding, rejectsOf, unreadOf } from '#storage/intake/row-findings.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { bookCredits, type CreditToBook } from '#usecases/ledger/steps/book-credits.ts';
import { findDebtor } from '#usecases/ledger/steps/find-debtor.ts';
import { asRun, keepRejects } from './as-run.ts';
import { endDone } from './end-import.ts';
import type { OnProgress } from './import-book.ts';
import { type LeftOutCount, recordsOf } from './records.ts';
import type { Sheet } from './sheet.ts';

type Counts = Record<'read' | 'skipped' | 'rejected' | 'new' | 'unchanged', number> & LeftOutCount;
type Read = { readonly at: CsvRow; readonly note: CreditNoteRow };

/**
 * Loads a file of credit notes, batch by batch, each in a transaction of its own. A reference that
 * was booked before changes nothing, so the file may come again. A note for an item nobody knows is
 * refused with its reason, and so is one above what is left of written-off debt; what another item does not owe any more is kept on its account.
 */
export async function importCreditNotes(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  onProgress: OnProgress,
): Promise<void> {
  const reader = creditNoteReader(sheet.map, sheet.header, sheet.defaults);
  const counts: Counts = { read: 0, skipped: 0, rejected: 0, new: 0, unchanged: 0 };
  for await (const batch of recordsOf(app, row, sheet, counts)) {
    const rejects = unreadOf(batch);
    counts.read += batch.rows.length + batch.problems.length;
    const notes: Read[] = [];
    for (const each of batch.rows) {
      const outcome = reader(each.cells, each.line);
      if (outcome.kind === 'row') notes.push({ at: each, note: outcome.row });
      else if (outcome.kind === 'left-out') counts.skipped += 1;
      else rejects.push(...rejectsOf(each, outcome.problems));
    }
    const booked = await bookBatch(app, row, portfolio, sheet, notes);
    rejects.push(...booked.refused.flatMap(({ at, finding }) => rejectsOf(at, [finding])));
    counts.new += booked.fresh;
    counts.unchanged += booked.known;
    counts.rejected += new Set(rejects.map(({ line }) => line)).size;
    await keepRejects(app, row, rejects);
    await onProgress(batch.bytesRead, counts);
  }
  await asRun(app, row, (tx) => endDone(app, tx, row, { ...counts, changed: 0 }, sheet.doubts));
}

type Refused = { readonly at: CsvRow; readonly finding: Finding };

async function bookBatch(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  notes: readonly Read[],
) {
  const refused: Refused[] = [];
  const found: { readonly read: Read; readonly credit: CreditToBook }[] = [];
  return asRun(app, row, async (tx) => {
    for (const read of notes) {
      const finding = await creditOf(app, tx, row, portfolio, sheet, read);
      if ('itemId' in finding) found.push({ read, credit: finding });
      else refused.push({ at: read.at, finding });
    }
    const credits = found.map(({ credit }) => credit);
    if (row.dryRun) return { refused, fresh: credits.length, known: 0 };
    const outcomes = await bookCredits(app, tx, portfolio.id, credits, row.startedBy);
    found.forEach(({ read }, i) => {
      if (outcomes[i]?.outcome !== 'more-than-owed') return;
      refused.push({ at: read.at, finding: findingOf(sheet, 'amount', 'more-than-owed') });
    });
    const count = (outcome: string) => outcomes.filter((each) => each.outcome === outcome).length;
    return { refused, fresh: count('booked'), known: count('duplicate') };
  });
}

/** The credit of a row, on its item or one of its account; or why there is none. */
async function creditOf(
  app: App,
  tx: Tx,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  { note }: Read,
): Promise<CreditToBook | Finding> {
  if (note.currency !== portfolio.currency) {
    return findingOf(sheet, 'currency', 'currency-not-of-portfolio', { value: note.currency });
  }
  const { itemReference, accountReference, reference, amountMinor, creditedOn, reason } = note;
  const named = { portfolioId: portfolio.id, itemReference, accountReference };
  const debtor = await findDebtor(app, tx, { ...named, customerReference: null }).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'not-found') return null;
      throw error;
    },
  );
  const itemId =
    debtor?.itemId ??
    (debtor ? await itemToCredit(tx, debtor.customerId, debtor.accountId, amountMinor) : null);
  if (!debtor || itemId === null) {
    const field = itemReference === null ? 'accountReference' : 'itemReference';
    const value = itemReference ?? accountReference ?? '';
    return findingOf(sheet, field, 'item-not-known', { value });
  }
  return {
    customerId: debtor.customerId,
    accountId: debtor.accountId,
    itemId,
    reference,
    amountMinor,
    issuedOn: creditedOn,
    reason: reason ?? 'credit-note',
    importId: row.id,
  };
}

function findingOf(
  { map }: Sheet,
  field: Finding['field'],
  reason: Finding['reason'],
  facts: Readonly<Record<string, string>> = {},
): Finding {
  return { column: map.columns[field] ?? null, field, reason, facts };
}
