import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { checkImportMap } from '#domain/intake/import-map.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { fileOnDisk } from '#readers/source-file.ts';
import { connect } from '#storage/connect.ts';
import { type ImportKind, importById, insertImport, setRunning } from '#storage/intake/imports.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { ensureTenant } from '#storage/tenants.ts';
import { type App, now, systemActor } from '#usecases/app.ts';
import { runImport as runClaimed } from '#usecases/intake/run-imports.ts';
import { beginningKind, sheetKindOf } from '#usecases/intake/upload-file.ts';
import { createPortfolio } from '#usecases/portfolios/portfolios.ts';
import { CannotStart } from '../cannot-start.ts';
import { readProcessConfig } from '../config.ts';
import { openKeys } from '../key-marks.ts';
import { openApp, tenantId } from '../open-app.ts';
import { prepareSchema } from '../postgres/prepare-schema.ts';
import { openDatabase } from '../postgres/start-database.ts';
import { answeredMap, guessedMap, saidByMap } from './guessed-map.ts';
import { type Given, type Kind, readArguments } from './import-arguments.ts';
import { answerNeeded, reportImport } from './import-report.ts';

/**
 * Loads a file into the configured database from the command line. Prints the counts as one JSON
 * object; refused rows and details left out of others go to
 * `FILE.rejects.csv`; progress goes to standard error. Exit code 0: everything was read; 1: it failed, or
 * a row or detail was not read; 2: something has to be answered. Throws CannotStart for wrong use.
 */
