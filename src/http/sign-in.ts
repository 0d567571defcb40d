import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { passkeyAnswer } from '#contract/passkeys.ts';
import type { SignInMethod } from '#domain/workforce/sign-in-rules.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { endReplaced, endSignIn } from '#usecases/account/end-sign-in.ts';
import { expectTry } from '#usecases/account/expect-try.ts';
import { beginPasskeySignIn, passkeySignIn } from '#usecases/account/passkey-sign-in.ts';
import { secondStep } from '#usecases/account/second-step.ts';
import { isOpenAccount, signInBegan, signInFailed } from '#usecases/account/sign-in.ts';
import type { TriedFrom } from '#usecases/account/steps/try-places.ts';
import type { HttpContext } from './mount.ts';
import { headersOf } from './server.ts';
import { makeTurns, usualTurns } from './turns.ts';

/** The sign-in library behind our own addresses: it answers only what stands in this file. */
export type SignInLibrary = {
  readonly handle: (request: Request) => Promise<Response>;
  /** Begins a sign-in of a user who has shown us who they are. */
  readonly begin: (userId: string, headers: Headers) => Promise<Response>;
  readonly baseUrl: string;
};

/** For one address: an office of many people begins its day within one minute. */
const requestsPerMinute = 300;

/** A hash takes a processor and 32 MB for a moment: two at once, an office in the line, the rest come again. */
const hashing = { each: 2, all: 2, waiting: 120, waitMs: 10_000 };

const longestEmail = 200;
const longestPassword = 128;
const longestCode = 64;
const longestBrowser = 300;
const deviceBytes = 32;
const deviceSeconds = 365 * 86_400;
const deviceCookie = 'dunlin.device';
/** People who take turns at one browser, each with a secret of their own for it. */
const mostDevices = 8;
const deviceSecrets = /(?:^|;\s*)dunlin\.device=([A-Za-z0-9_.-]+)(?:;|$)/;
const deviceSecret = /^[A-Za-z0-9_-]{43}$/;

const credentials = z.strictObject({
  // PostgreSQL keeps no zero byte, and no address has a control character.
  email: z
    .string()
    .max(longestEmail)
    .regex(/^\P{Cc}*$/u),
  password: z.string().max(longestPassword),
  /** Of the authenticator app, or a recovery code; asked for once the password was right. */
  code: z.string().max(longestCode).optional(),
  /** A passkey that signed, in place of a code. */
  passkey: passkeyAnswer.optional(),
});

const passkeyOnly = z.strictObject({ answer: passkeyAnswer });

/** `POST /api/auth/sign-in/email`, `/api/auth/passkey/begin` and `finish`, and `/api/auth/sign-out`. */
export function mountSignIn(context: HttpContext, library: SignInLibrary): void {
  const { server, app, authenticate } = context;
  const takeTurn = makeTurns({ ...usualTurns, heavy: hashing });
  const config = { rateLimit: { max: requestsPerMinute, timeWindow: 60_000 } };

  server.post('/api/auth/sign-in/email', { config }, async (request, reply) => {
    const parsed = credentials.safeParse(request.body);
    if (!parsed.success) throw new Refusal('wrong-credentials', {});
    const { email, password, ...proof } = parsed.data;
    const from = triedFrom(request);
    await expectTry(app, email, from);
    // Whoever is not let in any more takes the same way, and as long, as a wrong password.
    const isOpen = await isOpenAccount(app, email);
    const given = isOpen ? password : randomBytes(deviceBytes).toString('hex');
    const body = { email, password: given };
    const giveBack = await takeTurn('heavy', 'sign-in');
    const answer = await askLibrary(library, request, '/sign-in/email', body).finally(giveBack);
    // A fault of ours is no wrong password, and counts against nobody.
    assert(answer.status < 500, `the sign-in library answered ${answer.status}`);
    if (answer.status !== 200) {
      await signInFailed(app, email, 'password');
      throw new Refusal('wrong-credentials', {});
    }
    const token = tokenIn(answer);
    assert(token !== null, 'a sign-in has a cookie');
    const method = await secondStep(app, token, email, proof);
    await letIn(context, library, { request, reply, answer, method });
    return reply.send({ done: true });
  });

  server.post('/api/auth/passkey/begin', { config }, async (_, reply) =>
    reply.send({ options: await beginPasskeySignIn(app) }),
  );

  server.post('/api/auth/passkey/finish', { config }, async (request, reply) => {
    const parsed = passkeyOnly.safeParse(request.body);
    if (!parsed.success) throw new Refusal('wrong-passkey', {});
    const userId = await passkeySignIn(app, parsed.data.answer, triedFrom(request));
    const answer = await library.begin(userId, libraryHeaders(library, request));
    await letIn(context, library, { request, reply, answer, method: 'passkey' });
    return reply.send({ done: true });
  });

  server.post('/api/auth/sign-out', async (request, reply) => {
    const actor = await authenticate(request);
    if (actor?.kind === 'user' && actor.signInId !== undefined) {
      const { userId, signInId } = actor;
      await endSignIn(app, actor, { userId, signInId }, 'signed-out');
    }
    takeCookies(reply, await askLibrary(library, request, '/sign-out', {}));
    return reply.send({ done: true });
  });
}

