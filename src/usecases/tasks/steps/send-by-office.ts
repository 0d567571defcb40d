import type { AnnouncedStage } from '#domain/cases/states.ts';
import { inLanguage, type ScriptParts, saysDisclosure } from '#domain/contact/call-script.ts';
import { isForClosedCase } from '#domain/contact/case-bars.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import { addressNeeded, type SendingWay, sendingWays } from '#domain/contact/sent-by-hand.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { caseClosed } from '#domain/strategy/decisions.ts';
import { holdLetterContact, holdLetterTask } from '#domain/strategy/hold-letters.ts';
import {
  invoiceContact,
  letterContact,
  noticeContact,
  type OfficeContact,
} from '#domain/strategy/letter-content.ts';
import { isLetter, languageOf, missingLanguage } from '#domain/strategy/letters.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type Instant, instantAt, instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import { putOffRefused } from '#storage/gate/sent-by-hand.ts';
import type { TaskFacts } from '#storage/tasks/task-facts.ts';
import { endTasks } from '#storage/tasks/tasks.ts';
import { type App, type Db, now, type Tx } from '#usecases/app.ts';
import { reserveByHand } from '#usecases/gate/steps/reserve-by-hand.ts';
import { wantedByHand } from '#usecases/gate/steps/wanted-by-hand.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { createObligationsAfterContact } from '#usecases/obligations/steps/create-obligations.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { detailsOf, logTasks, type TaskToFinish } from './task-details.ts';

/** What the law where the customer lives has our words say or leave out. */
export function partsFor(app: App, facts: TaskFacts): ScriptParts {
  const { collectorRole, customerKind } = facts;
  return scriptParts(app.gate.packs, { collectorRole, customerKind, home: facts });
}

/**
 * What a task leaves with the customer, as the gate is asked about it, with the language it is
 * written in: of letters whose words are ours the one we wrote, of the operator's own words the one that
 * whoever sent them told, where they did; null when it contacts nobody.
 */
export function contactOf(
  app: App,
  task: TaskToFinish,
  facts: TaskFacts,
  ownLanguage: string | null = null,
): OfficeContact | null {
  const { effect, announces, holdId } = detailsOf(task);
  if (task.caseId === null) return null;
  const parts = partsFor(app, facts);
  const ofHold = holdLetterTask(task.kind);
  if (holdId && ofHold) return written(holdLetterContact(ofHold, holdId, parts), parts, facts);
  if (effect) return isLetter(effect) ? written(letterContact(effect, parts), parts, facts) : null;
  const own = announces
    ? noticeContact(announces.stage as AnnouncedStage, parts)
    : task.kind === 'resend-invoice'
      ? invoiceContact
      : null;
  if (!own || !ownLanguage) return own;
  return { ...own, content: inLanguage(own.content, parts, ownLanguage) };
}

function written(
  contact: OfficeContact,
  parts: ScriptParts,
  { language: customerLanguage }: TaskFacts,
): OfficeContact {
  const language = languageOf(customerLanguage);
  const disclosed = saysDisclosure(parts) ? { disclosure_language: language } : {};
  return { ...contact, content: { ...contact.content, language, ...disclosed } };
}

/**
 * Whether a task sends something in another language than the customer prefers: a letter of ours, or
 * the operator's own words in the language that was told of them.
 */
export function isInOtherLanguage(
  task: TaskToFinish,
  { language }: TaskFacts,
  ownLanguage: string | null = null,
): boolean {
  const { effect, holdId, announces } = detailsOf(task);
  if (announces || task.kind === 'resend-invoice') {
    const codeOf = (told: string) => told.slice(0, 2).toLowerCase();
    return ownLanguage !== null && language !== null && codeOf(ownLanguage) !== codeOf(language);
  }
  const isOurs =
    effect === undefined ? Boolean(holdId && holdLetterTask(task.kind)) : isLetter(effect);
  return isOurs && missingLanguage(language) !== null;
}

