import { invoiceReasonOf } from '#domain/contact/late-reasons.ts';
import { readPoint } from '#domain/contact/read-point.ts';
import type { LateReason } from '#domain/contact/results.ts';
import { tiedIds } from '#domain/contact/tied-accounts.ts';
import { zonesOfPhone } from '#domain/gate/places/zones.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { changeConversation } from '#storage/calls/conversations.ts';
import {
  insertMethod,
  insertPoint,
  keepLanguage,
  keepLateReason,
  knownPoint,
} from '#storage/calls/people.ts';
import { accountsHeard, otherAtPoint } from '#storage/cases/accounts-heard.ts';
import { insertPreference } from '#storage/cases/set-holds.ts';
import { type App, now, today } from '#usecases/app.ts';
import { applyIfAllowed } from '#usecases/cases/steps/apply-transition.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';
import { checkMayConfirm } from './steps/may-confirm.ts';

const verifiedConversation = { stage: 'open', verified: true } as const;
const done = { done: true as const };

/** Records why the payment is late (M-123): what opens the negotiation. */
export async function recordLateReason(
  app: App,
  actor: Actor,
  input: { readonly conversationId: string; readonly lateReason: LateReason },
) {
  const { conversationId, lateReason } = input;
  await inConversation(
    app,
    actor,
    conversationId,
    verifiedConversation,
    async (tx, conversation) => {
      await changeConversation(tx, conversation, { lateReason });
      await keepLateReason(tx, conversation, lateReason, invoiceReasonOf(lateReason));
      const facts = { conversationId, lateReason };
      await logOnCase(app, tx, conversation, actor.userId, 'contact.late-reason', facts);
      // An invoice that never came is the organisation's fault: the case goes back to service.
      const because = { conversationId };
      await applyIfAllowed(app, tx, conversation, {
        on: 'protected-event',
        actorId: actor.userId,
        because,
      });
    },
  );
  return done;
}

/** A payment method by its last digits only; solves an event of type A (M-132). */
export async function recordMethod(
  app: App,
  actor: Actor,
  input: {
    readonly conversationId: string;
    readonly kind: 'card' | 'mandate';
    readonly lastDigits: string;
    readonly expiresOn: string | null;
    readonly chargingDay: number | null;
  },
) {
  const { conversationId, kind } = input;
  await inConversation(
    app,
    actor,
    conversationId,
    verifiedConversation,
    async (tx, conversation) => {
      if (input.expiresOn !== null && input.expiresOn < today(app, conversation.portfolio.zone)) {
        throw new Refusal('invalid-input', {
          problems: [{ path: 'expiresOn', message: 'date-past' }],
        });
      }
      const methodId = app.newId();
      const heard = await accountsHeard(tx, conversation);
      const only = heard && tiedIds(heard);
      const owns = { id: methodId, customerId: conversation.customerId, tenantId: app.tenantId };
      const { expiresOn, chargingDay } = input;
      const method = {
        ...owns,
        ...{ kind, expiresOn, chargingDay, createdAt: now(app) },
        masked: `•••• ${input.lastDigits}`,
      };
      const solved = await insertMethod(tx, conversation, method, only);
      const facts = { conversationId, methodId, kind, as: 'new-method' } as const;
      await logOnCase(app, tx, conversation, actor.userId, 'method.recorded', facts);
      for (const eventId of solved) {
        const solved = { conversationId, eventId, type: 'A', resolution: 'new-method' } as const;
        await logOnCase(app, tx, conversation, actor.userId, 'key-event.resolved', solved);
      }
      if (solved.length === 0) return;
      const because = { conversationId };
      await applyIfAllowed(app, tx, conversation, {
        on: 'service-solved',
        actorId: actor.userId,
        because,
      });
    },
  );
  return done;
}

/**
 * A new number or e-mail from the verified person, whose it becomes. One that the book has stays what it is; throws
 * `invalid-input` for one that cannot exist, and what `checkMayConfirm` does for one that was marked
 * wrong, dead or moved: only a confirmation with its reason undoes a mark.
 */
export function recordContactPoint(
  app: App,
  actor: Actor,
  input: {
    readonly conversationId: string;
    readonly kind: 'mobile' | 'landline' | 'email';
    readonly value: string;
    readonly place: 'home' | 'work' | null;
  },
) {
  const { conversationId, kind } = input;
  return inConversation(
    app,
    actor,
    conversationId,
    verifiedConversation,
    async (tx, conversation) => {
      const { customerId } = conversation;
      const point = readPoint(input, conversation.portfolio.country);
      const known = await knownPoint(tx, customerId, point.value);
      if (known) {
        const asked = { contactPointId: known.id, why: null };
        await checkMayConfirm(tx, actor, conversation, asked);
        return { contactPointId: known.id };
      }
      const contactPointId = app.newId();
      await insertPoint(tx, {
        id: contactPointId,
        customerId,
        tenantId: app.tenantId,
        kind: point.kind,
        value: point.value,
        place: input.place,
        zones: kind === 'email' ? [] : [...zonesOfPhone(point.value)],
        partyId: await otherAtPoint(tx, conversation),
        employerProvided: false,
        source: 'customer',
        createdAt: now(app),
      });
      const facts = { conversationId, contactPointId, kind };
      await logOnCase(app, tx, conversation, actor.userId, 'contact-point.added', facts);
      return { contactPointId };
    },
  );
}

/**
 * The language that the customer prefers; what they say stands against every later file. Throws
 * `not-the-customer` when somebody who is tied to them is on the line.
 */
export async function recordLanguage(
  app: App,
  actor: Actor,
  input: { readonly conversationId: string; readonly language: string },
) {
  const { conversationId, language } = input;
  await inConversation(
    app,
    actor,
    conversationId,
    verifiedConversation,
    async (tx, conversation) => {
      assert(actor.userId, 'only people record');
      const { customerId } = conversation;
      if ((await otherAtPoint(tx, conversation)) !== null)
        throw new Refusal('not-the-customer', { conversationId });
      await keepLanguage(tx, customerId, language);
      await insertPreference(tx, {
        ...{ id: app.newId(), customerId, tenantId: app.tenantId, kind: 'language' },
        ...{ channel: null, contactPointId: null, details: { language } },
        ...{ givenAt: now(app), conversationId, recordedBy: actor.userId },
      });
      const facts = { conversationId, language };
      await logOnCase(app, tx, conversation, actor.userId, 'contact.language-told', facts);
    },
  );
  return done;
}
