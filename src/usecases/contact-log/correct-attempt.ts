import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { type CorrectionInput, correctWithin } from './steps/correct-within.ts';

/** Undoes what was tried: the correction opens contact, so that another person has to approve it. */
class OpensContact extends Error {}

/**
 * Keeps a later truth about an attempt as a fact of its own and makes the attempt what it says:
 * counts follow by themselves. Decisions made since the attempt are looked at again. A correction after
 * which something could be done that is refused now, or a refusal of before would have been none, waits
 * for a second person; one that only shuts holds at once. Throws `not-found`, `conflict` while the
 * attempt is still open, never was made or is being asked about, `invalid-input`.
 */
export async function correctAttempt(app: App, actor: Actor, input: CorrectionInput) {
  const place = await caseRefOf(app.db, input.caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  const { portfolioId, customerId, caseId } = place;
  allow(actor, 'fact.record', portfolioId);
  // When it was heard of stays what it was while it waits.
  const { occurredAt, receivedAt } = factTimes(app, input);
  const told = { ...input, occurredAt, receivedAt };
  try {
    return await inRetriedTransaction(app.db, async (tx) => {
      const by = { recordedBy: actor.userId, right: 'fact.record' } as const;
      const { correctionId, opens } = await correctWithin(app, tx, actor, place, told, by);
      if (opens && actor.kind === 'user') throw new OpensContact();
      return { correctionId, approvalId: null };
    });
  } catch (error) {
    if (!(error instanceof OpensContact)) throw error;
  }
  const approvalId = await inRetriedTransaction(app.db, (tx) =>
    askApproval(app, tx, actor, {
      ...{ kind: 'correction', subject: `attempt:${input.attemptId}`, portfolioId, customerId },
      ...{ caseId, about: { ...told }, reason: input.reason },
    }),
  );
  return { correctionId: null, approvalId };
}
