import { join } from 'node:path';
import { Refusal } from '#kernel/refusal.ts';
import { connect } from '#storage/connect.ts';
import { keyMarks } from '#storage/privacy/key-marks.ts';
import { adoptKeys } from '#usecases/admin/adopt-keys.ts';
import { CannotStart } from '../cannot-start.ts';
import { readProcessConfig } from '../config.ts';
import { secretOf } from '../data-folder.ts';
import { keysMissing, marksHere } from '../key-marks.ts';
import { openApp } from '../open-app.ts';
import { prepareSchema } from '../postgres/prepare-schema.ts';
import { openDatabase } from '../postgres/start-database.ts';
import { keptTextKeys } from '../text-keys.ts';

/**
 * `npm run adopt-keys -- E-MAIL`: goes on with the keys that are here, which are drawn where there are
 * none, in place of those that sealed what the database holds and are lost for good. The address is
 * that of the administrator who decided it, and stands in the record by its user.
 */
export async function runAdoptKeys(
  args: readonly string[],
  told: (sentence: string) => void,
): Promise<number> {
  const [email] = args;
  if (!email || args.length > 1) throw new CannotStart('Usage: npm run adopt-keys -- E-MAIL');
  const config = readProcessConfig([]);
  const { dataFolder, databaseUrl, migrationUrl } = config;
  const database = await openDatabase({ dataFolder, databaseUrl, migrationUrl, log: told });
  try {
    await prepareSchema(database, told);
    const { db, close } = connect(database.url, { applicationName: 'dunlin-adopt-keys' });
    try {
      const lost = keysMissing(await keyMarks(db), marksHere(config));
      if (lost.length === 0) {
        told('The keys here are those of the database; nothing was changed.');
        return 0;
      }
      const opened = await openApp({
        db,
        clock: Date.now,
        after: () => () => undefined,
        uploads: join(dataFolder, 'files'),
        telephony: { inboundPerHour: 0 },
        report: (error) => told(String(error)),
      });
      try {
        secretOf(config);
        keptTextKeys(config);
        await adoptKeys(opened.app, { email, lost, marks: marksHere(config) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new CannotStart(`No active administrator has the e-mail address ${email}.`);
      } finally {
        await opened.close();
      }
      told(sayLost(lost));
      return 0;
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}

function sayLost(lost: readonly string[]): string {
  const of = {
    secret:
      'everybody signs in anew; enter the secrets of connections and set up authenticator apps again',
    digest: 'what erased people asked not to be contacted by is no longer recognised',
    texts: 'texts sealed under the lost keys are shown as sealed',
  };
  const kinds = new Set(
    lost.map((name) => (name === 'secret' || name === 'digest' ? name : 'texts')),
  );
  return `Dunlin goes on with the keys here in place of ${lost.join(', ')}: ${[...kinds].map((kind) => of[kind]).join('; ')}.`;
}
