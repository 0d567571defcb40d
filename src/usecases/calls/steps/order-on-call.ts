import type { Utterance } from '#domain/simulation/speech.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AnswerOrder, MonitorOrder } from '#ports/telephony.ts';
import { leaveOrder, ownerOfCall } from '#storage/calls/call-orders.ts';
import type { App } from '#usecases/app.ts';

/** What is done to a call that is up. */
export type CallOrder =
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'answer'; readonly order: Omit<AnswerOrder, 'callId'> }
  | { readonly kind: 'monitor'; readonly order: Omit<MonitorOrder, 'callId'> }
  | { readonly kind: 'say'; readonly utterance: Utterance };

/**
 * Has an order carried out by the process whose call it is: here, or by leaving it for the other.
 * Throws `conflict`, which names the other process, when that one is gone.
 */
export async function orderOnCall(
  app: App,
  call: { readonly customerId: string; readonly callId: string },
  order: CallOrder,
): Promise<void> {
  const { customerId, callId } = call;
  const owner = await ownerOfCall(app.db, customerId, callId);
  if (!owner || owner.instanceId === app.instance.id) return carryOut(app, callId, order);
  if (!owner.lives)
    throw new Refusal('conflict', { thing: 'call', reason: 'server-gone', server: owner.name });
  const { instanceId } = owner;
  await leaveOrder(app.db, { id: app.newId(), instanceId, callId, body: order });
}

/** Carries an order out on a call of this process. */
export function carryOut(app: App, callId: string, order: CallOrder): void {
  switch (order.kind) {
    case 'hang-up':
      app.telephony.hangUp(callId);
      return;
    case 'answer':
      app.telephony.answer({ callId, ...order.order });
      return;
    case 'monitor':
      app.telephony.monitor({ callId, ...order.order });
      return;
    case 'say':
      app.speak(callId, order.utterance);
      return;
    default:
      throw new Error('cannot happen: an order of another kind');
  }
}
