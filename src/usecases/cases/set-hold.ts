import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { endHold } from '#storage/desk-holds.ts';
import { type App, allow, now } from '../app.ts';
import { logOnCase } from '../contact/in-conversation.ts';
import { layHold } from '../contact/lay-hold.ts';
import { applyTransition } from './apply-transition.ts';
import { caseInView } from './read-case.ts';

const done = { done: true as const };

/** Lays a hold over a case outside a conversation, with a review date. */
export async function setHold(
  app: App,
  actor: Actor,
  input: { caseId: string; kind: string; why: string; reviewOn: string },
) {
  const kind = holdKinds.find((known): known is HoldKind => known === input.kind);
  if (kind === undefined) {
    throw new Refusal('invalid-input', { problems: [{ path: 'kind', message: 'unknown-hold' }] });
  }
  const ref = await caseInView(app, actor, input.caseId);
  allow(actor, 'case.hold', ref.portfolioId);
  await app.db.transaction().execute(async (tx) => {
    assert(actor.userId, 'only people set holds');
    const { reviewOn, why: words } = input;
    await layHold(app, tx, ref, actor.userId, {
      kind,
      words,
      reviewOn,
      conversationId: null,
      as: null,
    });
  });
  return done;
}

/** Ends a hold with a reason; the case goes on where it stood. */
export async function liftHold(
  app: App,
  actor: Actor,
  input: { caseId: string; holdId: string; why: string },
) {
  const ref = await caseInView(app, actor, input.caseId);
  allow(actor, 'case.hold', ref.portfolioId);
  await app.db.transaction().execute(async (tx) => {
    const lifted = { at: now(app), by: actor.userId, why: input.why };
    const hold = await endHold(tx, ref, input.holdId, lifted);
    if (!hold) throw new Refusal('already-done', { thing: 'hold', id: input.holdId });
    const facts = { holdId: input.holdId, kind: hold.kind };
    const place = { ...ref, portfolio: { id: ref.portfolioId } };
    await logOnCase(app, tx, place, actor.userId, 'hold.lifted', facts);
    await applyTransition(app, tx, ref, {
      on: 'hold-lifted',
      actorId: actor.userId,
      because: { holdId: input.holdId },
    });
  });
  return done;
}
