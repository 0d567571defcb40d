import { askable, isQuestion, isRight, verificationState } from '#domain/contact/verification.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import {
  type ConversationRow,
  callRow,
  changeConversation,
  settleAttempt,
} from '#storage/calls/conversations.ts';
import { keepVerification, pointReached } from '#storage/calls/verify.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { applyIfAllowed } from '#usecases/cases/steps/apply-transition.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';

/** Throws away what nobody may ask of this person. */
function refuseQuestion(message: string): never {
  throw new Refusal('invalid-input', { problems: [{ path: 'question', message }] });
}

/**
 * Checks one answer of the person on the line. The answer is compared and forgotten; only the question
 * and whether it was right are kept. With enough right answers the person is verified: this is the
 * right-party contact (M-120). With too many wrong ones the debt stays closed in this conversation.
 */
export function verifyPerson(
  app: App,
  actor: Actor,
  input: { conversationId: string; question: string; answer: string },
) {
  const { conversationId, question, answer } = input;
  return inConversation(app, actor, conversationId, { stage: 'live' }, async (tx, talk) => {
    assert(actor.userId, 'only people verify');
    const row = await callRow(tx, talk);
    assert(row, 'a conversation has its customer');
    if (talk.verifiedAt !== null) return { passed: true, verified: true, failed: false };
    if (talk.verificationFailedAt !== null) throw new Refusal('not-verified', { conversationId });
    const { verification: policy } = await policyOf(app, tx, talk.portfolio);
    if (!isQuestion(question)) refuseQuestion('unknown-question');
    if (!askable(policy, row.known).includes(question)) refuseQuestion('not-askable');
    const passed = isRight(question, row.known, answer);
    await keepVerification(tx, {
      id: app.newId(),
      customerId: talk.customerId,
      tenantId: app.tenantId,
      conversationId,
      question,
      passed,
      askedAt: now(app),
      userId: actor.userId,
    });
    const state = verificationState(policy, [...row.asked, { question, passed }]);
    if (state === 'verified') await becomeVerified(app, tx, talk, actor.userId);
    if (state === 'failed') await failVerification(app, tx, talk, actor.userId);
    return { passed, verified: state === 'verified', failed: state === 'failed' };
  });
}

async function becomeVerified(app: App, tx: Tx, talk: ConversationRow, userId: string) {
  const at = now(app);
  await changeConversation(tx, talk, { verifiedAt: at });
  if (talk.attemptId) {
    await settleAttempt(tx, talk.customerId, talk.attemptId, {
      result: 'conversation',
      talked: true,
    });
  }
  if (talk.contactPointId) await pointReached(tx, talk.customerId, talk.contactPointId, at);
  const facts = { conversationId: talk.id, attemptId: talk.attemptId, direction: talk.direction };
  await logOnCase(app, tx, talk, userId, 'contact.verified', facts);
  await applyIfAllowed(app, tx, talk, {
    on: 'replied',
    actorId: userId,
    because: { conversationId: talk.id },
  });
}

async function failVerification(app: App, tx: Tx, talk: ConversationRow, userId: string) {
  await changeConversation(tx, talk, { verificationFailedAt: now(app) });
  await logOnCase(app, tx, talk, userId, 'contact.verification-failed', {
    conversationId: talk.id,
  });
}
