import type { HoldMatter } from '#domain/privacy/person-requests.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { insertLegalHold, legalHoldsOf, liftLegalHold } from '#storage/privacy/legal-holds.ts';
import { type App, now } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { personOf } from './steps/person-reach.ts';

/** Lays a legal hold: nothing of the person is erased, by request or by time, while it stands. */
export async function layLegalHold(
  app: App,
  actor: Actor,
  { caseId, matter, reason }: { caseId: string; matter: HoldMatter; reason: string },
) {
  const person = await personOf(app, actor, caseId);
  const { customerId, portfolioId } = person;
  assert(actor.userId, 'only people lay a hold');
  const laidBy = actor.userId;
  const legalHoldId = app.newId();
  await app.db.transaction().execute(async (tx) => {
    await insertLegalHold(tx, {
      ...{ customerId, id: legalHoldId, tenantId: app.tenantId, matter, reason },
      ...{ laidAt: now(app), laidBy },
    });
    const place = { customerId, caseId, portfolio: { id: portfolioId } };
    await logOnCase(app, tx, place, laidBy, 'person.hold-laid', { legalHoldId, matter });
  });
  return { legalHoldId };
}

/** Lifts a legal hold, with a reason. Throws `not-found` and `already-done`. */
export async function liftHoldOfLaw(
  app: App,
  actor: Actor,
  input: { caseId: string; legalHoldId: string; reason: string },
) {
  const { caseId, legalHoldId, reason } = input;
  const { customerIds, portfolioId } = await personOf(app, actor, caseId);
  assert(actor.userId, 'only people lift a hold');
  const liftedBy = actor.userId;
  await app.db.transaction().execute(async (tx) => {
    const hold = (await legalHoldsOf(tx, customerIds)).find(({ id }) => id === legalHoldId);
    if (!hold) throw new Refusal('not-found', { thing: 'legal-hold', id: legalHoldId });
    const { matter } = hold;
    const key = { customerId: hold.customerId, id: legalHoldId };
    const lifted = { liftedAt: now(app), liftedBy, liftReason: reason };
    if (!(await liftLegalHold(tx, key, lifted))) {
      throw new Refusal('already-done', { thing: 'legal-hold', id: legalHoldId });
    }
    const place = { customerId: hold.customerId, caseId, portfolio: { id: portfolioId } };
    await logOnCase(app, tx, place, liftedBy, 'person.hold-lifted', { legalHoldId, matter });
  });
  return { done: true as const };
}
