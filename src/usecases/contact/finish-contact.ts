import { standingHolds } from '#domain/cases/holds.ts';
import { attemptResultOf, settingResults, unreachedResults } from '#domain/contact/outcomes.ts';
import type { ContactResult, Mechanism } from '#domain/contact/results.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addDays, instantAt, instantOf, type LocalDate } from '#kernel/time.ts';
import { caseClock, insertNote } from '#storage/cases-notes.ts';
import {
  type ConversationRow,
  changeConversation,
  settleAttempt,
  type TalkRow,
  talkRow,
} from '#storage/conversations.ts';
import { setPointState } from '#storage/conversations-people.ts';
import { giveBack } from '#storage/desk.ts';
import { endCallbacks } from '#storage/desk-callbacks.ts';
import { type App, now, type Tx } from '../app.ts';
import { applyIfAllowed } from '../cases/apply-transition.ts';
import { type CaseFile, openCaseFile } from '../cases/case-file.ts';
import { sameMarks, writePlan } from '../cases/plan-next.ts';
import { enterState } from '../workforce/enter-state.ts';
import { inConversation, logOnCase } from './in-conversation.ts';
import { agreedIn, fittingOf } from './read-conversation.ts';
import { offerWaiting } from './take-inbound.ts';

/** A next date lies at most so far ahead: no case is parked out of sight. */
const mostDays = 60;

/** How a contact ended, and what comes next. */
export type FinishInput = {
  readonly conversationId: string;
  readonly mechanism: Mechanism;
  readonly result: ContactResult;
  readonly nextOn: LocalDate | null;
  readonly note: string | null;
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
    { stage: 'wrap-up' },
    async (tx, talk) => {
      assert(actor.userId, 'only people finish');
      const row = await talkRow(tx, talk);
      assert(row, 'a conversation has its customer');
      checkResult(input, talk, row);
      const file = await openCaseFile(app, tx, talk);
      checkNextDate(input, file, row);
      await keepOutcome(app, tx, actor.userId, talk, input);
      await planAfter(app, tx, actor.userId, talk, input, file, row);
      await freeCustomer(app, tx, talk, actor.userId);
      const clock = await caseClock(tx, talk);
      await logOnCase(app, tx, talk, actor.userId, 'contact.finished', {
        conversationId,
        mechanism: input.mechanism,
        result: input.result,
        ...clock,
      });
      return clock;
    },
  );
  await offerWaiting(app);
  return clock;
}

function checkResult(input: FinishInput, talk: ConversationRow, row: TalkRow): void {
  const mechanism = talk.direction === 'outbound' ? 'outbound-call' : 'inbound-call';
  if (input.mechanism !== mechanism) {
    throw new Refusal('conflict', { thing: 'mechanism', reason: 'does-not-fit' });
  }
  if (!fittingOf(talk, row).includes(input.result)) {
    throw new Refusal('conflict', { thing: 'result', reason: 'does-not-fit' });
  }
}

/** Next actions that are somebody else's, who has a date for them. */
const withOthers: readonly string[] = ['task', 'review', 're-present'];

/** Whether something already says what happens next: an agreement, a hold, a closed case. */
function isSet(file: CaseFile, row: TalkRow): boolean {
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

function checkNextDate({ nextOn }: FinishInput, file: CaseFile, row: TalkRow): void {
  if (nextOn === null) {
    if (!isSet(file, row)) throw new Refusal('step-missing', { needs: 'next-date' });
    return;
  }
  const latest = addDays(file.today, mostDays);
  if (nextOn >= file.today && nextOn <= latest) return;
  const message = nextOn > latest ? 'date-too-far' : 'date-past';
  throw new Refusal('invalid-input', { problems: [{ path: 'nextOn', message }] });
}

async function keepOutcome(
  app: App,
  tx: Tx,
  userId: string,
  talk: ConversationRow,
  input: FinishInput,
): Promise<void> {
  const { mechanism, result } = input;
  const at = now(app);
  await changeConversation(tx, talk, { state: 'done', finishedAt: at, mechanism, result });
  const logged = attemptResultOf(result, talk.verifiedAt !== null);
  if (logged !== null && talk.attemptId !== null && talk.answeredBy !== null) {
    const person = logged === 'third_party_answered' ? { person: 'third_party' } : {};
    await settleAttempt(tx, talk.customerId, talk.attemptId, { result: logged, ...person });
  }
  if (result === 'wrong-person' && talk.contactPointId !== null) {
    await setPointState(tx, talk.customerId, talk.contactPointId, 'wrong_person');
  }
  if (result === 'not-in-service' && talk.contactPointId !== null) {
    await setPointState(tx, talk.customerId, talk.contactPointId, 'disconnected');
  }
  await endCallbacks(tx, talk, talk.beganAt, at, result);
  if (input.note === null) return;
  await insertNote(tx, {
    id: app.newId(),
    customerId: talk.customerId,
    tenantId: app.tenantId,
    bucket: talk.bucket,
    caseId: talk.caseId,
    conversationId: talk.id,
    restricted: false,
    words: input.note,
    writtenAt: at,
    writtenBy: userId,
  });
}

async function planAfter(
  app: App,
  tx: Tx,
  userId: string,
  talk: ConversationRow,
  input: FinishInput,
  file: CaseFile,
  row: TalkRow,
): Promise<void> {
  if (isSet(file, row) || input.nextOn === null) return;
  if (input.result === 'refused') {
    const because = { conversationId: talk.id };
    const moved = await applyIfAllowed(app, tx, talk, { on: 'refused', actorId: userId, because });
    if (moved) return;
  }
  const at = instantOf(instantAt(file.row.portfolio.zone, input.nextOn, '00:00'));
  const unreached = unreachedResults.has(input.result);
  const code = unreached ? 'try-again' : 'date-agreed';
  const call = { action: 'call', at, why: { code, facts: { date: input.nextOn } } } as const;
  await writePlan(app, tx, file, {
    goOn: unreached ? 'step-done' : 'stay',
    // The step was tried and met nobody: the process says what follows, the agent when to call.
    agreed: (next) =>
      next.action === 'call' || (!unreached && next.action === 'wait') ? call : null,
    marks: sameMarks(file),
  });
}

/** Ends the lease and the time of everybody who was in the conversation. */
async function freeCustomer(app: App, tx: Tx, talk: ConversationRow, userId: string) {
  const people = new Set([userId, talk.userId, talk.supervisorId]);
  for (const person of people) {
    if (person === null) continue;
    const { customerId, caseId } = talk;
    await giveBack(tx, { customerId, caseId, userId: person, at: now(app), again: null });
    await enterState(app, tx, person, 'ready', {});
  }
}
