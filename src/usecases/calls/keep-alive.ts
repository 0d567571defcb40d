import { callsTakenFrom } from '#storage/calls/call-orders.ts';
import { beatInstance, joinInstances, takeDeadInstances } from '#storage/instances/instances.ts';
import type { App } from '#usecases/app.ts';
import { recoverContacts } from './steps/recover-contacts.ts';

/**
 * Says that this process lives. One that stood still so long that the others took it for dead ends the
 * calls it still has, which they have settled, and goes on under a new id.
 */
export async function keepAlive(app: App): Promise<void> {
  const { instance } = app;
  if (await beatInstance(app.db, instance.id)) return;
  const before = instance.id;
  const fresh = { ...instance, id: app.newId() };
  await joinInstances(app.db, fresh);
  instance.id = fresh.id;
  for (const callId of await callsTakenFrom(app.db, before)) app.telephony.hangUp(callId);
}

/** Settles what dead processes left: their calls are over, for they end with the process. */
export async function takeOverFromDead(app: App): Promise<number> {
  await takeDeadInstances(app.db);
  return recoverContacts(app);
}
