import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type Role, roles } from '#domain/workforce/rights.ts';
import { CannotStart, messageOf } from './cannot-start.ts';

/** How an installation is known to its identity provider. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Roles whose people sign in by the provider only. */
  readonly demandedOf: readonly Role[];
};

/** Rights of a file that others than its owner have. */
const ofOthers = 0o077;

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a text is an address with one of the protocols. */
export function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** The settings of an identity provider (OpenID Connect), as those in `config.ts`. */
export const providerSettings = {
  DUNLIN_OIDC_ISSUER: {
    may: 'the https:// address of an identity provider (http:// on this machine only), or not set',
    read: z
      .string()
      .refine(
        (text) =>
          hasProtocol(text, ['https:']) ||
          (hasProtocol(text, ['http:']) && thisMachine.includes(new URL(text).hostname)),
      )
      .optional(),
  },
  DUNLIN_OIDC_CLIENT_ID: {
    may: 'the name that the identity provider knows this installation by, or not set',
    read: z.string().max(300).optional(),
  },
  DUNLIN_OIDC_SECRET: {
    may: 'the secret that the identity provider gave, or not set',
    read: z.string().max(1000).optional(),
  },
  DUNLIN_OIDC_SECRET_FILE: {
    may: 'the path of a file with that secret, closed to others, or not set',
    read: z.string().max(4096).optional(),
  },
  DUNLIN_OIDC_ROLES: {
    may: `some of ${roles.join(', ')} with commas between (default none)`,
    read: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.enum(roles)))
      .default([]),
  },
} as const;

type Given = {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  /** Absolute. */
  readonly secretFile: string | null;
  readonly demandedOf: readonly Role[];
};

/** The identity provider, or null where none is set. Throws `CannotStart` for half of one. */
export function providerOf(given: Given): ProviderSettings | null {
  const { issuer, clientId, secret, secretFile, demandedOf } = given;
  const isNone = [issuer, clientId, secret].every((one) => one === undefined);
  if (isNone && secretFile === null && demandedOf.length === 0) return null;
  const hasOneSecret = (secret === undefined) !== (secretFile === null);
  if (issuer === undefined || clientId === undefined || !hasOneSecret) {
    throw new CannotStart(
      'An identity provider needs DUNLIN_OIDC_ISSUER, DUNLIN_OIDC_CLIENT_ID and one of ' +
        'DUNLIN_OIDC_SECRET and DUNLIN_OIDC_SECRET_FILE.',
    );
  }
  const clientSecret = secretFile === null ? (secret ?? '') : secretIn(secretFile);
  return { issuer, clientId, clientSecret, demandedOf };
}

function secretIn(file: string): string {
  try {
    if ((statSync(file).mode & ofOthers) !== 0) {
      throw new CannotStart(`Others can read ${file}: close it (chmod 600).`);
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`DUNLIN_OIDC_SECRET_FILE cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
