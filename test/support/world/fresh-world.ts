import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { z } from 'zod';
import { pdfModule } from '#adapters/documents/pdfmake/pdf.ts';
import { makeAuth, signInLibrary } from '#boot/auth.ts';
import { loadGate, openApp, tenantId } from '#boot/open-app.ts';
import type { PasswordHash } from '#boot/password-hash.ts';
import { knowBySignIn } from '#boot/who-asks.ts';
import { inThisThread } from '#boot/worker-pool.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Paper } from '#domain/evidence/paper.ts';
import type { UploadRules } from '#domain/intake/upload-rules.ts';
import type { Person } from '#domain/simulation/persona.ts';
import type { Actor, Role, UserActor } from '#domain/workforce/rights.ts';
import { type SignInRules, usualSignInRules } from '#domain/workforce/sign-in-rules.ts';
import { mountProviderSignIn } from '#http/provider-sign-in.ts';
import { mountAll } from '#http/routes.ts';
import { makeServer } from '#http/server.ts';
import { mountSignIn } from '#http/sign-in.ts';
import { makeTurns } from '#http/turns.ts';
import { instantOf } from '#kernel/time.ts';
import type { Anchors } from '#ports/anchors.ts';
import type { Settings } from '#ports/connections.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { InWorker } from '#ports/in-worker.ts';
import { openSignInPool } from '#storage/account/sign-in-pool.ts';
import { connect } from '#storage/connect.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import { checkEvents } from '../rules/check-events.ts';
import { checkStatements, judged } from '../rules/statements.ts';
import { atEnd } from '../run/at-end.ts';
import { quickPasswords } from './quick-passwords.ts';
import { type TestClock, testClock } from './test-clock.ts';

const log = pino({ level: 'silent' });
const baseUrl = 'http://localhost';
/** What a test names to read the figures from elsewhere. */
export const metricsToken = 'a-token-for-those-who-collect-figures';

/** The rule packs never change while tests run, and reading them takes half of making a world. */
const gate = loadGate();

const trial: { page: Promise<unknown> | null } = { page: null };

/**
 * Work in this thread. The empty page by which each world checks its connection for documents is laid
 * out once: it never differs, and would take a third of the time of making a world.
 */
const inTests = ((task, ...args: readonly unknown[]) => {
  const work = () => inThisThread(task, ...(args as never[]));
  const [paper] = args as [Partial<Paper> | undefined];
  const isTrial = task.module === pdfModule && paper?.blocks?.length === 0;
  if (!isTrial) return work();
  trial.page ??= work();
  return trial.page;
}) as InWorker;

/** A Wednesday afternoon in London, morning in New York: calls are allowed in most places. */
export const aWednesday = '2026-11-18T15:00:00.000Z';

export type World = Awaited<ReturnType<typeof freshWorld>>;

/**
 * A whole Dunlin on an empty database of its own: the real door without a socket, a clock that moves
 * when told, the simulated network on that clock. `telephony` are settings of the simulated network.
 */
