import type { Actor } from '#domain/workforce/rights.ts';
import { verifyChains } from '#storage/append-many.ts';
import { lastSeq } from '#storage/event-log.ts';
import { type App, allow } from '#usecases/app.ts';

/** Computes every chain of the event log anew; names the cases whose events were tampered with. */
export async function checkLog(app: App, actor: Actor) {
  allow(actor, 'system.read');
  const seq = await lastSeq(app.db);
  const broken = await verifyChains(app.db);
  return {
    lastSeq: seq.toString(),
    broken: broken.map(({ caseId, seq: at }) => ({ caseId, seq: at?.toString() ?? null })),
  };
}
