import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadExampleBook } from '#demo/load-example-book.ts';
import type { Person } from '#domain/simulation/persona.ts';
import { type SignInRules, usualSecondFactorRoles } from '#domain/workforce/sign-in-rules.ts';
import type { HttpContext } from '#http/mount.ts';
import { mountOpenApi } from '#http/open-api.ts';
import { mountProviderSignIn } from '#http/provider-sign-in.ts';
import { mountAll } from '#http/routes.ts';
import { makeServer } from '#http/server.ts';
import { mountSignIn } from '#http/sign-in.ts';
import { makeStartingServer, type StartProgress } from '#http/starting.ts';
import { makeTurns } from '#http/turns.ts';
import { startClockwork } from '#jobs/clockwork.ts';
import { type Clock, instantOf } from '#kernel/time.ts';
import type { Settings } from '#ports/connections.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { openSignInPool } from '#storage/account/sign-in-pool.ts';
import { joinInstances, leaveInstances } from '#storage/instances/instances.ts';
import { openPools } from '#storage/pools.ts';
import { pretendCaller } from '#storage/simulation/people.ts';
import { ensureTenant } from '#storage/tenants.ts';
import type { App } from '#usecases/app.ts';
import { takeOverFromDead } from '#usecases/calls/keep-alive.ts';
import { beginClockWatch } from '#usecases/clock-watch.ts';
import { isLoopback } from './address.ts';
import { anchorFile } from './anchor-file.ts';
import { type Auth, makeAuth, signInLibrary } from './auth.ts';
import { CannotStart, messageOf } from './cannot-start.ts';
import type { Config } from './config.ts';
import { claimDataFolder, closeToOthers } from './data-folder.ts';
import { makeIdentityProvider } from './identity-provider.ts';
import { openKeys } from './key-marks.ts';
import { listen } from './listen.ts';
import { type FirstLogins, firstLogins, holdsExample } from './logins.ts';
import { type OpenApp, openApp, tenantId } from './open-app.ts';
import type { PasswordHash } from './password-hash.ts';
import { prepareSchema } from './postgres/prepare-schema.ts';
import { openDatabase } from './postgres/start-database.ts';
import { knowBySignIn } from './who-asks.ts';

const outboxEveryMs = 50;
/** More people pick up than in life, and faster, so that a visitor meets them. */
const livelyNetwork = { reach: 3, speed: 2, inboundPerHour: 12 };
const uploadLimitBytes = 2 * 1024 ** 3;

export type WorldSettings = {
  readonly config: Config;
  readonly log: Logger;
  readonly webFolder: string | null;
  readonly print: (sentence: string) => void;
  /** Tells the time; the machine's clock unless given. */
  readonly clock?: Clock;
  /** Settings of the simulated network in place of the usual ones. */
  readonly telephony?: Settings;
  /** Changes who is behind a number, for tests; by default nobody is changed. */
  readonly asPerson?: (person: Person) => Person;
  /** How passwords are kept, for tests; as the sign-in library does unless given. */
  readonly passwords?: PasswordHash;
};

/** A running Dunlin: its logins, and `close`, which ends everything in order. */
export type OpenWorld = FirstLogins & {
  readonly app: App;
  readonly auth: Auth;
  readonly close: () => Promise<void>;
};

/**
 * Opens database, application, doors and jobs, in that order; whatever opened is closed on failure.
 */
export async function openWorld(settings: WorldSettings): Promise<OpenWorld> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await openAll(settings, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(
  settings: WorldSettings,
  closers: (() => Promise<void>)[],
): Promise<Omit<OpenWorld, 'close'>> {
  const { config, log, webFolder, print } = settings;
  // Before anything is made: a start that cannot succeed leaves nothing behind.
  const starting = await openStarting(config, webFolder);
  closers.push(starting.close);
  print(`Dunlin is starting at ${config.baseUrl}`);
  claimFolder(config.dataFolder, print);
  const database = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    migrationUrl: config.migrationUrl,
    log: print,
  });
  closers.push(database.stop);
  database.keepRunning();
  await prepareSchema(database, print);
  const { db, slowDb, jobDb, close } = openPools(database.url, 'dunlin server');
  closers.push(close);
  const { secret, texts } = await openKeys(db, config);
  const { isExample, signInRules } = await rulesOf(config, db);
  const opened = await openProduct(settings, {
    ...{ db, slowDb, databaseUrl: database.url, secret, texts },
    signInRules,
  });
  closers.push(opened.close);
  const { app } = opened;
  await ensureTenant(app.db, tenantId, instantOf(app.clock()));
  const { auth, end } = openSignIn(settings, app, database.url, secret);
  closers.push(end);
  // The example book is loaded in statements as long as those of an import.
  const patient = { ...app, db: jobDb };
  const first = await settle(patient, auth, config, print, isExample, starting.progress);
  closers.push(() => leaveInstances(app.db, app.instance.id));
  await resume(opened, isExample);

  const server = await makeServer({
    log,
    webFolder,
    uploadLimitBytes,
    baseUrl: config.baseUrl,
    trustedProxies: config.trustedProxies,
  });
  const authenticate = knowBySignIn(app, auth);
  const context = contextOf(config, server, app, authenticate);
  mountAll(context);
  const library = signInLibrary(auth, config.baseUrl);
  mountSignIn(context, library);
  mountProviderSignIn(context, library);
  const showsLogins = isExample && config.exampleLogins && isLoopback(config.host);
  mountOpenApi(context, showsLogins ? first.logins : null);
  const outbox = await startOutbox(app, outboxEveryMs);
  const live = mountLive(server, app, outbox, authenticate);
  app.gauges.set('liveReaders', live.count);
  app.gauges.set('liveLetGo', live.letGo);
  app.gauges.set('outboxSeq', () => Number(outbox.seq()));
  const clockwork = startClockwork(patient, log);
  closers.push(async () => {
    live.close();
    await server.close();
    await clockwork.stop();
    await outbox.stop();
  });
  await starting.close();
  await listen(server, config);
  return { app, auth, ...first };
}

