import { titlesOf } from '#domain/contact/cited-rules.ts';
import { event } from '#domain/events/event.ts';
import type { ObligationKind } from '#domain/gate/duties.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { msOf } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import { escalateObligations } from '#storage/obligations/escalate.ts';
import {
  cancelObligation,
  listedObligations,
  obligationCounts,
  obligationsAPage,
  ownObligation,
} from '#storage/obligations/obligations.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { changeObligation, placeOfObligation } from './steps/change-obligation.ts';

/** Obligations raised in one turn of the clockwork. */
const raisedAtOnce = 500;

const done = { done: true as const };

/**
 * Open obligations by due time, or ended ones, with counts by kind: those of the actor's
 * portfolios.
 */
export async function listObligations(
  app: App,
  actor: Actor,
  input: { open: boolean; kind?: string | undefined; page: number },
) {
  allow(actor, 'obligation.work');
  const portfolios = portfoliosWith(actor, 'obligation.work');
  const { tenantId } = app;
  const rows = await listedObligations(app.db, {
    tenantId,
    portfolios,
    open: input.open,
    kind: input.kind ?? null,
    page: input.page,
  });
  const nowMs = app.clock();
  return {
    titles: titlesOf(
      app.gate.packs,
      rows.map(({ rule }) => rule),
    ),
    counts: await obligationCounts(app.db, tenantId, portfolios, now(app)),
    obligations: rows.slice(0, obligationsAPage).map((row) => ({
      ...row,
      late: row.fulfilledAt === null && row.cancelledAt === null && msOf(row.dueAt) < nowMs,
      mine: row.ownerId !== null && row.ownerId === actor.userId,
    })),
    more: rows.length > obligationsAPage,
  };
}

/** Takes an obligation, or gives it back. Throws `taken-by-another` for somebody else's. */
export async function claimObligation(
  app: App,
  actor: Actor,
  { obligationId, release }: { obligationId: string; release: boolean },
) {
  await changeObligation(app, actor, obligationId, async (tx, obligation) => {
    if (obligation.ownerId !== null && obligation.ownerId !== actor.userId) {
      throw new Refusal('taken-by-another', {
        thing: 'obligation',
        by: obligation.ownerName ?? '',
      });
    }
    await ownObligation(tx, obligation, release ? null : actor.userId);
    const kind = release ? 'obligation.released' : 'obligation.claimed';
    await logOnCase(app, tx, placeOfObligation(obligation), actor.userId, kind, {
      obligationId,
      kind: obligation.kind as ObligationKind,
    });
  });
  return done;
}

/** Ends an obligation that need not be met: paid before, sent by the creditor. The reason is kept. */
export async function dropObligation(
  app: App,
  actor: Actor,
  { obligationId, reason }: { obligationId: string; reason: string },
) {
  await changeObligation(app, actor, obligationId, async (tx, obligation) => {
    await cancelObligation(tx, obligation, now(app), reason);
    const facts = { obligationId, kind: obligation.kind as ObligationKind };
    await logOnCase(
      app,
      tx,
      placeOfObligation(obligation),
      actor.userId,
      'obligation.cancelled',
      facts,
    );
  });
  return done;
}

/** Raises obligations whose time runs short or is over; the clockwork calls it. Answers how many. */
export async function raiseObligations(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const at = now(app);
    const raised = await escalateObligations(tx, at, raisedAtOnce);
    const inOrder = raised.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
    await append(
      tx,
      inOrder.map(({ id, kind, escalation, ...place }) =>
        event(
          escalation === 2 ? 'obligation.overdue' : 'obligation.escalated',
          {
            id: app.newId(),
            tenantId: app.tenantId,
            ...place,
            occurredAt: at,
            recordedAt: at,
            actorId: null,
          },
          { obligationId: id, kind: kind as ObligationKind },
        ),
      ),
    );
    return raised.length;
  });
}
