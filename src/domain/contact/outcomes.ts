import { isLimitedContent } from '#domain/gate/checks/limited-content.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import type { VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { ContactResult } from './results.ts';

/** How a call of ours ended for the network: those words of the contact log that the gate counts by. */
export type CallResult = Extract<
  AttemptResult,
  | 'no_answer'
  | 'busy'
  | 'voicemail_none'
  | 'voicemail_lcm'
  | 'voicemail_content'
  | 'not_in_service'
  | 'network_failure'
  | 'third_party_answered'
  | 'answered_dropped'
  | 'conversation'
>;

/** What is known of a call when its end is judged. */
export type ConversationFacts = {
  /** As in the contact log; `unknown` when the product stopped during the call. */
  readonly networkResult: string | null;
  readonly answeredBy: 'person' | 'machine' | null;
  readonly verified: boolean;
  /** What was agreed or reported in it, as codes of results. */
  readonly agreed: readonly string[];
};

const unanswered: Readonly<Record<string, ContactResult>> = {
  no_answer: 'no-answer',
  busy: 'busy',
  not_in_service: 'not-in-service',
  network_failure: 'network-failure',
};

/** Results that stand for something recorded, the weightiest first: they fit only when it was. */
const recorded: readonly ContactResult[] = [
  'paid-in-full',
  'promise',
  'part-promise',
  'plan',
  'dispute',
  'hardship',
  'callback',
  'stop-contact',
  'represented',
  'new-method',
  'supervisor',
];

/** The results that fit what happened in a contact, the likeliest first (M-073, M-133). */
export function fittingResults(conversation: ConversationFacts): readonly ContactResult[] {
  const network =
    conversation.networkResult === null
      ? undefined
      : ownValue(unanswered, conversation.networkResult);
  if (conversation.networkResult === 'unknown') return ['network-failure', 'hung-up', 'no-answer'];
  if (conversation.answeredBy === null) return [network ?? 'no-answer'];
  if (conversation.answeredBy === 'machine') return ['voicemail-no-message', 'voicemail-message'];
  const first = recorded.filter((result) => conversation.agreed.includes(result));
  if (conversation.verified) return [...first, 'refused', 'information-given', 'hung-up'];
  return [...first, 'not-verified', 'third-party', 'wrong-person', 'hung-up'];
}

/**
 * What the contact log keeps of an answered call, from its disposition. A message other than the one
 * the gate was told of counts as one about the debt: nobody knows what it said.
 */
export function attemptResultOf(
  result: ContactResult,
  verified: boolean,
  plan: VoicemailPlan | null,
): CallResult | null {
  switch (result) {
    case 'wrong-person':
    case 'third-party':
      return 'third_party_answered';
    case 'voicemail-message':
      return plan && isLimitedContent(plan) ? 'voicemail_lcm' : 'voicemail_content';
    case 'voicemail-no-message':
      return 'voicemail_none';
    case 'no-answer':
    case 'busy':
    case 'not-in-service':
    case 'network-failure':
      return null;
    default:
      return verified ? 'conversation' : 'answered_dropped';
  }
}

/** Results after which nobody spoke with the person: the process counts its step as tried. */
export const unreachedResults: ReadonlySet<ContactResult> = new Set([
  'no-answer',
  'busy',
  'voicemail-no-message',
  'voicemail-message',
  'not-in-service',
  'network-failure',
  'wrong-person',
  'third-party',
  'not-verified',
]);

/** What already sets the next action, so that no date need be typed when wrap-up ends. */
export const settingResults: readonly ContactResult[] = [
  'paid-in-full',
  'promise',
  'part-promise',
  'plan',
  'dispute',
  'hardship',
  'callback',
  'stop-contact',
  'represented',
];

/** What is known of how a conversation went. */
export type ConversationCourse = {
  /** Null while the call lasts. */
  readonly endedAt: string | null;
  readonly answeredBy: 'person' | 'machine' | null;
  readonly verifiedAt: string | null;
};

/** What hangs on it: the result of its attempt, and what was agreed, as codes. */
export type ConversationRecord = {
  readonly attemptResult: string | null;
  readonly happened: readonly { readonly as: string | null }[];
};

/** What was agreed or reported in a conversation, as codes, each once. */
export function agreedIn({ happened }: Pick<ConversationRecord, 'happened'>): string[] {
  return [...new Set(happened.flatMap((event) => event.as ?? []))];
}

/** How the network ended a call without a conversation; null while it lasts and when people spoke. */
export function networkResultOf(
  course: Pick<ConversationCourse, 'endedAt' | 'answeredBy'>,
  { attemptResult }: Pick<ConversationRecord, 'attemptResult'>,
): string | null {
  if (course.endedAt === null) return null;
  if (attemptResult === null) return 'unknown';
  return course.answeredBy === 'person' ? null : attemptResult;
}

/** The results that fit this conversation, the likeliest first. */
export function resultsFor(
  course: ConversationCourse,
  record: ConversationRecord,
): readonly ContactResult[] {
  return fittingResults({
    networkResult: networkResultOf(course, record),
    answeredBy: course.answeredBy,
    verified: course.verifiedAt !== null,
    agreed: agreedIn(record),
  });
}
