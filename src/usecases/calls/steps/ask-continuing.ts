import { CONTINUES_CALL } from '#domain/gate/checks/replies.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { keepAttemptDecision } from '#storage/gate/attempt-decisions.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';
import { evaluateEach, recordDecision } from '#usecases/gate/steps/evaluate-contact.ts';
import { failingClosed, raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';

/**
 * Asks the gate whether the debt may be spoken of on a call that the customer placed, and keeps the
 * answer with the attempt, where the desk reads it. An answer that cannot be had leaves none, which
 * the desk shows as a refusal; the call itself is answered all the same.
 */
export async function askContinuing(
  app: App,
  conversation: ConversationRow,
  userId: string,
): Promise<void> {
  const { customerId, caseId, portfolio, attemptId, contactPointId } = conversation;
  if (attemptId === null || contactPointId === null) return;
  const how = {
    ...{ purpose: CONTINUES_CALL, inResponseTo: attemptId, unsolicited: false },
    voicemailPlan: null,
  };
  const wanted = {
    customerId,
    caseId,
    contactPointId,
    portfolio,
    userId,
    exceptAttempt: null,
    how,
  };
  const place = { caseId, portfolio };
  await failingClosed(app, place, async () => {
    const inputs = await loadGateInputs(app, app.db, wanted);
    const [evaluated] = evaluateEach(app, wanted, inputs, [contactPointId]);
    if (!evaluated) return;
    await inRetriedTransaction(app.db, async (tx) => {
      const decisionId = await recordDecision(app, tx, wanted, evaluated, 'ask');
      await keepAttemptDecision(tx, customerId, attemptId, decisionId);
    });
    await raiseAlarms(app, app.db, place, evaluated.decision);
  });
}
