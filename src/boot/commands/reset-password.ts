import { join } from 'node:path';
import { Refusal } from '#kernel/refusal.ts';
import { connect } from '#storage/connect.ts';
import { regainAccess } from '#usecases/admin/regain-access.ts';
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
      const opened = await openApp({
        db,
        clock: Date.now,
        after: () => () => undefined,
        uploads: join(dataFolder, 'files'),
        telephony: { inboundPerHour: 0 },
        report: (error) => log(String(error)),
      });
      try {
        const { password, isActive } = await regainAccess(opened.app, email).catch(
          (error: unknown) => {
            if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
            throw new CannotStart('Nobody has that e-mail address.');
          },
        );
        if (!isActive) log('The account is deactivated: an administrator reactivates it.');
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
