import type { ScriptParts } from '#domain/contact/call-script.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { TaskOutcome } from './decisions.ts';
import { type HoldLetterTask, holdLetterTasks } from './hold-letter-tasks.ts';
import { holdLetters as letters } from './hold-letter-texts.ts';
import { commonContent, disclosed, type OfficeContact } from './letter-content.ts';
import { fillLetter, type Letter, type TaskLetterFacts } from './letters.ts';

/** The letter with which a task of a hold may end; undefined for one that ends with none. */
export function holdLetterTask(kind: string): HoldLetterTask | undefined {
  return holdLetterTasks.find((known) => known === kind);
}

/** Whether a task ends so only with the words of an answer. */
export function needsAnswer(kind: string, outcome: TaskOutcome): boolean {
  const task = holdLetterTask(kind);
  return outcome === 'letter-sent' && task !== undefined && letters[task].isAnswer;
}

/** The event of the gate by which the letter of a task meets duties; null for none. */
export const metByHoldLetter = (task: HoldLetterTask): EventWord | null => letters[task].meets;

/** The event whose duties the letter of a task meets though it is none; null for none. */
export const answeredByHoldLetter = (task: HoldLetterTask): EventWord | null =>
  letters[task].answers ?? null;

/** The letter of a hold, as the gate is asked about it: a claimed purpose rests on the hold. */
export function holdLetterContact(
  task: HoldLetterTask,
  holdId: string,
  parts: ScriptParts,
): OfficeContact {
  const { purpose, to } = letters[task];
  return {
    ...{ purpose, reference: `hold:${holdId}` },
    ...(to ? { to } : {}),
    content: { ...commonContent, mentions_debt: true, ...disclosed(parts) },
  };
}

/** The letter of a hold in the customer's language; `answer` is what somebody wrote for it. */
export function holdLetterFor(
  task: HoldLetterTask,
  facts: TaskLetterFacts,
  parts: ScriptParts,
  answer: string | null,
): Letter {
  const { name, creditor } = facts;
  return fillLetter(letters[task].texts, facts, parts, { name, creditor, answer: answer ?? '…' });
}