export async function runImport(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  await stat(given.file).catch(() => {
    throw new CannotStart(`There is no file ${given.file}.`);
  });
  const config = readProcessConfig([]);
  const { dataFolder, databaseUrl, migrationUrl } = config;
  const database = await openDatabase({ dataFolder, databaseUrl, migrationUrl, log: print });
  try {
    await prepareSchema(database, print);
    const { db, close } = connect(database.url, { applicationName: 'dunlin-import' });
    try {
      await ensureTenant(db, tenantId, instantOf(Date.now()));
      const opened = await openApp({
        db,
        clock: Date.now,
        after: () => () => undefined,
        uploads: join(dataFolder, 'files'),
        texts: (await openKeys(db, config)).texts,
        telephony: { inboundPerHour: 0 },
        report: (error) => print(String(error)),
      });
      try {
        return await importInto(opened.app, given);
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

/** As `runImport`, into an open application. */
export async function importInto(app: App, given: Given): Promise<number> {
  const portfolio = await portfolioFor(app, given);
  const kind = given.kind ?? (await kindOf(app, given.file));
  const map = await mapFor(app, portfolio, given, kind);
  if (map === null) return answerNeeded;
  const { size } = await stat(given.file);
  const id = app.newId();
  await insertImport(app.db, {
    id,
    tenantId,
    portfolioId: portfolio.id,
    kind,
    fileName: basename(given.file),
    fileSha256: await hashOf(given.file),
    fileBytes: BigInt(size),
    failure: null,
    // It is read where it lies, and not kept.
    fileRemovedAt: now(app),
    startedAt: now(app),
    startedBy: null,
    receivedBy: app.instance.id,
  });
  await setRunning(app.db, id, {
    map: { options: {}, map },
    dryRun: given.dryRun,
    own: { runId: app.newId(), beatAt: now(app) },
  });
  const waiting = await importById(app.db, id);
  if (!waiting) throw new Error('cannot happen: the import is gone');
  await watched(app, id, () => runClaimed(app, waiting, fileOnDisk(given.file)));
  return reportImport(app, id, given.file, print);
}

async function kindOf(app: App, path: string): Promise<ImportKind> {
  const found = await beginningKind(app, fileOnDisk(path));
  if (!found.ok) throw new Refusal('unreadable', { what: found.what, reason: found.reason });
  return found.kind;
}

async function portfolioFor(app: App, { portfolio: name, create }: Given): Promise<PortfolioRow> {
  const find = async () =>
    (await allPortfolios(app.db, tenantId)).find((each) => each.name === name);
  const known = await find();
  if (known) return known;
  if (!create) {
    const names = (await allPortfolios(app.db, tenantId)).map((each) => `"${each.name}"`);
    const list = names.length === 0 ? 'there is none yet' : `there are ${names.join(', ')}`;
    throw new CannotStart(
      `There is no portfolio "${name}"; ${list}. To make it add --create --currency USD --country US --product card.`,
    );
  }
  const { currency, country, zone, product } = create;
  if (!currency || !country || !product) {
    throw new CannotStart(
      '--create needs --currency, --country and --product: what these debts are where the file does not say it, for instance card, loan, rent, utility or business.',
    );
  }
  await createPortfolio(app, systemActor, {
    name,
    creditorName: create['creditor'] ?? name,
    kind: create['kind-of-debtor'] === 'business' ? 'business' : 'consumer',
    product,
    currency: currency.toUpperCase(),
    country: country.toUpperCase(),
    zone: zone ?? zoneOf(country.toUpperCase()),
    collectorRole: 'original_creditor',
    callerId: '',
  }).catch((error: unknown) => {
    throw new CannotStart(`The portfolio cannot be made: ${String(error)}`);
  });
  const made = await find();
  if (!made) throw new Error('cannot happen: the portfolio is gone');
  return made;
}

/** The zone of a country's books where none is given: its seat of business in countries of many. */
function zoneOf(country: string): string {
  const seats: Readonly<Record<string, string>> = {
    US: 'America/New_York',
    MX: 'America/Mexico_City',
    CA: 'America/Toronto',
    BR: 'America/Sao_Paulo',
    AU: 'Australia/Sydney',
    ES: 'Europe/Madrid',
    GB: 'Europe/London',
    FR: 'Europe/Paris',
    IT: 'Europe/Rome',
    NL: 'Europe/Amsterdam',
    IL: 'Asia/Jerusalem',
    TW: 'Asia/Taipei',
    DE: 'Europe/Berlin',
    PT: 'Europe/Lisbon',
  };
  const seat = ownValue(seats, country);
  if (seat === undefined)
    throw new CannotStart(`Give --zone for ${country}, such as Europe/Paris.`);
  return seat;
}

async function mapFor(
  app: App,
  portfolio: PortfolioRow,
  given: Given,
  kind: Kind,
): Promise<Record<string, unknown> | null> {
  const { mapFile, answers } = given;
  const sheetKind = sheetKindOf(kind);
  if (sheetKind === null) return {};
  if (mapFile !== null) {
    const text = await readFile(mapFile, 'utf8').catch(() => {
      throw new CannotStart(`There is no map ${mapFile}.`);
    });
    const checked = checkImportMap({ ...(parseYaml(text) as object), kind: sheetKind });
    if (!checked.ok) {
      const wrong = checked.problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
      throw new CannotStart(`The map ${mapFile} cannot be read (${wrong}).`);
    }
    const { sheet } = answers;
    const map = answeredMap({ ...checked.map, ...(sheet === null ? {} : { sheet }) }, answers);
    for (const sentence of await saidByMap(app, given.file, map)) print(sentence);
    return { ...map };
  }
  const { map, said, asked } = await guessedMap(app, portfolio, given, sheetKind);
  for (const sentence of [...said, ...asked]) print(sentence);
  return asked.length > 0 ? null : { ...map };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const reportEveryMs = 1_000;

async function watched(app: App, id: string, run: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => {
    importById(app.db, id).then(
      (row) => {
        const share = Number(row?.bytesRead ?? 0n) / Number(row?.fileBytes ?? 1n);
        print(`read ${Math.round(share * 100)} %`);
      },
      () => undefined,
    );
  }, reportEveryMs);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
}

function print(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
