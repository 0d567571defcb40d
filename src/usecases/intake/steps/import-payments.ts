import { createHash } from 'node:crypto';
import { type PaymentRow, paymentReader } from '#domain/intake/money-row.ts';
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
 * transactions of their own. Interrupted and run again, what was taken is known by its fingerprint.
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
  const print = fingerprinter();
  const counts: RowCounts = { read: 0, skipped: 0, rejected: 0 };
  for await (const batch of recordsOf(app, row, sheet, counts)) {
    const rejects = unreadOf(batch);
    counts.read += batch.rows.length + batch.problems.length;
    const takes: ToTake[] = [];
    for (const each of batch.rows) {
      const outcome = reader(each.cells, each.line);
      if (outcome.kind === 'row') takes.push(entryOf(app, row, outcome.row, print));
      else if (outcome.kind === 'left-out') counts.skipped += 1;
      else rejects.push(...rejectsOf(each, outcome.problems));
    }
    counts.rejected += new Set(rejects.map(({ line }) => line)).size;
    await keepRejects(app, row, rejects);
    if (!row.dryRun) await takeEntries(app, row, portfolio, takes);
    await onProgress(batch.bytesRead, counts);
  }
  await endMoneyImport(app, row, counts);
}

function entryOf(
  app: App,
  row: ImportRow,
  payment: PaymentRow,
  print: (parts: readonly unknown[]) => string,
): ToTake {
  const { reference, payerName, text, itemReference, accountReference, customerReference } =
    payment;
  const { amountMinor, currency, paidOn } = payment;
  const given = [itemReference, accountReference, customerReference].filter(
    (each) => each !== null,
  );
  const parts = [paidOn, amountMinor, currency, payerName, text, ...given];
  const fingerprint = reference === null ? print(parts) : `ref:${reference}`;
  return {
    source: 'file',
    entry: {
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: row.portfolioId,
      importId: row.id,
      statementId: null,
      fingerprint,
      amountMinor,
      currency,
      bookedOn: paidOn,
      payerName,
      payerAccount: null,
      reference,
      remittance: [...given, text].filter((each) => each !== null).join(' ') || null,
      returnReason: null,
    },
    payment: {
      amountMinor,
      currency,
      payerName,
      references: reference === null ? given : [...given, reference],
      texts: text === null ? [] : [text],
    },
  };
}

/**
 * Makes fingerprints of entries that have no number of their own: alike entries of one file are told
 * apart by their count, so the second file with the same two is known and two payments stay two.
 */
export function fingerprinter(): (parts: readonly unknown[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const text = parts.map(String).join('\x1f');
    const hash = createHash('sha256').update(text).digest('base64url');
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `hash:${hash}:${count}`;
  };
}
