import type { Actor } from '#domain/workforce/rights.ts';
import { lastSeq } from '#storage/event-log.ts';
import { type App, allow } from '#usecases/app.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';

/**
 * Checks all that `verify-log` checks, with the newest end of the chain of seals that was kept outside:
 * names the cases whose events were tampered with, and counts what else does not hold.
 */
export async function checkLog(app: App, actor: Actor) {
  allow(actor, 'system.read');
  const seq = await lastSeq(app.db);
  const anchor = await app.anchors?.last();
  const verdict = await verifyLog(app.db, anchor ? [anchor] : []);
  const counts = [
    { what: 'users', count: verdict.brokenUsers.length },
    { what: 'decisions', count: verdict.brokenPeople.length },
    { what: 'rows', count: verdict.brokenRows.length },
    { what: 'blocks', count: verdict.brokenBlocks.length },
    { what: 'anchors', count: verdict.brokenAnchors.length },
  ] as const;
  const broken = verdict.brokenCases.map((one) => ({ ...one }));
  return { lastSeq: seq.toString(), broken, beside: counts.filter(({ count }) => count > 0) };
}
