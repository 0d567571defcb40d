import {
  createReadStream,
  createWriteStream,
  existsSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError, type TableSum } from '#storage/backup/backup-file.ts';
import { restoreBackup } from '#storage/backup/restore-backup.ts';
import { writeBackup } from '#storage/backup/write-backup.ts';
import { connect } from '#storage/connect.ts';
import { breaksIn, verifyLog } from '#usecases/audit/verify-log.ts';
import { CannotStart } from '../cannot-start.ts';
import { type Config, readProcessConfig } from '../config.ts';
import { keysMissing, marksHere, missingSentence } from '../key-marks.ts';
import { prepareSchema } from '../postgres/prepare-schema.ts';
import { type Database, openDatabase } from '../postgres/start-database.ts';
import { partEnd, sweepParts } from './backup-parts.ts';

/** Little processor time for most of the gain: a backup runs beside people who work. */
const compression = { level: 3 };

/**
 * `npm run backup -- FILE`: writes all that the database holds, as it stood at one moment, to a new
 * file, beside a running server or alone. The file appears when it is whole.
 */
export async function runBackup(args: readonly string[], told: Told): Promise<number> {
  const file = fileOf(args, 'backup');
  if (existsSync(file)) throw new CannotStart(`${file} exists already; name a new file.`);
  const part = `${file}${partEnd}`;
  return onDatabase(told, async ({ ownerUrl }) => {
    sweepParts(dirname(file), Date.now(), told);
    const out = createGzip(compression);
    const writing = pipeline(out, createWriteStream(part, { mode: 0o600, flush: true }));
    // Told by the await below.
    writing.catch(() => undefined);
    try {
      const end = await writeBackup(ownerUrl, out, tableTold(told));
      out.end();
      await writing;
      renameSync(part, file);
      const rows = Object.values(end.tables).reduce((sum, table) => sum + Number(table.rows), 0);
      told(`${file}: ${rows} rows, ${statSync(file).size} bytes. ${keepSecret}`);
      return 0;
    } catch (error) {
      out.destroy();
      rmSync(part, { force: true });
      throw error;
    }
  });
}

/**
 * `npm run restore -- FILE`: loads a backup into an empty database, all of it or nothing, compares
 * every table with what was backed up and computes every chain of the record anew.
 */
export async function runRestore(args: readonly string[], told: Told): Promise<number> {
  const file = fileOf(args, 'restore');
  if (file.endsWith(partEnd)) {
    throw new CannotStart(`${file} is what a backup that was ended left behind; name a whole one.`);
  }
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`);
  return onDatabase(told, async (database, config) => {
    const source = createReadStream(file).pipe(createGunzip());
    const head = await restoreBackup(database.ownerUrl, source, tableTold(told)).catch(
      (error: unknown) => {
        throw error instanceof BackupError
          ? new CannotStart(error.message, { cause: error })
          : error;
      },
    );
    await prepareSchema(database, told);
    const missing = keysMissing(new Map(Object.entries(head.keyMarks)), marksHere(config));
    if (missing.length > 0) told(missingSentence(missing, config));
    const { db, close } = connect(database.url, { poolSize: 2, applicationName: 'dunlin-restore' });
    try {
      const verdict = await verifyLog(db);
      const broken = breaksIn(verdict);
      const { events, decisions } = verdict;
      told(`Restored as of ${head.takenAt}; ${events} events and ${decisions} decisions verified.`);
      if (broken > 0) told(`${broken} places do not hold; see npm run --silent verify-log.`);
      return broken === 0 ? 0 : 1;
    } finally {
      await close();
    }
  });
}

type Told = (sentence: string) => void;

const keepSecret =
  'Keep the files `secret` (or DUNLIN_SECRET) and `text-keys` (or the one of DUNLIN_TEXT_KEY_FILE) of the data ' +
  'folder apart from it: they open what is sealed inside, and are not in it.';

function fileOf(args: readonly string[], command: string): string {
  const [file] = args;
  if (!file || args.length > 1) throw new CannotStart(`Usage: npm run ${command} -- FILE`);
  return resolve(file);
}

const tableTold =
  (told: Told) =>
  (table: string, { rows }: TableSum): void => {
    if (rows !== '0') told(`${table}: ${rows}`);
  };

/** Runs on the database of the settings, which starts and stops with it where it is our own. */
async function onDatabase(
  told: Told,
  run: (database: Database, config: Config) => Promise<number>,
): Promise<number> {
  const config = readProcessConfig([]);
  const { dataFolder, databaseUrl, migrationUrl } = config;
  const database = await openDatabase({ dataFolder, databaseUrl, migrationUrl, log: told });
  try {
    return await run(database, config);
  } finally {
    await database.stop();
  }
}
