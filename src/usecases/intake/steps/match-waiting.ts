import { lockEntriesOf, type OpenEntry, paidMinor } from '#storage/intake/bank-entries.ts';
import type { ToTake } from '#storage/intake/entry-verdicts.ts';
import { waitingEntries } from '#storage/intake/waiting-entries.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App, Tx } from '#usecases/app.ts';
import { settle } from './take-entries.ts';

/** Entries looked at together. */
const atOnce = 500;

/**
 * Looks again at the money that waits for want of a debt: whoever paid before their invoice was loaded
 * owes the rest only. What waits for a person's word, or for a second person, goes on waiting.
 */
export async function matchWaiting(app: App, tx: Tx, portfolio: PortfolioRow): Promise<void> {
  await lockEntriesOf(tx, portfolio.id);
  for (let after: string | null = null; ; ) {
    const entries: readonly OpenEntry[] = await waitingEntries(tx, portfolio.id, after, atOnce);
    const last = entries.at(-1);
    if (last === undefined) return;
    await settle(
      app,
      tx,
      portfolio,
      entries.map((entry) => againToTake(app, entry)),
      new Map(),
    );
    after = last.id;
  }
}

/** A kept entry as its file told of it, ready to be matched anew. */
export function againToTake(app: App, entry: OpenEntry): ToTake {
  const { currency, payerName, remittance } = entry;
  const texts = remittance === null ? [] : [remittance];
  const references = entry.givenReferences ?? [];
  return {
    entry: { ...entry, tenantId: app.tenantId, fingerprint: '' },
    payment: { amountMinor: paidMinor(entry), currency, payerName, references, texts },
    place: {
      ...{ account: null, format: null, statementName: null, fileSha: null },
      ...{ opening: null, closing: null },
    },
    source: entry.statementId === null ? 'file' : 'camt',
  };
}
