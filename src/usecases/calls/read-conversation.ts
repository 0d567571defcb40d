import { agreedIn, networkResultOf, resultsFor } from '#domain/contact/outcomes.ts';
import { askable, type VerificationPolicy } from '#domain/contact/verification.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import { type CallRow, callRow, conversationById } from '#storage/calls/conversations.ts';
import { type App, allow } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { isTheirs } from './steps/in-conversation.ts';

/** One conversation with its lines, its questions and the results that fit it. */
export async function readConversation(app: App, actor: Actor, input: { conversationId: string }) {
  const talk = await conversationById(app.db, input.conversationId);
  if (!talk) throw new Refusal('not-found', { thing: 'conversation', id: input.conversationId });
  allow(actor, 'case.read', talk.portfolio.id);
  const row = await callRow(app.db, talk);
  assert(row, 'a conversation has its customer');
  const { verification } = await policyOf(app, app.db, talk.portfolio);
  // Whoever answers for what was done may read what was said: supervisors, managers, compliance.
  const hears = isTheirs(actor, talk) || may(actor, 'decision.read', talk.portfolio.id);
  return {
    id: talk.id,
    caseId: talk.caseId,
    customerName: row.customerName,
    direction: talk.direction,
    state: talk.state,
    answeredBy: talk.answeredBy,
    contactPointId: talk.contactPointId,
    beganAt: talk.beganAt,
    answeredAt: talk.answeredAt,
    endedAt: talk.endedAt,
    verified: talk.verifiedAt !== null,
    verificationFailed: talk.verificationFailedAt !== null,
    ...questionsOf(verification, row),
    lateReason: talk.lateReason,
    hostile: talk.hostileAt !== null,
    supervisorAsked: talk.supervisorAskedAt !== null,
    supervisorName: row.supervisorName,
    networkResult: networkResultOf(talk, row),
    results: [...resultsFor(talk, row)],
    agreed: agreedIn(row),
    lines: hears
      ? row.lines.map(({ saidAt, ...line }) => ({ ...line, at: instantOf(msOf(saidAt)) }))
      : [],
  };
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
