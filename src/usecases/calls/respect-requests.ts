import { unknownOwner } from '#domain/parties/party-roles.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addDays, instantAt, instantOf } from '#kernel/time.ts';
import { type ConversationRow, settleAttempt } from '#storage/calls/conversations.ts';
import { setPointState, usablePhones } from '#storage/calls/people.ts';
import { phonesOfParty } from '#storage/cases/accounts-heard.ts';
import { insertNote } from '#storage/cases/notes.ts';
import { insertPreference } from '#storage/cases/set-holds.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { placeHold } from '#usecases/cases/steps/place-hold.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { reportWrongNumber } from '#usecases/contact-log/steps/wrong-number.ts';
import { wisherBeside } from '#usecases/gate/steps/own-wish.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';
import { checkMayConfirm } from './steps/may-confirm.ts';

const done = { done: true as const };

/** What a point of contact turned out to be. */
export type PointState = 'wrong_person' | 'disconnected' | 'moved' | 'valid';

/**
 * Marks a wrong, dead or moved point of contact: never used again until it is verified anew. Why an
 * earlier mark is undone becomes a note on the case.
 */
export async function markNumber(
  app: App,
  actor: Actor,
  input: {
    readonly conversationId: string;
    readonly contactPointId: string;
    readonly state: PointState;
    readonly why: string | null;
  },
) {
  const { conversationId, contactPointId, state, why } = input;
  await inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, conversation) => {
    if (state === 'valid') await checkMayConfirm(tx, actor, conversation, { contactPointId, why });
    if (!(await setPointState(tx, conversation.customerId, contactPointId, state))) {
      throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
    }
    assert(actor.userId, 'only people mark');
    if (state === 'wrong_person' || state === 'valid') {
      const told = { contactPointId, isWrong: state === 'wrong_person' };
      await reportWrongNumber(app, tx, conversation, actor.userId, told);
    }
    const noteId = why?.trim() ? await keepWhy(app, tx, conversation, actor.userId, why) : null;
    const facts = { conversationId, contactPointId, state, noteId };
    await logOnCase(app, tx, conversation, actor.userId, 'contact-point.marked', facts);
    if (
      state === 'wrong_person' &&
      conversation.contactPointId === contactPointId &&
      conversation.attemptId
    ) {
      await settleAttempt(tx, conversation.customerId, conversation.attemptId, {
        result: 'third_party_answered',
        person: unknownOwner,
      });
    }
    if (state !== 'valid') await traceWhenUnreachable(app, tx, conversation, actor.userId);
  });
  return done;
}

async function keepWhy(
  app: App,
  tx: Tx,
  { customerId, caseId, id: conversationId }: ConversationRow,
  writtenBy: string,
  words: string,
): Promise<string> {
  const id = app.newId();
  const owned = { customerId, caseId, tenantId: app.tenantId, conversationId };
  const written = { restricted: false, words, writtenAt: now(app), writtenBy };
  await insertNote(tx, { ...owned, ...written, id });
  return id;
}

/** What a person asks about being contacted. */
export type StopInput = {
  readonly conversationId: string;
  readonly scope: 'this-number' | 'all-calls' | 'at-work' | 'at-times' | 'everything-in-writing';
  readonly weekdays: readonly number[];
  readonly from: string | null;
  readonly until: string | null;
  readonly words: string | null;
};

/**
 * A request about when, where or how to be contacted, or to stop: in force with the commit. It binds
 * the customer when they or who acts for them asks; a wish of anybody else is for their own numbers.
 */
export async function stopContact(app: App, actor: Actor, input: StopInput) {
  const { conversationId, scope } = input;
  await inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, conversation) => {
    assert(actor.userId, 'only people record');
    const { customerId } = conversation;
    const partyId = await wisherBeside(app, tx, conversation);
    const asked = preferenceOf(input, conversation);
    const wishes =
      partyId === null
        ? [asked]
        : await ownWishes(tx, asked, { customerId, partyId }, conversation.contactPointId);
    for (const wish of wishes) {
      await insertPreference(tx, {
        ...{ id: app.newId(), customerId, tenantId: app.tenantId, ...wish },
        ...{ givenAt: now(app), conversationId, recordedBy: actor.userId },
      });
    }
    const as = scope === 'at-work' || scope === 'at-times' ? null : 'stop-contact';
    await logOnCase(app, tx, conversation, actor.userId, 'contact.stopped', {
      conversationId,
      scope,
      as,
    });
    if (partyId !== null) return;
    if (scope === 'all-calls' || scope === 'everything-in-writing') {
      await placeHold(app, tx, conversation, actor.userId, {
        kind: 'stop-contact',
        words: input.words ?? scope,
        details: { scope },
        conversationId,
        as: 'stop-contact',
      });
    } else if (scope === 'this-number')
      await traceWhenUnreachable(app, tx, conversation, actor.userId);
  });
  return done;
}

/** What somebody beside the customer asks for themselves: nothing of it is about other numbers. */
async function ownWishes(
  tx: Tx,
  asked: ReturnType<typeof preferenceOf>,
  of: { readonly customerId: string; readonly partyId: string },
  contactPointId: string | null,
) {
  if (asked.kind !== 'opt_out_medium') return [{ ...asked, contactPointId }];
  const phones = await phonesOfParty(tx, of);
  return phones.map((id) => ({ ...asked, kind: 'opt_out_address', contactPointId: id }));
}

function preferenceOf(input: StopInput, conversation: ConversationRow) {
  const details = { scope: input.scope, words: input.words };
  const none = { channel: null, contactPointId: null, details };
  switch (input.scope) {
    case 'this-number':
      if (conversation.contactPointId === null)
        throw new Refusal('step-missing', { needs: 'number' });
      return {
        ...none,
        kind: 'opt_out_address',
        channel: 'phone_call',
        contactPointId: conversation.contactPointId,
      };
    case 'at-work':
      return { ...none, kind: 'inconvenient_place', details: { ...details, place: 'work' } };
    case 'at-times': {
      const { weekdays, from, until } = input;
      if (weekdays.length === 0 && from === null && until === null) {
        const problems = [{ path: 'weekdays', message: 'days-or-times' }];
        throw new Refusal('invalid-input', { problems });
      }
      const times = { weekdays: [...weekdays], from, until };
      return { ...none, kind: 'inconvenient_time', details: { ...details, ...times } };
    }
    default:
      return { ...none, kind: 'opt_out_medium', channel: 'phone_call' };
  }
}

/** With no phone left that may be used, finding one is the next action, not a call. */
async function traceWhenUnreachable(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  actorId: string | null,
): Promise<void> {
  if ((await usablePhones(tx, conversation.customerId)) > 0) return;
  const file = await openCaseFile(app, tx, conversation);
  if (file.row.closedAt !== null || file.row.nextAction !== 'call') return;
  const { zone } = file.row.portfolio;
  await planNext(app, tx, file, {
    actorId,
    agreed: {
      action: 'task',
      at: instantOf(instantAt(zone, addDays(file.today, 1), '00:00')),
      why: { code: 'find-contact', facts: {} },
    },
  });
}
