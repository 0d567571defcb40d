import { whyOver } from '#domain/workforce/sign-in-rules.ts';
import { allSignIns } from '#storage/account/sign-ins.ts';
import { type App, systemActor } from '#usecases/app.ts';
import { endSignIn } from './end-sign-in.ts';

/** Ends the sign-ins that are over and that nobody came back to; answers how many ended. */
export async function sweepSignIns(app: App): Promise<number> {
  let ended = 0;
  for (const { id: signInId, userId, ...times } of await allSignIns(app.db)) {
    const how = whyOver(times, app.identity.rules, app.clock());
    if (how !== null && (await endSignIn(app, systemActor, { userId, signInId }, how))) ended += 1;
  }
  return ended;
}
