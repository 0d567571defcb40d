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
 * Checks one answer of the person on the line. What was typed is compared and not stored; only the
 * question and whether it was right are kept. With enough right answers the person is verified:
 * this is the right-party contact (M-120). With too many wrong ones the debt stays closed in this
 * conversation.
 */
export function verifyPerson(
  app: App,
  actor: Actor,
  input: { conversationId: string; question: string; answer: string },
) {
  const { conversationId, question, answer } = input;
  return inConversation(app, actor, conversationId, { stage: 'live' }, async (tx, conversation) => {
    assert(actor.userId, 'only people verify');
    const row = await callRow(tx, conversation);
    assert(row, 'a conversation has its customer');
    if (conversation.verifiedAt !== null) return { passed: true, verified: true, failed: false };
    if (conversation.verificationFailedAt !== null)
      throw new Refusal('not-verified', { conversationId });
    const { verification: policy } = await policyOf(app, tx, conversation.portfolio);
    if (!isQuestion(question)) refuseQuestion('unknown-question');
    if (!askable(policy, row.known).includes(question)) refuseQuestion('not-askable');
    const passed = isRight(question, row.known, answer);
    await keepVerification(tx, {
      id: app.newId(),
      customerId: conversation.customerId,
      tenantId: app.tenantId,
      conversationId,
      question,
      passed,
      askedAt: now(app),
      userId: actor.userId,
    });
    const state = verificationState(policy, [...row.asked, { question, passed }]);
    if (state === 'verified') await becomeVerified(app, tx, conversation, actor.userId);
    if (state === 'failed') await failVerification(app, tx, conversation, actor.userId);
    return { passed, verified: state === 'verified', failed: state === 'failed' };
  });
}

async function becomeVerified(app: App, tx: Tx, conversation: ConversationRow, userId: string) {
  const at = now(app);
  await changeConversation(tx, conversation, { verifiedAt: at });
  if (conversation.attemptId) {
    await settleAttempt(tx, conversation.customerId, conversation.attemptId, {
      result: 'conversation',
      talked: true,
      aboutDebt: true,
    });
  }
  if (conversation.contactPointId)
    await pointReached(tx, conversation.customerId, conversation.contactPointId, at);
  const facts = {
    conversationId: conversation.id,
    attemptId: conversation.attemptId,
    direction: conversation.direction,
  };
  await logOnCase(app, tx, conversation, userId, 'contact.verified', facts);
  await applyIfAllowed(app, tx, conversation, {
    on: 'replied',
    actorId: userId,
    because: { conversationId: conversation.id },
  });
}

async function failVerification(app: App, tx: Tx, conversation: ConversationRow, userId: string) {
  await changeConversation(tx, conversation, { verificationFailedAt: now(app) });
  await logOnCase(app, tx, conversation, userId, 'contact.verification-failed', {
    conversationId: conversation.id,
  });
}