/** How something may go out; post unless it is said. Throws `invalid-input`. */
export function wayOf(how: string | null): SendingWay {
  const way = sendingWays.find((known) => known === (how ?? 'post'));
  if (way) return way;
  throw new Refusal('invalid-input', { problems: [{ path: 'how', message: 'unknown' }] });
}

/** What a task wants to send, as the gate is asked; null for a customer without such an address. */
export async function wantedOf(
  db: Db,
  task: TaskToFinish,
  portfolio: Wanted['portfolio'],
  way: SendingWay,
  contact: OfficeContact,
): Promise<Wanted | null> {
  const { customerId, caseId } = task;
  if (caseId === null) return null;
  const place = { customerId, caseId, portfolio, userId: null };
  return wantedByHand(db, place, way, { ...contact, campaign: task.kind });
}

/** When and how something went out, and in which language words of the operator's own are. */
export type SentBy = {
  readonly sentOn: LocalDate | null;
  readonly how: string | null;
  /** ISO 639-1; left out where nobody told. */
  readonly language?: string | null;
};

/**
 * Sends what a task sends, through the gate, by what `taskFacts` read of it: an attempt on the day it
 * went out. A refusal is answered with its decision; the task then waits for the day on which it may
 * be tried again, or ends where the case is closed and nothing will open the way. Null when it went,
 * or contacts nobody. Throws `step-missing` without an address, `invalid-input` for the way.
 */
export async function sendByOffice(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  { sentOn, how, language = null }: SentBy,
  facts: TaskFacts | undefined,
): Promise<Decision | null> {
  const contact = facts ? contactOf(app, task, facts, language) : null;
  if (!contact) return null;
  const way = wayOf(how);
  const wanted = await wantedOf(tx, task, place.portfolio, way, contact);
  if (!wanted) throw new Refusal('step-missing', { needs: addressNeeded(way) });
  const sentAt = sentAtOf(app, place, sentOn);
  const made = await reserveByHand(app, tx, { ...wanted, userId: actor.userId, sentAt });
  if (!made.made) {
    const isOver = !detailsOf(task).holdId && isForClosedCase(made.decision);
    if (isOver) await endOfClosedCase(app, tx, actor, task);
    else await putOffRefusedTask(app, tx, place, task, made.decision);
    return made.decision;
  }
  if (made.aboutDebt) {
    const { customerId, caseId } = wanted;
    const on = { customerId, caseId, portfolioId: place.portfolio.id };
    await createObligationsAfterContact(app, tx, on, made.attemptId);
  }
  return null;
}

/** A letter that a closed case keeps back is not tried again: the task ends, and the log says why. */
async function endOfClosedCase(app: App, tx: Tx, actor: Actor, task: TaskToFinish): Promise<void> {
  await endTasks(tx, [task], now(app), actor.userId, caseClosed);
  await logTasks(app, tx, actor, [task], caseClosed, null);
}

/** When something of a day went out: today it is now; for an earlier day its noon stands for the hour. */
export function sentAtOf(
  app: App,
  { portfolio: { zone } }: Place,
  sentOn: LocalDate | null,
): Instant {
  const today = dateIn(zone, app.clock());
  if (sentOn === null || sentOn >= today) return now(app);
  return instantOf(instantAt(zone, sentOn, '12:00'));
}

/** Puts a refused task off to the day on which it may be tried again, and answers that day. */
export async function putOffRefusedTask(
  app: App,
  tx: Tx,
  { portfolio: { zone }, policy }: Place,
  task: TaskToFinish,
  { reasons, nextPermittedAt }: Decision,
): Promise<LocalDate> {
  const tomorrow = addBusinessDays(dateIn(zone, app.clock()), 1, policy.calendar);
  const permitted = nextPermittedAt === null ? tomorrow : dateIn(zone, msOf(nextPermittedAt));
  const dueOn = [permitted, tomorrow].toSorted().at(-1) ?? tomorrow;
  const rules = reasons.map(({ rule }) => rule);
  await putOffRefused(tx, task, { at: now(app), rules, nextPermittedAt }, dueOn);
  return dueOn;
}
