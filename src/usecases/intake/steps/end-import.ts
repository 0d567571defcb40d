import { event } from '#domain/events/event.ts';
import type { UnreadValue } from '#domain/intake/unread-values.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { append } from '#storage/event-log.ts';
import { countEntries } from '#storage/intake/bank-entries.ts';
import { endImport, type ImportRow } from '#storage/intake/imports.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { asRun } from './as-run.ts';
import type { LeftOutCount } from './records.ts';

/** Rows of a file of money: read, left out, and refused. */
export type RowCounts = Record<'read' | 'skipped' | 'rejected', number> & LeftOutCount;

/**
 * Ends an import of money: counts from what its entries came to, whichever run took them. `new` are
 * entries not seen before; `unchanged` those that another file had brought. Each entry that was read
 * is one of these, left out or refused, or it fails.
 */
export async function endMoneyImport(
  app: App,
  row: ImportRow,
  read: Readonly<RowCounts>,
  unread: readonly UnreadValue[] = [],
): Promise<void> {
  await asRun(app, row, async (tx) => {
    const { matched, unmatched, known, leftOut } = await countEntries(tx, row.id);
    const usable = read.read - read.skipped - read.rejected;
    const fresh = matched + unmatched;
    assert(
      row.dryRun || usable + (leftOut && read.skipped) === fresh + known + leftOut,
      'every entry that was read has a row',
    );
    const counts = {
      ...read,
      new: row.dryRun ? usable : fresh,
      changed: 0,
      unchanged: known,
      matched,
      unmatched,
    };
    await endDone(app, tx, row, counts, unread);
  });
}

/**
 * Marks an import as done, with its counts, in the caller's transaction, and says so in the log. Throws
 * `unreadable` when every row was refused: nothing would come of it.
 */
export async function endDone(
  app: App,
  tx: Tx,
  row: ImportRow,
  counts: Readonly<Record<string, number>>,
  unread: readonly UnreadValue[] = [],
): Promise<void> {
  const at = now(app);
  if (!row.dryRun && isAllRefused(counts)) {
    throw new Refusal('unreadable', { what: 'rows', reason: 'all-refused' });
  }
  await endImport(tx, row.id, { state: 'done', counts, unread, failure: null, at });
  if (row.dryRun) return;
  await append(tx, [
    event(
      'import.done',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: row.portfolioId,
        customerId: null,
        caseId: null,
        occurredAt: at,
        recordedAt: at,
        actorId: row.startedBy,
      },
      { importId: row.id, kind: row.kind, counts },
    ),
  ]);
}

/** Whether a file had rows and each was refused. */
export function isAllRefused(counts: Readonly<Record<string, number>>): boolean {
  const { read = 0, skipped = 0, rejected = 0 } = counts;
  return rejected > 0 && rejected >= read - skipped;
}

/** Why an import failed, as it is kept. */
export function failureOf({ code, facts }: Refusal): string {
  return JSON.stringify({ code, facts });
}
