import type { readLadder } from '#contract/agreements.ts';
import type { askAllowed, readCase, readHistory } from '#contract/cases.ts';
import type { readConversation, say } from '#contract/conversations.ts';
import type { myDay } from '#contract/desk.ts';
import type { InputOf, OutputOf } from '#web/ui/client/api.ts';

/** A case as the desk shows it; its debt is null until the right person is verified. */
export type DeskCase = OutputOf<typeof readCase>;
/** Whether one point of contact may be used now. */
export type ContactPermission = OutputOf<typeof askAllowed>['points'][number];
/** Whether a way may be used now, if only because a supervisor let it pass. */
export function isCallable(allowance: ContactPermission | undefined): boolean {
  return allowance?.verdict === 'permitted' || Boolean(allowance?.letPass);
}

/** A conversation with its lines. */
export type Conversation = OutputOf<typeof readConversation>;
/** What this agent may offer. */
export type Ladder = OutputOf<typeof readLadder>;
/** One line of the one contact history. */
export type HistoryLine = OutputOf<typeof readHistory>['lines'][number];
/** Something said on the line: the words, what is meant by them, and their terms. */
export type Said = Omit<InputOf<typeof say>, 'conversationId'>;
/** The day of an agent. */
export type Day = OutputOf<typeof myDay>;

/** Where the work on an open case stands; each stage shows one thing to do. */
export type Stage =
  | 'before'
  | 'ringing'
  | 'machine'
  | 'verify'
  | 'not-verified'
  | 'reason'
  | 'agree'
  | 'wrap-up';

/** The stage that a conversation is in; without a live one the case waits for its call. */
export function stageOf(conversation: Conversation | null): Stage {
  if (!conversation || conversation.state === 'done') return 'before';
  if (conversation.state === 'wrap_up') return 'wrap-up';
  if (conversation.state !== 'live') return 'ringing';
  if (conversation.answeredBy === 'machine') return 'machine';
  if (conversation.verified) return conversation.lateReason === null ? 'reason' : 'agree';
  return conversation.verificationFailed ? 'not-verified' : 'verify';
}

/** Whether somebody is on the line. */
export function isTalking(stage: Stage): boolean {
  return stage !== 'before' && stage !== 'ringing' && stage !== 'wrap-up';
}

/** Whether the person on the line is known to be the right one. */
export function isVerified(stage: Stage): boolean {
  return stage === 'reason' || stage === 'agree';
}

/** The forms that open in the middle of the desk. */
export type ToolName =
  | 'full'
  | 'promise'
  | 'part'
  | 'plan'
  | 'method'
  | 'dispute'
  | 'hardship'
  | 'callback'
  | 'stop'
  | 'represented'
  | 'number'
  | 'point'
  | 'language'
  | 'whereabouts'
  | 'note';

/** One tool: its key, and whether the right person must be verified first. */
export type Tool = {
  readonly name: ToolName;
  readonly shortcut: string;
  readonly needs: 'reason' | 'verified' | 'talk' | 'nothing';
};

/** Every tool, in the order of its button. */
export const tools: readonly Tool[] = [
  { name: 'full', shortcut: 'f', needs: 'reason' },
  { name: 'promise', shortcut: 'p', needs: 'reason' },
  { name: 'part', shortcut: 'a', needs: 'reason' },
  { name: 'plan', shortcut: 'l', needs: 'reason' },
  { name: 'method', shortcut: 'm', needs: 'verified' },
  { name: 'dispute', shortcut: 'd', needs: 'verified' },
  { name: 'hardship', shortcut: 'y', needs: 'verified' },
  { name: 'callback', shortcut: 'b', needs: 'talk' },
  { name: 'stop', shortcut: 'x', needs: 'talk' },
  { name: 'represented', shortcut: 'r', needs: 'talk' },
  { name: 'number', shortcut: 'k', needs: 'talk' },
  { name: 'point', shortcut: 'u', needs: 'verified' },
  { name: 'language', shortcut: 'j', needs: 'verified' },
  { name: 'whereabouts', shortcut: 'z', needs: 'verified' },
  { name: 'note', shortcut: 'i', needs: 'nothing' },
];

/**
 * Whether a tool can be used in a stage: notes always, agreements only after the late reason. What was
 * said in a call can still be recorded once it has ended: a line may drop at any word.
 */
export function isUsable(
  { needs }: Tool,
  stage: Stage,
  conversation: Pick<Conversation, 'verified' | 'lateReason'> | null,
): boolean {
  if (needs === 'nothing') return true;
  const isOver = stage === 'wrap-up';
  if (needs === 'talk') return isTalking(stage) || isOver;
  if (isOver && !conversation?.verified) return false;
  if (needs === 'verified') return isVerified(stage) || isOver;
  return stage === 'agree' || (isOver && conversation?.lateReason !== null);
}