export async function freshWorld(
  options: {
    at?: string;
    telephony?: Settings;
    /** Settings of the simulated provider of messages. */
    messages?: Settings;
    /** Fixes how the people of the simulated network behave; else it is drawn. */
    asPerson?: (person: Person) => Person;
    /** How long a sign-in lasts; as usual unless given. */
    signInRules?: SignInRules;
    /** How passwords are kept; at a low cost unless given. */
    passwords?: PasswordHash;
    /** The time is that of the machine, moved as far as the clock is, and compared with the database's. */
    clockCheck?: boolean;
    /** The identity provider that people may sign in by; none unless given. */
    provider?: IdentityProvider;
    /** How long files that were sent are kept, and how much; as usual unless given. */
    uploadRules?: UploadRules;
    /** Where work on files and documents runs; in this thread unless given. */
    inWorker?: InWorker;
    /** Where the ends of the chain of seals are kept; nowhere unless given. */
    anchors?: Anchors;
    /** The test writes into the log from outside, so that its events are not looked at. */
    forgesEvents?: boolean;
  } = {},
) {
  const database = await testDatabase();
  // The product connects as a role that owns nothing; the test looks and sets up past it.
  const connection = connect(database.appUrl, { poolSize: 8 });
  const { db, pool, close } = connect(database.url, { poolSize: 4 });
  const clock: TestClock = testClock(Date.parse(options.at ?? aWednesday));
  const started = clock.now();
  const machine = () => Date.now() + clock.now() - started;
  const uploads = mkdtempSync(join(tmpdir(), 'dunlin-uploads-'));
  const errors: unknown[] = [];
  const passwords = options.passwords ?? quickPasswords;
  const opened = await openApp({
    db: judged(connection),
    databaseUrl: database.appUrl,
    clock: options.clockCheck ? machine : clock.now,
    gate: await gate,
    after: clock.after,
    uploads,
    inWorker: options.inWorker ?? inTests,
    telephony: { seed: 'test', speed: 1, inboundPerHour: 0, ...options.telephony },
    ...(options.anchors ? { anchors: options.anchors } : {}),
    ...(options.messages ? { messages: options.messages } : {}),
    ...(options.asPerson ? { asPerson: options.asPerson } : {}),
    ...(options.provider ? { provider: options.provider } : {}),
    ...(options.uploadRules ? { uploadRules: options.uploadRules } : {}),
    signInRules: options.signInRules ?? usualSignInRules,
    passwords,
    clockCheck: options.clockCheck ?? false,
    report: (error) => errors.push(error),
  });
  const { app } = opened;
  clock.waitWith(opened.settled);
  await db
    .insertInto('tenants')
    .values({ id: tenantId, name: 'Test Agency', createdAt: instantOf(app.clock()) })
    .execute();
  const actors = new Map<string, Actor>();
  const signInPool = openSignInPool(database.appUrl);
  const auth = makeAuth({
    pool: signInPool,
    clock: clock.now,
    rules: app.identity.rules,
    secret: randomBytes(32).toString('hex'),
    baseUrl,
    newId: app.newId,
    passwords,
  });
  const server = await makeServer({
    log,
    webFolder: null,
    uploadLimitBytes: 64_000_000,
    baseUrl,
  });
  const bySignIn = knowBySignIn(app, auth);
  const door = {
    server,
    app,
    // Without the header of a test, by its sign-in as everybody else.
    authenticate: async (request: FastifyRequest) => {
      const given = request.headers['x-test-actor'];
      return given === undefined ? bySignIn(request) : (actors.get(String(given)) ?? null);
    },
    mounted: [] as Endpoint[],
    takeTurn: makeTurns(),
    baseUrl,
    metricsToken,
  };
  mountAll(door);
  mountSignIn(door, signInLibrary(auth, baseUrl));
  mountProviderSignIn(door, signInLibrary(auth, baseUrl));
  const end = async () => {
    await opened.close();
    await server.close();
    const wrong = options.forgesEvents
      ? null
      : await checkEvents(pool).catch((error: unknown) => error);
    await signInPool.end();
    await connection.close();
    await close();
    await database.drop();
    rmSync(uploads, { recursive: true, force: true });
    if (wrong) throw wrong;
    await checkStatements();
    assert.deepEqual(errors, [], 'an event of a call could not be kept');
  };
  atEnd(end);

  /** A user with the role, on all portfolios or on one, and others beside it; its name is the role. */
  const user = async (
    role: Role,
    portfolioId: string | null = null,
    beside: readonly Role[] = [],
  ): Promise<UserActor> => {
    const held = [role, ...beside];
    const id = app.newId();
    const at = instantOf(app.clock());
    const email = `${role}-${id.slice(-6)}@example.test`;
    await db
      .insertInto('users')
      .values({ id, name: role, email, createdAt: at, updatedAt: at })
      .execute();
    await db
      .insertInto('userRoles')
      .values(
        held.map((one) => ({
          ...{ id: app.newId(), userId: id, role: one, portfolioId, grantedAt: at },
        })),
      )
      .execute();
    const actor: UserActor = {
      kind: 'user',
      userId: id,
      name: role,
      roles: held.map((one) => ({ role: one, portfolioId })),
    };
    actors.set(id, actor);
    return actor;
  };

  /** Calls an endpoint through the door as that actor; the answer with its status. */
  const request = async (
    endpoint: Pick<Endpoint, 'method' | 'path'>,
    actor: Actor | null,
    input: Record<string, unknown> = {},
  ) => {
    const rest = { ...input };
    const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return encodeURIComponent(value);
    });
    const read = endpoint.method === 'GET';
    const response = await server.inject({
      method: endpoint.method,
      url,
      headers: { 'x-dunlin': '1', 'x-test-actor': actor?.userId ?? '' },
      ...(read ? { query: rest as Record<string, string> } : { payload: rest }),
    });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  };

  /** As `request`, but must succeed; the answer typed by the endpoint. */
  const call = async <Input extends z.ZodObject, Output extends z.ZodType>(
    endpoint: Endpoint<Input, Output>,
    actor: Actor,
    input: z.input<Input>,
  ): Promise<z.output<Output>> => {
    const { status, body } = await request(endpoint, actor, input as Record<string, unknown>);
    assert.equal(status, 200, `${endpoint.name}: ${JSON.stringify(body)}`);
    return body as z.output<Output>;
  };

  const { simulation, settled } = opened;
  const { url: databaseUrl } = database;
  return {
    ...{ app, simulation, db, pool, databaseUrl, clock, auth, server, door },
    ...{ user, request, call, settled },
  };
}

/** Common columns of a row that belongs to a customer. */
export function ownedBy(customerId: string) {
  return { customerId, tenantId };
}
