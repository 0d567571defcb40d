import { connect } from '#storage/connect.ts';
import { breaksIn, verifyLog } from '#usecases/audit/verify-log.ts';
import { readAnchors } from '../anchor-file.ts';
import { readProcessConfig } from '../config.ts';
import { openDatabase } from '../postgres/start-database.ts';

/**
 * `npm run --silent verify-log`: one JSON object on standard output, beside a running server or alone.
 * Exit code 0 when every chain holds, 1 when one does not.
 */
export async function runVerifyLog(write: (text: string) => Promise<void>): Promise<number> {
  const { dataFolder, databaseUrl, migrationUrl, anchorFile } = readProcessConfig([]);
  const log = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const database = await openDatabase({ dataFolder, databaseUrl, migrationUrl, log });
  try {
    const { db, close } = connect(database.url, { poolSize: 2, applicationName: 'dunlin-verify' });
    try {
      const verdict = await verifyLog(db, readAnchors(anchorFile));
      await write(`${JSON.stringify(verdict)}\n`);
      return breaksIn(verdict) === 0 ? 0 : 1;
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}