function contextOf(
  { baseUrl, metricsToken }: Config,
  server: HttpContext['server'],
  app: App,
  authenticate: HttpContext['authenticate'],
): HttpContext {
  const takeTurn = makeTurns();
  return { server, app, authenticate, mounted: [], takeTurn, baseUrl, metricsToken };
}

function claimFolder(folder: string, print: (sentence: string) => void): void {
  claimDataFolder(folder);
  if (closeToOthers(folder) === 0) return;
  print(`Other users of this machine could read in ${folder}; it is closed to them now.`);
}

/** The sign-in library on a pool of its own. */
function openSignIn(settings: WorldSettings, app: App, url: string, secret: string) {
  const { config, log, passwords } = settings;
  const pool = openSignInPool(url, 'dunlin server');
  const auth = makeAuth({
    ...{ pool, secret, clock: app.clock, newId: app.newId },
    rules: app.identity.rules,
    baseUrl: config.baseUrl,
    ...(passwords ? { passwords } : {}),
    report: (message) => log.warn({ from: 'sign-in' }, message),
  });
  return { auth, end: () => pool.end() };
}

/** Whether this is the example, and what its sign-ins obey. */
async function rulesOf(config: Config, db: App['db']) {
  // A real book never gets the example's people, whose passwords the sign-in page shows.
  const isExample = config.exampleBook && (await holdsExample({ db, tenantId }));
  const usual = isExample ? [] : usualSecondFactorRoles;
  const secondFactorRoles = config.secondFactorRoles ?? usual;
  return { isExample, signInRules: { ...config.signIn, secondFactorRoles } };
}

/** The product on an open database, on the machine's timers. */
function openProduct(
  settings: WorldSettings,
  parts: {
    readonly db: App['db'];
    readonly slowDb: App['db'];
    readonly databaseUrl: string;
    readonly secret: string;
    readonly texts: App['texts'];
    readonly signInRules: SignInRules;
  },
) {
  const { config, log, clock = Date.now } = settings;
  const uploads = join(config.dataFolder, 'files');
  mkdirSync(uploads, { recursive: true });
  return openApp({
    ...parts,
    ...{ clock, uploads, uploadRules: config.uploads, publicUrl: config.baseUrl },
    anchors: anchorFile(config.anchorFile),
    ...(config.provider ? { provider: makeIdentityProvider(config.provider, config.baseUrl) } : {}),
    // A clock that was given stands for another time than the database's.
    clockCheck: settings.clock === undefined,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    telephony: settings.telephony ?? livelyNetwork,
    ...(settings.asPerson ? { asPerson: settings.asPerson } : {}),
    ...(settings.passwords ? { passwords: settings.passwords } : {}),
    report: (error) => log.error({ err: error }, 'an event of a call could not be kept'),
  });
}

/** Makes the first logins and, where it belongs, the example book. */
async function settle(
  app: App,
  auth: Auth,
  config: Config,
  print: WorldSettings['print'],
  isExample: boolean,
  progress: (now: StartProgress) => void,
) {
  const first = await firstLogins(app, auth, config.dataFolder, isExample);
  if (isExample) {
    const told = (share: number) => progress({ step: 'example-book', share });
    await loadExampleBook(app, print, 1, told).catch((error: unknown) => {
      throw new CannotStart(
        `The example book could not be loaded: ${messageOf(error)}. Remove the data folder ` +
          `${config.dataFolder} and start again, or start without the book: npm start -- --empty.`,
        { cause: error },
      );
    });
  }
  return first;
}

/** Answers at the address of Dunlin with what is being done, until it is closed. */
async function openStarting(config: Config, webFolder: string | null) {
  const state: { now: StartProgress } = { now: { step: 'database', share: null } };
  const progress = () => state.now;
  const server = await makeStartingServer({ webFolder, baseUrl: config.baseUrl, progress });
  await listen(server, config);
  return {
    progress: (now: StartProgress) => {
      state.now = now;
    },
    close: async () => {
      await server.close();
    },
  };
}

/** Takes up what the last run left, and lets the people of the example book call in. */
async function resume({ app, simulation }: OpenApp, hasExampleBook: boolean): Promise<void> {
  await beginClockWatch(app);
  await joinInstances(app.db, app.instance);
  // Only of the dead: what servers beside this one have in hand is theirs.
  await takeOverFromDead(app);
  if (!hasExampleBook) return;
  simulation.letCallIn(() => pretendCaller(app.db, app.clock()));
}
