import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { caseInView } from './steps/case-access.ts';
import { placeHold } from './steps/place-hold.ts';

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
  await inRetriedTransaction(app.db, (tx) => holdCase(app, tx, actor, { ...ref, ...input, kind }));
  return { done: true as const };
}

/** Lays a hold over a whole case in the caller's transaction; answers its id. */
export async function holdCase(
  app: App,
  tx: Tx,
  actor: Actor,
  input: {
    readonly customerId: string;
    readonly caseId: string;
    readonly kind: HoldKind;
    readonly why: string;
    readonly reviewOn: LocalDate;
  },
): Promise<string> {
  const { kind, why: words, reviewOn } = input;
  const hold = { kind, words, reviewOn, conversationId: null, as: null };
  const { holdId } = await placeHold(app, tx, input, actor.userId, hold);
  return holdId;
}
