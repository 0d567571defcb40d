import { type Actor, may } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import { insertFact } from '#storage/contact-log/contact-facts.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { claimReadFrom, type LockedRefusal } from '#storage/messages/refusals.ts';
import type { App, Tx } from '#usecases/app.ts';
import { holdByFact } from '#usecases/cases/steps/fact-holds.ts';
import { evidenceOf, type ReadClaim } from './keep-claim.ts';

/** Takes back what was read from words as a claim, with the hold that nothing else keeps. */
export async function takeClaimBack(
  app: App,
  tx: Tx,
  actor: Actor,
  refusal: LockedRefusal,
  kind: ReadClaim['kind'],
  at: Instant,
): Promise<void> {
  const evidenceRef = evidenceOf(refusal.id);
  const factId = await claimReadFrom(tx, refusal.customerId, kind, evidenceRef);
  if (!factId) return;
  const { caseId, portfolioId } = refusal;
  await insertFact(tx, {
    ...{ customerId: refusal.customerId, tenantId: app.tenantId, id: app.newId() },
    ...{ caseId, portfolioId, kind },
    ...{ details: {}, recordedBy: actor.userId, source: 'judgement', evidenceRef },
    ...{ occurredAt: at, receivedAt: at, recordedAt: at, withdraws: factId },
    transferable: true,
  });
  const fact = { kind, source: 'judgement', debts: null, isWithdrawn: true };
  await holdByFact(app, tx, actor.userId, {
    ...{ ...fact, people: await groupOf(tx, refusal.customerId) },
    mayLift: (id) => may(actor, 'refusal.read', id),
  });
}
