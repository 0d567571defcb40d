import { accountOf } from '#domain/workforce/sign-in-rules.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type KeyMarks, replaceKeyMarks } from '#storage/privacy/key-marks.ts';
import { administratorOfEmail } from '#storage/workforce/users.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/**
 * Goes on with the keys of `marks` where those named `lost` are lost for good, by the command of the
 * machine's owner. It stands in the record which, and which administrator decided it.
 *
 * @throws Refusal `not-found` when no active administrator has that address.
 */
export async function adoptKeys(
  app: App,
  { email, lost, marks }: { email: string; lost: readonly string[]; marks: KeyMarks },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const userId = await administratorOfEmail(tx, accountOf(email));
    if (userId === undefined) throw new Refusal('not-found', { thing: 'user', id: 'of-e-mail' });
    await replaceKeyMarks(tx, lost, marks, now(app));
    await logAdminEvent(app, tx, systemActor, 'keys.adopted', { userId, keys: [...lost] });
  });
}
