import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { currentLink, endLink, groupOf, lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { reviewForeignHolds } from '#usecases/cases/steps/foreign-holds.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';

/** A link on a case that turned out to be wrong. */
export type SplitInput = {
  readonly caseId: string;
  readonly linkId: string;
  readonly reason: string;
};

/**
 * Says that two records are two people after all. Every fact stays with the record it was kept on, so
 * counts part by themselves; nothing is deleted. A hold that came from a fact of the other stands until
 * somebody has looked at it, today. Past decisions of both are looked at again.
 */
export async function splitPeople(app: App, actor: Actor, { caseId, linkId, reason }: SplitInput) {
  const place = await caseRefOf(app.db, caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'fact.record', place.portfolioId);
  const missing = new Refusal('not-found', { thing: 'person-link', id: linkId });
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, place.customerId);
    const link = await currentLink(tx, app.tenantId, linkId);
    if (!link || !people.includes(link.oneId)) throw missing;
    const at = now(app);
    if (!(await endLink(tx, linkId, { at, by: actor.userId, reason }))) throw missing;
    const times = { occurredAt: at, receivedAt: at, recordedAt: at };
    const about = { ...place, userId: actor.userId };
    const event = factEvent(app, about, 'people.split', times, { linkId });
    await append(tx, [event]);
    const cause = { kind: 'people-split', id: event.id } as const;
    const one = await groupOf(tx, link.oneId);
    if (!one.includes(link.otherId)) await reviewForeignHolds(app, tx, one);
    await recheckDecisions(app, tx, { people: one }, instantOf(0), cause);
    if (!one.includes(link.otherId)) {
      const other = await groupOf(tx, link.otherId);
      await reviewForeignHolds(app, tx, other);
      await recheckDecisions(app, tx, { people: other }, instantOf(0), cause);
    }
    return { done: true as const };
  });
}
