import { continuingCause } from '#domain/contact/continuing-cause.ts';
import { agreedIn, networkResultOf, resultsFor } from '#domain/contact/outcomes.ts';
import { askable, type VerificationPolicy } from '#domain/contact/verification.ts';
import { voicemailWords } from '#domain/contact/voicemail.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import {
  type CallRow,
  type ConversationRow,
  callRow,
  conversationById,
} from '#storage/calls/conversations.ts';
import { decisionOfAttempt } from '#storage/gate/attempt-decisions.ts';
import { proposedOfAttempt } from '#storage/gate/reservations.ts';
import { type App, allow } from '#usecases/app.ts';
import { toldDecision } from '#usecases/gate/steps/contact-permissions.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { isTheirs } from './steps/in-conversation.ts';

/** One conversation with its lines, its questions and the results that fit it. */
export async function readConversation(app: App, actor: Actor, input: { conversationId: string }) {
  const conversation = await conversationById(app.db, input.conversationId);
  if (!conversation)
    throw new Refusal('not-found', { thing: 'conversation', id: input.conversationId });
  allow(actor, 'case.read', conversation.portfolio.id);
  const row = await callRow(app.db, conversation);
  assert(row, 'a conversation has its customer');
  const { verification, gate } = await policyOf(app, app.db, conversation.portfolio);
  // Whoever answers for what was done may read what was said: supervisors, managers, compliance.
  const hears =
    isTheirs(actor, conversation) || may(actor, 'decision.read', conversation.portfolio.id);
  return {
    id: conversation.id,
    caseId: conversation.caseId,
    customerName: row.customerName,
    direction: conversation.direction,
    state: conversation.state,
    answeredBy: conversation.answeredBy,
    contactPointId: conversation.contactPointId,
    beganAt: conversation.beganAt,
    answeredAt: conversation.answeredAt,
    endedAt: conversation.endedAt,
    verified: conversation.verifiedAt !== null,
    verificationFailed: conversation.verificationFailedAt !== null,
    ...questionsOf(verification, row),
    voicemail: (await mayLeaveMessage(app, conversation))
      ? voicemailWords(gate.voicemail, row.language)
      : null,
    continuing: await continuingOf(app, conversation),
    lateReason: hears ? conversation.lateReason : null,
    hostile: conversation.hostileAt !== null,
    supervisorAsked: conversation.supervisorAskedAt !== null,
    supervisorName: row.supervisorName,
    networkResult: networkResultOf(conversation, row),
    results: hears ? [...resultsFor(conversation, row)] : [],
    agreed: hears ? agreedIn(row) : [],
    lines: hears
      ? row.lines.map(({ saidAt, ...line }) => ({ ...line, at: instantOf(msOf(saidAt)) }))
      : [],
  };
}

/** Whether a machine answered and the gate was told of the message and let it be left. */
async function mayLeaveMessage(
  app: App,
  { customerId, attemptId, answeredBy }: ConversationRow,
): Promise<boolean> {
  if (attemptId === null || answeredBy !== 'machine') return false;
  const proposed = await proposedOfAttempt(app.db, customerId, attemptId);
  return Boolean(proposed?.voicemail_plan);
}

/** Whether the debt may be spoken of on a call of theirs; null on a call of ours. */
async function continuingOf(app: App, conversation: ConversationRow) {
  const { customerId, attemptId, direction, userId } = conversation;
  if (direction !== 'inbound' || userId === null || attemptId === null) return null;
  const decision = await decisionOfAttempt(app.db, customerId, attemptId);
  if (!decision) return { verdict: 'refused' as const, cause: 'unknown' as const, rules: [] };
  const { verdict, rules } = toldDecision(app, decision);
  return { verdict, cause: continuingCause(decision), rules };
}

function questionsOf(policy: VerificationPolicy, { known, asked }: CallRow) {
  const passedNow = new Map(asked.map(({ question, passed }) => [question, passed]));
  const right = new Set(asked.filter(({ passed }) => passed).map(({ question }) => question));
  const open = askable(policy, known).map((question) => ({
    question,
    passed: passedNow.get(question) ?? null,
  }));
  return {
    questions: open,
    answersNeeded: Math.max(0, policy.answersNeeded - right.size),
  };
}
