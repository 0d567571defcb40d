import { fittingResults } from '#domain/contact/outcomes.ts';
import { askable, type VerificationPolicy } from '#domain/contact/verification.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import {
  type CallRow,
  type ConversationRow,
  callRow,
  conversationById,
} from '#storage/calls/conversations.ts';
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
    results: [...fittingOf(talk, row)],
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

/** What was agreed or reported in a conversation, as codes, each once. */
export function agreedIn({ happened }: Pick<CallRow, 'happened'>): string[] {
  return [...new Set(happened.flatMap((event) => event.as ?? []))];
}

/** How the network ended a call that was no talk; null while it lives or when people talked. */
export function networkResultOf(
  talk: Pick<ConversationRow, 'endedAt' | 'answeredBy'>,
  { attemptResult }: Pick<CallRow, 'attemptResult'>,
): string | null {
  if (talk.endedAt === null) return null;
  if (attemptResult === null) return 'unknown';
  return talk.answeredBy === 'person' ? null : attemptResult;
}

/** The results that fit this conversation, the likeliest first. */
export function fittingOf(talk: ConversationRow, row: Pick<CallRow, 'attemptResult' | 'happened'>) {
  return fittingResults({
    networkResult: networkResultOf(talk, row),
    answeredBy: talk.answeredBy,
    verified: talk.verifiedAt !== null,
    agreed: agreedIn(row),
  });
}
