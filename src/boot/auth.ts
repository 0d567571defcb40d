import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
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
  /** Told what the library has to say: a wrong password, an odd setting. Absent: nobody is. */
  readonly report?: (message: string) => void;
};

/** The header in which the server itself writes from where a request came. */
const clientHeader = 'x-dunlin-client';

/** Sign-in, sign-out and sessions (better-auth) over our own tables; accounts are made by us only. */
export function makeAuth({ pool, secret, baseUrl, newId, report }: AuthSettings) {
  return betterAuth({
    appName: 'Dunlin',
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: !report, level: 'warn', log: (_, message) => report?.(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    rateLimit: {
      enabled: true,
      // In the database, so that a restart or a second server does not begin the count anew.
      storage: 'database',
      modelName: 'auth_rate_limits',
      fields: { lastRequest: 'last_request' },
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
    databaseHooks: {
      session: {
        create: {
          // A deactivated user gets the answer of a wrong password, and no sign-in.
          before: async ({ userId }) => {
            if (!(await isActive(pool, userId))) {
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
            }
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
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'dunlin',
      // Else all people would share one count of sign-ins, and one of them could lock out the rest.
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
  });
}

async function isActive(pool: pg.Pool, userId: string): Promise<boolean> {
  const { rows } = await pool.query<{ active: boolean }>('select active from users where id = $1', [
    userId,
  ]);
  return rows[0]?.active === true;
}

export type Auth = ReturnType<typeof makeAuth>;
