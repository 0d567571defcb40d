import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  entriesById,
  reopenEntry,
  resolveEntryRow,
  signEntry,
} from '#storage/intake/bank-entries.ts';
import { portfolioById } from '#storage/portfolios/portfolio-rows.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { endRequests } from '#usecases/approvals/steps/end-requests.ts';
import { entryRequest } from './steps/book-entry.ts';
import { lookAgain } from './steps/look-again.ts';
import { againToTake } from './steps/match-waiting.ts';
import { openEntry } from './steps/open-entry.ts';
import { settle } from './steps/take-entries.ts';

/**
 * A person says of an entry whether it is the earlier one once more, which adds nothing, or another
 * movement: then it is matched as if it had come now. Also of one that was taken for known. Throws
 * `not-found` when no earlier entry is in question, `already-done`.
 */
export async function decideSameEntry(
  app: App,
  actor: Actor,
  { entryId, same }: { readonly entryId: string; readonly same: boolean },
): Promise<{ done: true }> {
  await inRetriedTransaction(app.db, async (tx) => {
    const entry = await openEntry(tx, actor, entryId);
    const { sameAs, state } = entry;
    const earlier = sameAs === null ? undefined : (await entriesById(tx, [sameAs])).get(sameAs);
    if (!earlier) throw new Refusal('not-found', { thing: 'earlier-entry', id: entryId });
    if (same) {
      if (state === 'known') throw new Refusal('already-done', { thing: 'entry', id: entryId });
      const by = { at: now(app), by: actor.userId };
      const { customerId } = earlier;
      const nothing = { customerId, paymentId: null, note: null };
      await resolveEntryRow(tx, entryId, { state: 'known', how: 'by-hand', ...nothing, ...by });
      await endRequests(app, tx, actor, entryRequest(entry));
      await lookAgain(app, tx, entry.portfolioId, [entry.likelyCustomerId], actor.userId);
      return;
    }
    const portfolio = await portfolioById(tx, app.tenantId, entry.portfolioId);
    if (!portfolio) throw new Refusal('not-found', { thing: 'portfolio', id: entry.portfolioId });
    await reopenEntry(tx, entryId);
    // Matched by itself or waiting anew: who asked before asked about another state of it.
    await endRequests(app, tx, actor, entryRequest(entry));
    await settle(app, tx, portfolio, [againToTake(app, entry)], new Map());
    await signEntry(tx, entryId, now(app), actor.userId);
  });
  return { done: true };
}
