import { contentProblems } from '#domain/contact/message-content.ts';
import {
  holdLetterContact,
  holdLetterFor,
  holdLetterTask,
  metByHoldLetter,
} from '#domain/strategy/hold-letters.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn } from '#kernel/time.ts';
import { insertHoldReview } from '#storage/cases/holds.ts';
import { keepCarriedOut, type TaskFacts, taskFacts } from '#storage/tasks/task-facts.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { meetBy } from '#usecases/obligations/steps/create-obligations.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { TaskResult } from '../finish-task.ts';
import { checkSentOn } from './notice-of.ts';
import { partsFor } from './send-by-office.ts';
import type { CarriedOut, TaskToFinish } from './task-details.ts';

/** The letter of a hold with the answer that somebody wrote; null for a task that ends with none. */
export function holdLetter(
  app: App,
  task: Pick<TaskToFinish, 'kind'>,
  facts: TaskFacts,
  answer: string | null,
) {
  const kind = holdLetterTask(task.kind);
  return kind ? holdLetterFor(kind, facts, partsFor(app, facts), answer) : null;
}

/**
 * Refuses an answer whose words say other things than its letter declares to the gate. Throws
 * `invalid-input`.
 */
export function checkAnswer(
  app: App,
  task: Pick<TaskToFinish, 'kind'>,
  facts: TaskFacts,
  answer: string | null,
): void {
  const kind = holdLetterTask(task.kind);
  const letter = holdLetter(app, task, facts, answer);
  if (!kind || !letter) return;
  const text = { words: letter.words, lang: letter.language, declaredBy: 'person' } as const;
  const { content } = holdLetterContact(kind, '', partsFor(app, facts));
  const problems = contentProblems(text, content);
  if (problems.length === 0) return;
  throw new Refusal('invalid-input', {
    problems: problems.map(({ message }) => ({ path: 'why', message })),
  });
}

/**
 * Keeps the letter of a hold with its task as it went out, meets the duties it answers, and leaves the
 * review of the hold, which stands, to a task of its own.
 */
export async function recordHoldLetter(
  app: App,
  tx: Tx,
  place: Place,
  actorId: string | null,
  task: TaskToFinish & { readonly caseId: string },
  holdId: string,
  { sentOn, how, why }: Pick<TaskResult, 'sentOn' | 'how' | 'why'>,
): Promise<void> {
  const kind = holdLetterTask(task.kind);
  const facts = (await taskFacts(tx, [task])).get(task.id);
  if (!kind || !facts) throw new Refusal('step-missing', { needs: 'decision' });
  const today = dateIn(place.portfolio.zone, app.clock());
  const on = sentOn ?? today;
  checkSentOn(app, place, task, on);
  const letter = holdLetter(app, task, facts, why);
  const carriedOut: CarriedOut = { on, how: how ?? 'post', letter };
  await keepCarriedOut(tx, task, carriedOut);
  const { customerId, caseId, portfolioId } = task;
  const word = metByHoldLetter(kind);
  if (word !== null) {
    const fulfilment = { how: how === 'email' ? 'email' : 'letter', reference: task.id } as const;
    await meetBy(app, tx, { customerId, caseId, portfolioId }, word, { by: actorId, fulfilment });
  }
  await insertHoldReview(tx, {
    ...{ customerId, caseId, portfolioId, holdId, taskId: app.newId(), tenantId: app.tenantId },
    ...{ earliest: addDays(today, 1), openedAt: now(app), openedBy: actorId, queue: task.queue },
  });
}
