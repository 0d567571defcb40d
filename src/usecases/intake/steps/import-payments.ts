import { type PaymentRow, paymentReader } from '#domain/intake/money-row.ts';
import { fingerprintOf } from '#storage/intake/entry-fingerprint.ts';
import type { ToTake } from '#storage/intake/entry-verdicts.ts';
import type { ImportRow } from '#storage/intake/imports.ts';
import { rejectsOf, unreadOf } from '#storage/intake/row-findings.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { keepRejects } from './as-run.ts';
import { endMoneyImport, type RowCounts } from './end-import.ts';
import type { OnProgress } from './import-book.ts';
import { recordsOf } from './records.ts';
import type { Sheet } from './sheet.ts';
import { takeEntries } from './take-entries.ts';

/**
 * Loads a file of payments: each row becomes an entry that is matched and booked, batch by batch, in
 * transactions of their own. Interrupted and run again, what was taken is known by its line.
 * A trial reads and counts only.
 */
export async function importPayments(
  app: App,
  row: ImportRow,
  portfolio: PortfolioRow,
  sheet: Sheet,
  onProgress: OnProgress,
): Promise<void> {
  const reader = paymentReader(sheet.map, sheet.header, sheet.defaults);
  const counts: RowCounts = { read: 0, skipped: 0, rejected: 0 };
  for await (const batch of recordsOf(app, row, sheet, counts)) {
    const rejects = unreadOf(batch);
    counts.read += batch.rows.length + batch.problems.length;
    const takes: ToTake[] = [];
    for (const each of batch.rows) {
      const outcome = reader(each.cells, each.line);
      if (outcome.kind === 'row') takes.push(entryOf(app, row, outcome.row, each.line));
      else if (outcome.kind === 'left-out') counts.skipped += 1;
      else rejects.push(...rejectsOf(each, outcome.problems));
    }
    counts.rejected += new Set(rejects.map(({ line }) => line)).size;
    await keepRejects(app, row, rejects);
    if (!row.dryRun) await takeEntries(app, row, portfolio, takes);
    await onProgress(batch.bytesRead, counts);
  }
  await endMoneyImport(app, row, counts, sheet.doubts);
}

function entryOf(app: App, row: ImportRow, payment: PaymentRow, line: number): ToTake {
  const {
    reference,
    payerName,
    payerRole,
    text,
    itemReference,
    accountReference,
    customerReference,
  } = payment;
  const { amountMinor, currency, paidOn } = payment;
  const given = [itemReference, accountReference, customerReference].filter(
    (each) => each !== null,
  );
  const references = reference === null ? given : [...given, reference];
  return {
    source: 'file',
    place: {
      ...{ account: null, format: null, statementName: null, fileSha: row.fileSha256 },
      ...{ opening: null, closing: null },
    },
    entry: {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: row.portfolioId,
      importId: row.id,
      statementId: null,
      position: line,
      fingerprint: fingerprintOf([paidOn, amountMinor, currency, payerName, text, ...references]),
      amountMinor,
      currency,
      bookedOn: paidOn,
      payerName,
      payerAccount: null,
      payerRole,
      reference,
      remittance: [...given, text].filter((each) => each !== null).join(' ') || null,
      givenReferences: references,
      bankReference: null,
      mandateId: null,
      returnReason: null,
      chargesMinor: 0n,
      ...{ batchId: null, batchMinor: null, batchCount: null, batchReference: null },
      ...{ state: 'unmatched', how: null, sameAs: null, customerId: null },
    },
    payment: { amountMinor, currency, payerName, references, texts: text === null ? [] : [text] },
  };
}
