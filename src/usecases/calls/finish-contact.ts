import { standingHolds } from '#domain/cases/holds.ts';
import { isAboutDebt } from '#domain/contact/conveyed.ts';
import {
  agreedIn,
  attemptResultOf,
  resultsFor,
  settingResults,
  unreachedResults,
} from '#domain/contact/outcomes.ts';
import type { ContactResult, Mechanism } from '#domain/contact/results.ts';
import { type AnswererRole, answererOf, unknownOwner } from '#domain/parties/party-roles.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn, instantAt, instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import {
  type ConversationOutcome,
  finishRow,
  freePeople,
  keepFinish,
} from '#storage/calls/finish.ts';
import { proposedOfAttempt } from '#storage/gate/reservations.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { applyIfAllowed } from '#usecases/cases/steps/apply-transition.ts';
import { type CaseFile, caseFileOf } from '#usecases/cases/steps/case-file.ts';
import { type CaseClock, planNext } from '#usecases/cases/steps/plan-next.ts';
import { reportWrongNumber } from '#usecases/contact-log/steps/wrong-number.ts';
import { detectOptOut } from '#usecases/messages/steps/detect-opt-out.ts';
import { createObligationsAfterContact } from '#usecases/obligations/steps/create-obligations.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';
import { offerWaiting } from './steps/take-inbound.ts';

/** A next date lies at most so far ahead: no case is parked out of sight. */
const mostDays = 60;

/** How a contact ended, and what comes next. */
export type FinishInput = {
  readonly conversationId: string;
  readonly mechanism: Mechanism;
  readonly result: ContactResult;
  readonly nextOn: LocalDate | null;
  readonly note: string | null;
  /** Who answered, where it was somebody else. */
  readonly answeredBy: AnswererRole | null;
};

/**
 * Ends wrap-up (M-133): only with a result that fits what happened and a next action that is set, by
 * an agreement, callback or hold, or by a date. Frees the customer and makes the agent ready.
 */
export async function finishContact(app: App, actor: Actor, input: FinishInput) {
  const { conversationId } = input;
  const clock = await inConversation(
    app,
    actor,
    conversationId,
    { stage: 'wrap-up', caseLocked: true },
    async (tx, conversation) => {
      assert(actor.userId, 'only people finish');
      const row = await finishRow(tx, conversation, now(app));
      assert(row, 'a conversation has its case');
      checkResult(input, conversation, row);
      const file = await caseFileOf(app, tx, row);
      checkNextDate(input, file, row);
      const conveyed = await keepOutcome(app, tx, actor.userId, conversation, input);
      if (conveyed && conversation.attemptId !== null) {
        const place = { ...conversation, portfolioId: conversation.portfolio.id };
        await createObligationsAfterContact(app, tx, place, conversation.attemptId);
      }
      const clock = await planAfter(app, tx, actor.userId, conversation, input, file, row);
      await freeCustomer(app, tx, conversation, actor.userId);
      await logOnCase(app, tx, conversation, actor.userId, 'contact.finished', {
        conversationId,
        mechanism: input.mechanism,
        result: input.result,
        nextAction: clock.nextAction,
        nextActionOn:
          clock.nextActionAt && dateIn(file.row.portfolio.zone, msOf(clock.nextActionAt)),
      });
      return clock;
    },
  );
  await offerWaiting(app);
  return clock;
}

function checkResult(
  input: FinishInput,
  conversation: ConversationRow,
  row: ConversationOutcome,
): void {
  const mechanism = conversation.direction === 'outbound' ? 'outbound-call' : 'inbound-call';
  if (input.mechanism !== mechanism) {
    throw new Refusal('conflict', { thing: 'mechanism', reason: 'does-not-fit' });
  }
  if (!resultsFor(conversation, row).includes(input.result)) {
    throw new Refusal('conflict', { thing: 'result', reason: 'does-not-fit' });
  }
  if (input.result === 'third-party' && input.answeredBy === null) {
    throw new Refusal('step-missing', { needs: 'who-answered' });
  }
}

/** Who answered, in the gate's words, when it was not the person; a wrong number is nobody's known. */
function personOf({ result, answeredBy }: FinishInput): string | null {
  if (result === 'wrong-person') return unknownOwner;
  return result === 'third-party' && answeredBy !== null ? answererOf(answeredBy) : null;
}

/** Next actions that are somebody else's, who has a date for them. */
const withOthers: readonly string[] = ['task', 'review', 're-present'];

