import { callLeaseMs, recording } from '#domain/contact/call-terms.ts';
import { event } from '#domain/events/event.ts';
import { customerActor } from '#domain/workforce/rights.ts';
import { dateIn, instantOf, minuteOfDayIn } from '#kernel/time.ts';
import type { TelephonyEvent } from '#ports/telephony.ts';
import {
  changeConversation,
  conversationOfCall,
  insertConversation,
} from '#storage/calls/conversations.ts';
import {
  chooseAgent,
  findCaller,
  insertInbound,
  portfolioOfNumber,
  waitingCalls,
} from '#storage/calls/inbound.ts';
import { lockCase } from '#storage/cases/read-file.ts';
import { leaseCase } from '#storage/desk/desk.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { askContinuing } from './ask-continuing.ts';
import { orderOnCall } from './order-on-call.ts';

type Inbound = Extract<TelephonyEvent, { kind: 'inbound' }>;

/**
 * Takes a call from outside: finds the person by number, opens their case and offers the call to a
 * ready agent, the owner first. Nobody free: it rings until somebody is. A number nobody has is
 * written down for the floor and ended.
 */
export async function takeInbound(app: App, call: Inbound): Promise<void> {
  const known = await inRetriedTransaction(app.db, async (tx) => {
    const caller = await findCaller(tx, call.from, call.to);
    if (!caller) {
      await noteUnknown(app, tx, call);
      return false;
    }
    const { zone, customerId } = caller;
    const common = { tenantId: app.tenantId };
    await insertInbound(tx, {
      ...caller,
      ...common,
      id: call.callId,
      instanceId: app.instance.id,
      localDay: dateIn(zone, app.clock()),
      localHour: Math.floor(minuteOfDayIn(zone, app.clock()) / 60),
      at: now(app),
    });
    const conversationId = app.newId();
    await insertConversation(tx, {
      ...common,
      id: conversationId,
      customerId,
      caseId: caller.caseId,
      portfolioId: caller.portfolioId,
      attemptId: call.callId,
      direction: 'inbound',
      userId: null,
      contactPointId: caller.contactPointId,
      state: 'ringing',
      beganAt: now(app),
    });
    const place = { ...caller, portfolio: { id: caller.portfolioId } };
    const facts = { conversationId, attemptId: call.callId };
    await logOnCase(app, tx, place, customerActor(customerId), 'call.arrived', facts);
    return true;
  });
  if (known) await offerCall(app, call.callId);
  else app.telephony.hangUp(call.callId);
}

async function noteUnknown(app: App, tx: Tx, call: Inbound): Promise<void> {
  const at = now(app);
  await append(tx, [
    event(
      'call.unknown-caller',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: (await portfolioOfNumber(tx, call.to)) ?? null,
        customerId: null,
        caseId: null,
        occurredAt: at,
        recordedAt: at,
        actorId: null,
      },
      { callId: call.callId },
    ),
  ]);
}

/**
 * Gives a ringing call to an agent if one may take it, asks the gate what may be said on it, and
 * answers it at that desk.
 */
export async function offerCall(app: App, callId: string): Promise<boolean> {
  const taken = await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, callId);
    if (!conversation || conversation.userId !== null || conversation.state !== 'ringing')
      return null;
    const { customerId, caseId } = conversation;
    const at = now(app);
    const ref = { customerId, caseId, portfolioId: conversation.portfolio.id };
    const agent = await chooseAgent(tx, ref, at);
    if (!agent) return null;
    await lockCase(tx, conversation);
    const { userId } = agent;
    const until = instantOf(app.clock() + callLeaseMs);
    if (!(await leaseCase(tx, { customerId, caseId, userId, at, until }))) return null;
    await changeConversation(tx, conversation, { userId });
    await enterState(app, tx, userId, 'contact', { caseId });
    await logOnCase(app, tx, conversation, userId, 'call.offered', {
      conversationId: conversation.id,
    });
    return { conversation, leg: userId };
  });
  if (taken === null) return false;
  const { conversation, leg } = taken;
  const { customerId } = conversation;
  try {
    await askContinuing(app, conversation, leg);
  } finally {
    await orderOnCall(app, { customerId, callId }, { kind: 'answer', order: { leg, recording } });
  }
  return true;
}

/** Offers what rings and nobody has: asked whenever an agent becomes ready. */
export async function offerWaiting(app: App): Promise<void> {
  for (const callId of await waitingCalls(app.db)) {
    if (!(await offerCall(app, callId))) return;
  }
}