type Entry = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly answer: Response;
  readonly method: SignInMethod;
  /** How many the identity provider saw. */
  readonly factors?: number;
};

/** Hands out the cookies of a sign-in that began, and one by which the device is known again. */
export async function letIn(
  { app, authenticate }: HttpContext,
  library: SignInLibrary,
  { request, reply, answer, method, factors }: Entry,
): Promise<void> {
  const token = tokenIn(answer);
  assert(token !== null, 'a sign-in has a cookie');
  const from = triedFrom(request);
  const before = await authenticate(request);
  const newDevice = randomBytes(deviceBytes).toString('base64url');
  const device = await signInBegan(app, token, method, {
    ...{ ...from, newDevice, providerFactors: factors ?? null },
  });
  takeCookies(reply, answer);
  const secure = library.baseUrl.startsWith('https:') ? '; Secure' : '';
  const kept = `Path=/api/auth; Max-Age=${deviceSeconds}; HttpOnly; SameSite=Lax${secure}`;
  const others = from.devices.filter((one) => one !== device);
  const secrets = [device, ...others].slice(0, mostDevices).join('.');
  void reply.header('set-cookie', `${deviceCookie}=${secrets}; ${kept}`);
  // One browser, one sign-in: the cookie that came along is overwritten and would live on unseen.
  if (before !== null) await endReplaced(app, before);
}

/** Asks the library at one of its own addresses, as the client that asks us. */
function askLibrary(
  library: SignInLibrary,
  request: FastifyRequest,
  path: string,
  body: object,
): Promise<Response> {
  const headers = libraryHeaders(library, request);
  const url = new URL(`/api/auth${path}`, library.baseUrl);
  return library.handle(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** The headers of a request as the library is told them. */
export function libraryHeaders({ baseUrl }: SignInLibrary, request: FastifyRequest): Headers {
  const headers = headersOf(request);
  // From where it comes, which the client itself cannot choose.
  headers.set('x-dunlin-client', request.ip);
  // Shown on the screen: no control characters, no turning of the direction of writing.
  const browser = headers.get('user-agent')?.replace(/[\p{Cc}\p{Cf}]/gu, '');
  if (browser !== undefined) headers.set('user-agent', browser.slice(0, longestBrowser));
  headers.set('content-type', 'application/json');
  headers.set('origin', new URL(baseUrl).origin);
  return headers;
}

function takeCookies(reply: FastifyReply, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}

/** The token of the sign-in whose cookie an answer sets. */
function tokenIn(answer: Response): string | null {
  for (const cookie of answer.headers.getSetCookie()) {
    const value = /^(?:__Secure-)?dunlin\.session_token=([^;]+)/.exec(cookie)?.[1];
    if (value !== undefined) return decodeURIComponent(value).split('.')[0] ?? null;
  }
  return null;
}

/** From where a request tries: its address, and what our cookie knows the device by. */
function triedFrom(request: FastifyRequest): TriedFrom {
  const secrets = deviceSecrets.exec(request.headers.cookie ?? '')?.[1]?.split('.') ?? [];
  const devices = secrets.filter((one) => deviceSecret.test(one)).slice(0, mostDevices);
  return { devices, address: request.ip };
}
