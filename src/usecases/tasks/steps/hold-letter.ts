import { demandProblems } from '#domain/contact/demand-words.ts';
import { contentProblems } from '#domain/contact/message-content.ts';
import { type SendingWay, sentThrough } from '#domain/contact/sent-by-hand.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import {
  answeredByHoldLetter,
  holdLetterContact,
  holdLetterFor,
  holdLetterTask,
  metByHoldLetter,
} from '#domain/strategy/hold-letters.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn, type Instant, type LocalDate } from '#kernel/time.ts';
import { insertHoldReview } from '#storage/cases/holds.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { untoldSending } from '#storage/gate/sent-by-hand.ts';
import { keepCarriedOut, type TaskFacts, taskFacts } from '#storage/tasks/task-facts.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { keepFact, withDebts } from '#usecases/contact-log/steps/keep-fact.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { meetBy, type ObligationPlace } from '#usecases/obligations/steps/create-obligations.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { TaskResult } from '../finish-task.ts';
import { checkSentOn } from './notice-of.ts';
import { partsFor, sentAtOf, wayOf } from './send-by-office.ts';
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
 * Refuses an answer whose words say other things than its letter declares to the gate, or that asks
 * for payment or threatens. Throws `invalid-input`, with the words.
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
  const wrong = contentProblems(text, content).map(({ message }) => ({ path: 'why', message }));
  const problems = [...wrong, ...demandProblems('why', answer ?? '')];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
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
  const { purpose } = holdLetterContact(kind, holdId, partsFor(app, facts));
  const word = metByHoldLetter(kind);
  const answers = answeredByHoldLetter(kind);
  const about = { customerId, caseId, portfolioId };
  if (answers !== null) {
    const metAt = sentAtOf(app, place, sentOn);
    const by = {
      how: wayOf(how) === 'email' ? 'email' : 'letter',
      metAt,
      reference: task.id,
    } as const;
    await meetBy(app, tx, about, answers, { by: actorId, fulfilment: by, doneAt: metAt }, '');
  }
  if (word !== null) {
    const sent = { word, purpose, how: wayOf(how), on, at: sentAtOf(app, place, sentOn) };
    await recordAnswer(app, tx, about, actorId, task.id, sent);
  }
  await insertHoldReview(tx, {
    ...{ customerId, caseId, portfolioId, holdId, taskId: app.newId(), tenantId: app.tenantId },
    ...{ earliest: addDays(today, 1), openedAt: now(app), openedBy: actorId, queue: task.queue },
  });
}

/** Puts the answer that a letter gave into the log of contact, which meets the duties it answers. */
async function recordAnswer(
  app: App,
  tx: Tx,
  on: ObligationPlace,
  actorId: string | null,
  taskId: string,
  sent: {
    readonly word: EventWord;
    readonly purpose: string | null;
    readonly how: SendingWay;
    readonly on: LocalDate;
    readonly at: Instant;
  },
): Promise<void> {
  const people = await lockPeople(tx, on.customerId);
  const { channel } = sentThrough[sent.how];
  const { purpose, on: localDay, word: kind } = sent;
  const like = { caseId: on.caseId, channel, purpose, contactPointId: null };
  const attemptId = await untoldSending(tx, people, { ...like, localDay });
  const id = app.newId();
  await keepFact(app, tx, actorId, on, people, {
    ...{ id, kind, details: await withDebts(tx, on, kind, {}) },
    ...{ times: factTimes(app, { occurredAt: sent.at }), attemptId: attemptId ?? null },
    ...{ source: 'hold-letter', evidenceRef: taskId, transferable: true, about: null },
    how: sent.how === 'email' ? 'email' : 'letter',
  });
  await recheckDecisions(app, tx, { people }, sent.at, { kind: 'fact', id });
}
