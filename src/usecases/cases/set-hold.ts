import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { caseInView } from './steps/case-access.ts';
import { placeHold } from './steps/place-hold.ts';

/** Places a hold on a whole case outside a conversation, with a review date. */
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
  const hold = { kind, words: input.why, reviewOn: input.reviewOn, conversationId: null, as: null };
  await inRetriedTransaction(app.db, (tx) => placeHold(app, tx, ref, actor.userId, hold));
  return { done: true as const };
}
