import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import { insertTransfer, lockCollector } from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';

/** A portfolio that is collected in another's name from an instant on. */
export type TransferInput = {
  readonly portfolioId: string;
  /** The new collector, by the name under which consents are given to it. */
  readonly collector: string;
  readonly role: CollectorRole;
  readonly occurredAt: Instant | null;
  readonly reason: string;
};

/**
 * Hands a portfolio to another collector: earlier attempts stay the former's, so what is counted for
 * each collector begins anew, and consents given to the former do not travel. What people asked and
 * what was learned does. Throws `not-found`, `conflict` when nothing would change, `invalid-input`.
 */
export async function transferPortfolio(app: App, actor: Actor, input: TransferInput) {
  const { portfolioId, collector, role, reason } = input;
  allow(actor, 'portfolio.configure', portfolioId);
  const times = factTimes(app, { occurredAt: input.occurredAt });
  return inRetriedTransaction(app.db, async (tx) => {
    const stands = await lockCollector(tx, app.tenantId, portfolioId);
    if (!stands) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
    const from = stands.collector ?? app.tenantId;
    if (from === collector && stands.role === role) {
      throw new Refusal('conflict', { thing: 'portfolio', reason: 'nothing-changes' });
    }
    if (stands.since !== null && msOf(times.occurredAt) <= msOf(stands.since)) {
      const problems = [{ path: 'occurredAt', message: 'before-last-transfer' }];
      throw new Refusal('invalid-input', { problems });
    }
    const transferId = app.newId();
    await insertTransfer(tx, {
      id: transferId,
      tenantId: app.tenantId,
      portfolioId,
      fromCollector: from,
      toCollector: collector,
      fromRole: stands.role,
      toRole: role,
      reason,
      ...times,
      recordedBy: actor.userId,
    });
    const about = { portfolioId, customerId: null, caseId: null, userId: actor.userId };
    const facts = { transferId, fromRole: stands.role, toRole: role };
    await append(tx, [factEvent(app, about, 'portfolio.transferred', times, facts)]);
    const cause = { kind: 'transfer', id: transferId } as const;
    await recheckDecisions(app, tx, { portfolioId }, times.occurredAt, cause);
    return { transferId };
  });
}
