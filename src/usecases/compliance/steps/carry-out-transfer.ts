import {
  type Collector,
  isAssignment,
  type TransferProposal,
} from '#domain/policy/transfer-proposal.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { insertTransfer, lockCollector } from '#storage/portfolios/portfolio-transfers.ts';
import type { App, Tx } from '#usecases/app.ts';
import { holdAtRest, placeHold } from '#usecases/cases/steps/place-hold.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';
import type { BarredCase } from './ask-transfer.ts';

/**
 * The collector of a portfolio now, under its row lock. Throws `not-found`, `conflict` when the
 * transfer would change nothing, `invalid-input` for one before the last.
 */
export async function collectorBefore(
  app: App,
  tx: Tx,
  portfolioId: string,
  to: Collector & { readonly since: Instant | null },
): Promise<Collector> {
  const stands = await lockCollector(tx, app.tenantId, portfolioId);
  if (!stands) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  const from = { collector: stands.collector ?? app.tenantId, role: stands.role };
  if (from.collector === to.collector && from.role === to.role) {
    throw new Refusal('conflict', { thing: 'portfolio', reason: 'nothing-changes' });
  }
  const { occurredAt } = factTimes(app, { occurredAt: to.since });
  if (stands.since !== null && msOf(occurredAt) <= msOf(stands.since)) {
    const problems = [{ path: 'occurredAt', message: 'before-last-transfer' }];
    throw new Refusal('invalid-input', { problems });
  }
  return from;
}

/**
 * Puts a confirmed transfer in force. What may not be transferred stays behind a hold of its own when
 * it is to be left out; else nothing is transferred and it throws `conflict`.
 */
export async function carryOutTransfer(
  app: App,
  tx: Tx,
  actor: Actor,
  transfer: TransferProposal & {
    readonly portfolioId: string;
    readonly proposalId: string;
    readonly reason: string;
    readonly barred: readonly BarredCase[];
  },
): Promise<void> {
  const { portfolioId, proposalId, reason, barred, since, collector, role } = transfer;
  if (barred.length > 0 && !transfer.leavesOut) {
    throw new Refusal('conflict', { thing: 'portfolio', reason: 'transfer-barred' });
  }
  const from = await collectorBefore(app, tx, portfolioId, transfer);
  const times = factTimes(app, { occurredAt: since });
  const transferId = app.newId();
  await lockPeople(tx, ...barred.map(({ customerId }) => customerId));
  for (const ref of barred) {
    // A case that is over is held for the day on which it opens again.
    const lay = ref.open ? placeHold : holdAtRest;
    await lay(app, tx, ref, actor.userId, {
      ...{ kind: 'not-transferred', words: reason, details: { transferId } },
      ...{ conversationId: null, as: null },
    });
  }
  await insertTransfer(tx, {
    ...{ id: transferId, tenantId: app.tenantId, portfolioId, reason, ...times },
    ...{ fromCollector: from.collector, toCollector: collector },
    ...{ fromRole: from.role, toRole: role, recordedBy: actor.userId },
    notedAt: isAssignment(from, transfer) ? null : times.recordedAt,
  });
  const about = { portfolioId, customerId: null, caseId: null, userId: actor.userId };
  const facts = { transferId, proposalId, fromRole: from.role, toRole: role };
  await append(tx, [factEvent(app, about, 'portfolio.transferred', times, facts)]);
  const cause = { kind: 'transfer', id: transferId } as const;
  await recheckDecisions(app, tx, { portfolioId }, times.occurredAt, cause);
}
