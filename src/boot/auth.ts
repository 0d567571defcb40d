import { betterAuth } from 'better-auth';
import type pg from 'pg';
import type { IdMaker } from '#kernel/ids.ts';

const sessionSeconds = 12 * 3600;
const freshEverySeconds = 3600;
const signInsPerMinute = 20;

/** What sign-in needs to know of the installation. */
export type AuthSettings = {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly newId: IdMaker;
};

/** Sign-in, sign-out and sessions (better-auth) over our own tables; accounts are made by us only. */
export function makeAuth({ pool, secret, baseUrl, newId }: AuthSettings) {
  return betterAuth({
    appName: 'Dunlin',
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    database: pool,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    rateLimit: {
      enabled: true,
      customRules: { '/sign-in/email': { window: 60, max: signInsPerMinute } },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: sessionSeconds,
      updateAge: freshEverySeconds,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
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
    advanced: { database: { generateId: () => newId() }, cookiePrefix: 'dunlin' },
  });
}

export type Auth = ReturnType<typeof makeAuth>;
