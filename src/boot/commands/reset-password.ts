import { join } from 'node:path';
import { Refusal } from '#kernel/refusal.ts';
import { connect } from '#storage/connect.ts';
import { resetPassword } from '#usecases/admin/manage-users.ts';
import { removePasskeys, resetSecondFactor } from '#usecases/admin/reset-factors.ts';
import { systemActor } from '#usecases/app.ts';
import { CannotStart } from '../cannot-start.ts';
import { readProcessConfig } from '../config.ts';
import { openApp } from '../open-app.ts';
import { prepareSchema } from '../postgres/prepare-schema.ts';
import { openDatabase } from '../postgres/start-database.ts';

/**
 * `npm run --silent reset-password -- E-MAIL`: draws a new password for somebody, takes their
 * authenticator app and passkeys away, ends their sign-ins, writes it into the record and prints it once. The way
 * back in when an administrator's is lost.
 */
export async function runResetPassword(
  args: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<number> {
  const [email] = args;
  if (!email || args.length > 1) throw new CannotStart('Usage: reset-password E-MAIL');
  const { dataFolder, databaseUrl, migrationUrl } = readProcessConfig([]);
  const log = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const database = await openDatabase({ dataFolder, databaseUrl, migrationUrl, log });
  try {
    await prepareSchema(database, log);
    const { db, close } = connect(database.url, { applicationName: 'dunlin-reset-password' });
    try {
      const user = await db
        .selectFrom('users')
        .select('id')
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst();
      if (!user) throw new CannotStart('Nobody has that e-mail address.');
      const opened = await openApp({
        db,
        clock: Date.now,
        after: () => () => undefined,
        uploads: join(dataFolder, 'files'),
        telephony: { inboundPerHour: 0 },
        report: (error) => log(String(error)),
      });
      try {
        const { password } = await resetPassword(opened.app, systemActor, { userId: user.id });
        for (const takeAway of [resetSecondFactor, removePasskeys]) {
          await takeAway(opened.app, systemActor, { userId: user.id }).catch((error: unknown) => {
            if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
          });
        }
        await write(`${password}\n`);
        return 0;
      } finally {
        await opened.close();
      }
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}
