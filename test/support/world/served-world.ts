import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { projectFolder } from '#boot/config.ts';
import { type Login, makeLogin } from '#boot/logins.ts';
import { openWorld } from '#boot/open-world.ts';
import { usualUploadRules } from '#domain/intake/upload-rules.ts';
import type { Person } from '#domain/simulation/persona.ts';
import { type Role, roles } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import type { Settings } from '#ports/connections.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import { atEnd } from '../run/at-end.ts';
import { aWednesday } from './fresh-world.ts';
import { quickPasswords } from './quick-passwords.ts';

const password = 'a long enough word';
const dayMs = 86_400_000;
const webFolder = join(projectFolder, 'dist', 'web');

/** What a test sets of a served world. */
export type ServedOptions = {
  /** Settings of the simulated network. */
  readonly telephony?: Settings;
  /** Fixes how the people of the simulated network behave; else it is drawn. */
  readonly asPerson?: (person: Person) => Person;
};

/** A running product with its address, one login of each role, and its clock. */
export type ServedWorld = Awaited<ReturnType<typeof servedWorld>>;

/**
 * The product as it runs, on a port of its own and an empty database, for tests with a browser. Its
 * clock starts on a Wednesday afternoon and runs; `letDaysPass` moves it on. A role's login has that
 * role on every portfolio; `loginFor` makes another user.
 */
export async function servedWorld(options: ServedOptions = {}) {
  needScreens();
  const database = await testDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-served-'));
  const port = await freePort();
  const clock = { shiftMs: Date.parse(aWednesday) - Date.now() };
  const baseUrl = `http://localhost:${port}`;
  const world = await openWorld({
    config: {
      port,
      host: '127.0.0.1',
      dataFolder,
      anchorFile: join(dataFolder, 'anchors.jsonl'),
      baseUrl,
      databaseUrl: database.appUrl,
      migrationUrl: database.url,
      logLevel: 'error',
      secret: null,
      metricsToken: null,
      textKeyFile: null,
      signIn: { idleMinutes: 480, limitHours: 24 },
      secondFactorRoles: [],
      provider: null,
      uploads: usualUploadRules,
      trustedProxies: [],
      exampleLogins: false,
      exampleBook: false,
    },
    log: pino({ level: 'error' }, pino.destination({ fd: 2, sync: true })),
    webFolder,
    print: () => undefined,
    clock: () => Date.now() + clock.shiftMs,
    passwords: quickPasswords,
    telephony: { seed: 'served', speed: 20, inboundPerHour: 0, ...options.telephony },
    ...(options.asPerson ? { asPerson: options.asPerson } : {}),
  });
  const logins = new Map<Role, Login>();
  for (const role of roles) {
    const login = { role, name: `Test ${role}`, email: `${role}@example.test`, password };
    await makeLogin(world.app, world.auth, login);
    logins.set(role, login);
  }
  atEnd(async () => {
    await world.close();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  /** Another user, with the role on one portfolio only. */
  const loginFor = async (role: Role, name: string, portfolioId: string): Promise<Login> => {
    const login = { role, name, email: `${name.toLowerCase()}@example.test`, password };
    const userId = await makeLogin(world.app, world.auth, login);
    assert.ok(userId !== null);
    const { db, newId, clock: tell } = world.app;
    await db.deleteFrom('userRoles').where('userId', '=', userId).execute();
    const held = { id: newId(), userId, role, portfolioId, grantedBy: null };
    const grantedAt = instantOf(tell());
    await db
      .insertInto('userRoles')
      .values({ ...held, grantedAt })
      .execute();
    return login;
  };
  const letDaysPass = (days: number) => {
    clock.shiftMs += days * dayMs;
  };
  return {
    url: baseUrl,
    app: world.app,
    /** The login of a role on every portfolio. */
    login: (role: Role): Login => {
      const login = logins.get(role);
      if (!login) throw new Error(`cannot happen: no login of ${role}`);
      return login;
    },
    loginFor,
    letDaysPass,
    /** How far the product's clock is from the machine's, for the clock of a browser. */
    shiftMs: () => clock.shiftMs,
  };
}

/** The screens are built by `npm test`; without them every page would be empty. */
function needScreens(): void {
  if (existsSync(join(webFolder, 'index.html'))) return;
  throw new Error(
    'The screens are not built. Run the tests with npm test, or npm run build first.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
