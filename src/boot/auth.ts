import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type pg from 'pg';
import { z } from 'zod';
import type { SignInRules } from '#domain/workforce/sign-in-rules.ts';
import type { SignInLibrary } from '#http/sign-in.ts';
import type { IdMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import { isActive } from '#storage/account/sign-in-pool.ts';
import { type PasswordHash, usualPasswordHash } from './password-hash.ts';

const hourSeconds = 3600;

/** What sign-in needs to know of the installation. */
export type AuthSettings = {
  /** A pool whose timestamps are `Date`, as the library compares them (`openSignInPool`). */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly rules: SignInRules;
  readonly secret: string;
  readonly baseUrl: string;
  readonly newId: IdMaker;
  /** The same as `App.identity` has; the library's own unless given. */
  readonly passwords?: PasswordHash;
  /** Told what the library has to say: a wrong password, an odd setting. Absent: nobody is. */
  readonly report?: (message: string) => void;
};

/** The header in which the server itself writes from where a request came. */
const clientHeader = 'x-dunlin-client';

/**
 * Begins a sign-in of somebody who has shown us by a passkey who they are. It has no address: only
 * our own code can call it.
 */
const beginSignIn = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ userId: z.uuid() }) },
  async (context) => {
    const { internalAdapter } = context.context;
    const user = await internalAdapter.findUserById(context.body.userId);
    if (!user) throw new APIError('UNAUTHORIZED', {});
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(context, { session, user });
    return context.json({});
  },
);

/** Sign-in, sign-out and sessions (better-auth) over our own tables; accounts are made by us only. */
export function makeAuth(settings: AuthSettings) {
  const { pool, clock, rules, secret, baseUrl, newId, report } = settings;
  const password = settings.passwords ?? usualPasswordHash;
  return betterAuth({
    appName: 'Dunlin',
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: !report, level: 'warn', log: (_, message) => report?.(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, password },
    // Tries are counted at our own door, by account and device.
    rateLimit: { enabled: false },
    session: {
      modelName: 'auth_sessions',
      // Our own check ends a sign-in before, with an event; this one holds if that ever fails.
      expiresIn: (rules.limitHours + 1) * hourSeconds,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Idle time and limit are told by our clock, as everything else is.
          before: async ({ userId }) => {
            if (!(await isActive(pool, userId))) {
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
            }
            const at = new Date(clock());
            return { data: { createdAt: at, updatedAt: at } };
          },
        },
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [{ id: 'dunlin', endpoints: { beginSignIn } }],
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'dunlin',
      // Else all people would share one count of sign-ins, and one of them could lock out the rest.
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
  });
}

/** The library as the sign-in's own addresses use it. */
export function signInLibrary(auth: Auth, baseUrl: string): SignInLibrary {
  const begin = (userId: string, headers: Headers) =>
    auth.api.beginSignIn({ body: { userId }, headers, asResponse: true });
  return { handle: auth.handler, begin, baseUrl };
}

export type Auth = ReturnType<typeof makeAuth>;
