import type { Actor, UserActor } from '#domain/workforce/rights.ts';
import { whyOver } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { signInsOf } from '#storage/account/sign-ins.ts';
import type { App } from '#usecases/app.ts';
import { endSignIn } from './end-sign-in.ts';
import { endOthers } from './steps/end-others.ts';
import { expectPerson } from './steps/expect-person.ts';

/** Where somebody is signed in. */
export async function listSignIns(app: App, actor: Actor) {
  const { userId, signInId } = expectPerson(actor);
  const all = await signInsOf(app.db, userId);
  const open = all.filter((one) => whyOver(one, app.identity.rules, app.clock()) === null);
  return {
    signIns: open.map(({ id, begunAt, usedAt, ipAddress, userAgent }) => ({
      id,
      begunAt,
      usedAt,
      address: ipAddress || null,
      browser: userAgent || null,
      present: id === signInId,
    })),
  };
}

/** Ends one of one's own sign-ins. */
export async function endOwnSignIn(
  app: App,
  actor: Actor,
  { signInId }: { readonly signInId: string },
): Promise<{ done: true }> {
  const { userId } = expectPerson(actor);
  const isEnded = await endSignIn(app, actor, { userId, signInId }, 'ended');
  if (!isEnded) throw new Refusal('not-found', { thing: 'sign-in', id: signInId });
  return { done: true };
}

/** Ends all of one's own sign-ins but the one that asks. */
export async function endOtherSignIns(app: App, actor: Actor): Promise<{ ended: number }> {
  const person: UserActor = expectPerson(actor);
  return app.db
    .transaction()
    .execute(async (tx) => ({ ended: await endOthers(app, tx, person, 'ended') }));
}
