import { takeOrders } from '#storage/calls/call-orders.ts';
import type { App } from '#usecases/app.ts';
import { type CallOrder, carryOut } from './steps/order-on-call.ts';

/** Carries out what other processes ask to be done with calls of this one. */
export async function carryOutOrders(app: App): Promise<void> {
  for (const { callId, body } of await takeOrders(app.db, app.instance.id)) {
    carryOut(app, callId, body as CallOrder);
  }
}
