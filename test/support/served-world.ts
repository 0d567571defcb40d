import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pino } from 'pino';
import { projectFolder } from '#boot/config.ts';
import { ensureLogin, type Login } from '#boot/logins.ts';
import { openWorld } from '#boot/open-world.ts';
import { type Role, roles } from '#domain/workforce/rights.ts';
import { testDatabase } from '#test/support/postgres.ts';
import { aWednesday } from './fresh-world.ts';

const password = 'a long enough word';

/**
 * The product as it runs, on a port of its own and an empty database, for tests with a browser. Its
 * clock starts on a Wednesday afternoon and runs. `login` tells the e-mail and password of a role.
 */
export async function servedWorld(telephony: Record<string, unknown> = {}) {
  const database = await testDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-served-'));
  const port = await freePort();
  const started = Date.now();
  const baseUrl = `http://localhost:${port}`;
  const world = await openWorld({
    config: {
      port,
      host: '127.0.0.1',
      dataFolder,
      baseUrl,
      databaseUrl: database.url,
      logLevel: 'error',
      secret: 'only-for-tests-only-for-tests-0000',
      exampleBook: false,
    },
    log: pino({ level: 'error' }, pino.destination({ fd: 2, sync: true })),
    webFolder: join(projectFolder, 'dist', 'web'),
    tell: () => undefined,
    clock: () => Date.parse(aWednesday) + Date.now() - started,
    telephony: { seed: 'served', speed: 20, inboundPerHour: 0, ...telephony },
  });
  const logins = new Map<Role, Login>();
  for (const role of roles) {
    const login = { role, name: `Test ${role}`, email: `${role}@example.test`, password };
    await ensureLogin(world.app, world.auth, login);
    logins.set(role, login);
  }
  after(async () => {
    await world.close();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  return { url: baseUrl, app: world.app, logins };
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
