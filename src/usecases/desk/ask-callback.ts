import { trainingOf } from '#domain/contact/training.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addDays, instantAt, instantOf } from '#kernel/time.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { otherAtPoint } from '#storage/cases/accounts-heard.ts';
import { insertConsent } from '#storage/contact-log/consents.ts';
import { insertCallback } from '#storage/desk/callbacks.ts';
import { collectorOf } from '#storage/portfolios/portfolio-transfers.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { inConversation } from '#usecases/calls/steps/in-conversation.ts';
import { openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { evaluatePoints } from '#usecases/gate/steps/evaluate-contact.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** Callbacks are agreed at most so far ahead. */
const mostDays = 60;

/** The customer's own time for a call. */
export type CallbackInput = {
  readonly conversationId: string;
  readonly on: string;
  readonly time: string;
  readonly contactPointId: string;
  readonly personal: boolean;
};

/**
 * A call at the customer's time, for this agent or for the team. The verified customer's wish is direct
 * consent to that call on their own number (12 CFR 1006.14(b)(3)(i)), nobody else's is; the gate is asked about that very moment all the
 * same. Throws `contact-refused` with the next permitted time.
 */
export function askCallback(app: App, actor: Actor, input: CallbackInput) {
  const { conversationId } = input;
  return inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, conversation) => {
    assert(actor.userId, 'only people agree');
    const file = await openCaseFile(app, tx, conversation);
    if (file.row.closedAt !== null) {
      throw new Refusal('already-done', { thing: 'case', id: conversation.caseId });
    }
    const dueMs = instantAt(file.row.zone, input.on, input.time);
    const latest = addDays(file.today, mostDays);
    if (dueMs <= app.clock() || input.on > latest) {
      const message = input.on > latest ? 'date-too-far' : 'date-past';
      throw new Refusal('invalid-input', { problems: [{ path: 'on', message }] });
    }
    const dueAt = instantOf(dueMs);
    if (await isOwnWish(tx, conversation, input.contactPointId))
      await consentToCall(app, tx, conversation, input, actor.userId);
    await askGate(app, tx, conversation, input.contactPointId, dueMs, actor);
    const callbackId = app.newId();
    await insertCallback(tx, {
      id: callbackId,
      customerId: conversation.customerId,
      caseId: conversation.caseId,
      tenantId: app.tenantId,
      contactPointId: input.contactPointId,
      personalTo: input.personal ? actor.userId : null,
      dueAt,
      askedAt: now(app),
      askedBy: actor.userId,
    });
    await logOnCase(app, tx, conversation, actor.userId, 'callback.asked', {
      ...{ conversationId, callbackId, dueAt, personal: input.personal },
      as: 'callback',
    });
    await planNext(app, tx, file, {
      actorId: actor.userId,
      agreed: {
        action: 'callback',
        at: dueAt,
        why: { code: 'callback', facts: { date: input.on } },
      },
    });
    return { dueAt };
  });
}

/** Whether the customer, verified on a number of their own, asks to be called on one of their own. */
async function isOwnWish(
  tx: Tx,
  { customerId, contactPointId, verifiedAt }: ConversationRow,
  wanted: string,
): Promise<boolean> {
  if (verifiedAt === null) return false;
  const others = [
    await otherAtPoint(tx, { customerId, contactPointId }),
    await otherAtPoint(tx, { customerId, contactPointId: wanted }),
  ];
  return others.every((partyId) => partyId === null);
}

async function consentToCall(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  input: CallbackInput,
  userId: string,
): Promise<void> {
  const at = now(app);
  await insertConsent(tx, {
    id: app.newId(),
    customerId: conversation.customerId,
    tenantId: app.tenantId,
    kind: 'additional_calls',
    portfolioId: conversation.portfolio.id,
    contactPointId: input.contactPointId,
    debts: [],
    details: { only_local_dates: [input.on] },
    givenTo: (await collectorOf(tx, conversation.portfolio.id)) ?? app.tenantId,
    ...{ occurredAt: at, receivedAt: at, recordedAt: at, source: null, evidenceRef: null },
    conversationId: conversation.id,
    recordedBy: userId,
  });
}

async function askGate(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  contactPointId: string,
  atMs: number,
  actor: Actor,
): Promise<void> {
  const { customerId, caseId, portfolio } = conversation;
  const how = trainingOf(actor, portfolio.id);
  const place = { customerId, caseId, portfolio, userId: actor.userId };
  const wanted = { ...place, exceptAttempt: null, how };
  const [evaluated] = await evaluatePoints(app, tx, wanted, [contactPointId], atMs);
  assert(evaluated, 'one point gives one answer');
  if (evaluated.decision.permitted === true) return;
  throw contactRefused(app, evaluated.decision);
}