/** Whether something already says what happens next: an agreement, a hold, a closed case. */
function isSet(file: CaseFile, row: ConversationOutcome): boolean {
  const agreed = agreedIn(row);
  return (
    file.row.closedAt !== null ||
    settingResults.some((result) => agreed.includes(result)) ||
    standingHolds(file.holds).length > 0 ||
    file.row.state === 'promised' ||
    file.row.state === 'plan' ||
    withOthers.includes(file.row.nextAction ?? '')
  );
}

function checkNextDate({ nextOn }: FinishInput, file: CaseFile, row: ConversationOutcome): void {
  if (nextOn === null) {
    if (!isSet(file, row)) throw new Refusal('step-missing', { needs: 'next-date' });
    return;
  }
  const latest = addDays(file.today, mostDays);
  if (nextOn >= file.today && nextOn <= latest) return;
  const message = nextOn > latest ? 'date-too-far' : 'date-past';
  throw new Refusal('invalid-input', { problems: [{ path: 'nextOn', message }] });
}

/** What a result says of the number that was called. */
const pointStates: Readonly<Partial<Record<ContactResult, string>>> = {
  'wrong-person': 'wrong_person',
  'not-in-service': 'disconnected',
};

/** Keeps how it ended; whether something about a debt was conveyed. */
async function keepOutcome(
  app: App,
  tx: Tx,
  userId: string,
  conversation: ConversationRow,
  input: FinishInput,
): Promise<boolean> {
  const { mechanism, result, note } = input;
  const noteId = app.newId();
  const logged =
    conversation.answeredBy === null
      ? null
      : attemptResultOf(result, conversation.verifiedAt !== null, await planOf(tx, conversation));
  const aboutDebt = isAboutDebt({ result: logged, purpose: null, content: null });
  await keepFinish(tx, conversation, {
    at: now(app),
    userId,
    tenantId: app.tenantId,
    mechanism,
    result,
    attempt: logged === null ? null : { result: logged, person: personOf(input), aboutDebt },
    pointState: pointStates[result] ?? null,
    note: note === null ? null : { id: noteId, words: note },
  });
  const { customerId, caseId, portfolio, contactPointId, id } = conversation;
  if (contactPointId !== null && pointStates[result] === 'wrong_person') {
    await reportWrongNumber(app, tx, conversation, userId, { contactPointId, isWrong: true });
  }
  if (note === null) return aboutDebt === true;
  await detectOptOut(app, tx, {
    ...{ customerId, caseId, portfolioId: portfolio.id, contactPointId, words: note },
    ...{ source: 'note', sourceId: noteId, conversationId: id, recordedBy: userId },
  });
  return aboutDebt === true;
}

/** The message that the gate was told would be left on a machine; null where there is none. */
async function planOf(tx: Tx, { customerId, attemptId, answeredBy }: ConversationRow) {
  if (attemptId === null || answeredBy !== 'machine') return null;
  return (await proposedOfAttempt(tx, customerId, attemptId))?.voicemail_plan ?? null;
}

async function planAfter(
  app: App,
  tx: Tx,
  userId: string,
  conversation: ConversationRow,
  input: FinishInput,
  file: CaseFile,
  row: ConversationOutcome,
): Promise<CaseClock> {
  const { nextActionAt } = file.row;
  const nextAction = file.row.nextAction as NextAction | null;
  if (isSet(file, row) || input.nextOn === null) return { nextAction, nextActionAt };
  if (input.result === 'refused') {
    const because = { conversationId: conversation.id };
    const move = { on: 'refused', actorId: userId, because, file } as const;
    const moved = await applyIfAllowed(app, tx, conversation, move);
    if (moved) return { nextAction: moved.nextAction, nextActionAt: moved.nextActionAt };
  }
  const at = instantOf(instantAt(file.row.portfolio.zone, input.nextOn, '00:00'));
  const unreached = unreachedResults.has(input.result);
  const code = unreached ? 'try-again' : 'date-agreed';
  // The step was tried and met nobody: the process says what follows, the agent when to call.
  return planNext(app, tx, file, {
    actorId: userId,
    stepDone: unreached,
    agreed: {
      action: 'call',
      at,
      why: { code, facts: { date: input.nextOn } },
      insteadOf: unreached ? ['call'] : ['call', 'wait'],
    },
  });
}

/** Ends the lease and the time of everybody who was in the conversation. */
async function freeCustomer(app: App, tx: Tx, conversation: ConversationRow, userId: string) {
  const people = new Set(
    [userId, conversation.userId, conversation.supervisorId].flatMap((id) => id ?? []),
  );
  const freed = [...people].map((id) => ({ userId: id, stateId: app.newId() }));
  await freePeople(tx, conversation, freed, now(app));
}
