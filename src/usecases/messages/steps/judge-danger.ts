import type { VulnerabilityKind } from '#domain/contact/vulnerability.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import { insertNote } from '#storage/cases/notes.ts';
import type { LockedRefusal } from '#storage/messages/refusals.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { sealedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { takeClaimBack } from './take-claim-back.ts';

/** What a person found in words that may speak of danger to life. */
export type DangerFound = {
  readonly real: boolean;
  /** What makes them vulnerable, and the support they need; both needed when it is real. */
  readonly kind: VulnerabilityKind | null;
  readonly support: string | null;
};

/**
 * Confirms as vulnerability what words may have told, with its kind and the support needed as a restricted
 * note (the hold stays), or says that it is none: the claim is taken back and the hold ends. Null for
 * words that tell of no danger. Kept to safeguard a person at risk (DPA 2018 sch. 1 para. 18). Throws
 * `not-allowed`, `step-missing` when nobody says what was found, `invalid-input` for a part that is missing.
 */
export async function judgeDanger(
  app: App,
  tx: Tx,
  actor: Actor,
  refusal: LockedRefusal,
  found: DangerFound | null,
  at: Instant,
): Promise<'confirmed' | 'none' | null> {
  const { portfolioId } = refusal;
  if (!refusal.danger) return null;
  allow(actor, 'vulnerable.review', portfolioId ?? undefined);
  if (found === null) throw new Refusal('step-missing', { needs: 'danger' });
  if (!found.real) {
    await takeClaimBack(app, tx, actor, refusal, 'vulnerable', at);
    return 'none';
  }
  const missing = [
    ...(found.kind === null ? ['danger.kind'] : []),
    ...(found.support?.trim() ? [] : ['danger.support']),
  ];
  if (missing.length > 0) {
    const problems = missing.map((path) => ({ path, message: 'missing' }));
    throw new Refusal('invalid-input', { problems });
  }
  await keepSupport(app, tx, actor, refusal, found, at);
  return 'confirmed';
}

async function keepSupport(
  app: App,
  tx: Tx,
  actor: Actor,
  { customerId, caseId, portfolioId }: LockedRefusal,
  { kind, support }: DangerFound,
  at: Instant,
): Promise<void> {
  if (caseId === null || portfolioId === null) return;
  assert(actor.userId, 'only people judge');
  const noteId = app.newId();
  await insertNote(tx, {
    ...{ id: noteId, customerId, caseId, tenantId: app.tenantId, conversationId: null },
    ...{ restricted: true, words: sealedWords(app, customerId, `${kind}: ${support}`) },
    ...{ writtenAt: at, writtenBy: actor.userId },
  });
  const place = { customerId, caseId, portfolio: { id: portfolioId } };
  const facts = { kind: 'vulnerable', outcome: 'stays', reviewOn: null, noteId } as const;
  await logOnCase(app, tx, place, actor.userId, 'hold.reviewed', facts);
}
