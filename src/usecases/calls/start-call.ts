import { callLeaseMs, recording } from '#domain/contact/call-terms.ts';
import { trainingOf } from '#domain/contact/training.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import type { DialOrder } from '#ports/telephony.ts';
import { insertConversation, phoneOf } from '#storage/calls/conversations.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { heldLease } from '#storage/desk/agent.ts';
import { leaseCase } from '#storage/desk/desk.ts';
import { inRetriedTransaction, whenReachable } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { checkNothingOpen } from '#usecases/workforce/steps/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { endCall } from './steps/end-call.ts';

const ringTimeoutSeconds = 30;

/** The call that an agent asks for. */
export type CallInput = {
  readonly caseId: string;
  readonly contactPointId: string;
  /** The debts to which it is charged when nobody answers; all of the case when left out. */
  readonly countDebts?: readonly string[] | null;
};

/**
 * Calls one phone of a case the actor holds: asks the gate, reserves, releases, dials. Throws
 * `contact-refused` with the rules and the next time, `step-missing` without a lease.
 */
export async function startCall(app: App, actor: Actor, input: CallInput) {
  const userId = actor.userId;
  assert(userId, 'only people call');
  const wanted = await wantedCall(app, actor, userId, input);
  const to = await phoneOf(app.db, wanted.customerId, wanted.contactPointId);
  if (!to) throw new Refusal('not-found', { thing: 'contact-point', id: input.contactPointId });
  const reserved = await reserveContact(app, wanted);
  if (!reserved.reserved) throw contactRefused(app, reserved.decision);
  const released = await releaseContact(app, wanted, reserved.attemptId, reserved.token);
  if (!released.released) throw contactRefused(app, released.decision);
  const conversationId = await beginConversation(app, wanted, userId, reserved.attemptId);
  const { attemptId } = reserved;
  const { callerId } = wanted.portfolio;
  await dial(app, { token: released.token, attemptId, to, callerId, leg: userId });
  return { conversationId };
}

async function wantedCall(
  app: App,
  actor: Actor,
  userId: string,
  { caseId, contactPointId, countDebts = null }: CallInput,
): Promise<Wanted> {
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'case.work', ref.portfolioId);
  await checkNothingOpen(app.db, userId);
  const held = await heldLease(app.db, userId, now(app));
  if (held?.caseId !== caseId) throw new Refusal('step-missing', { needs: 'open-case' });
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const { customerId } = ref;
  const place = { customerId, caseId, contactPointId, portfolio, userId };
  return { ...place, exceptAttempt: null, how: { countDebts, ...trainingOf(actor, portfolio.id) } };
}

async function beginConversation(
  app: App,
  wanted: Wanted,
  userId: string,
  attemptId: string,
): Promise<string> {
  const id = app.newId();
  const { customerId, caseId } = wanted;
  await inRetriedTransaction(app.db, async (tx) => {
    await insertConversation(tx, {
      id,
      customerId,
      tenantId: app.tenantId,
      caseId,
      portfolioId: wanted.portfolio.id,
      attemptId,
      direction: 'outbound',
      userId,
      contactPointId: wanted.contactPointId,
      state: 'dialling',
      beganAt: now(app),
    });
    const until = instantOf(app.clock() + callLeaseMs);
    await leaseCase(tx, { customerId, caseId, userId, at: now(app), until });
    await enterState(app, tx, userId, 'contact', { caseId });
  });
  return id;
}

/** Hands the order to the switch; one that cannot take it ends the call as a network failure. */
async function dial(
  app: App,
  order: Omit<DialOrder, 'ringTimeoutSeconds' | 'recording'>,
): Promise<void> {
  try {
    await app.telephony.dial({ ...order, ringTimeoutSeconds, recording });
  } catch (error) {
    const failed = { kind: 'failed', cause: 'network' } as const;
    await whenReachable(() => endCall(app, order.attemptId, failed));
    throw error;
  }
}
