import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SignInRules } from '#domain/workforce/sign-in-rules.ts';
import type { IdMaker } from '#kernel/ids.ts';
import { type Clock, instantOf } from '#kernel/time.ts';
import { passwordHashOf, replacePassword } from '#storage/account/logins.ts';
import type { Identity } from '#usecases/app.ts';
import { makePasskeys } from './passkeys.ts';
import type { PasswordHash } from './password-hash.ts';
import { base32, newTotpSecret, stepOfCode } from './totp.ts';

/** 96 bits: beyond guessing, and still short enough to be read out once. */
const passwordBytes = 12;

/** 120 bits: a plain hash keeps them well (OWASP ASVS 5, 6.5.2). */
const recoveryBytes = 15;

/** See docs/decisions/0036-common-passwords.md for where they come from. */
const commonPasswordsFile = new URL('common-passwords.txt', import.meta.url);

/** Passwords, sign-ins and passkeys in the tables, with the hash that the library is given too. */
export function makeIdentity(parts: {
  readonly clock: Clock;
  readonly newId: IdMaker;
  readonly rules: SignInRules;
  readonly publicUrl: string;
  readonly passwords: PasswordHash;
}): Omit<Identity, 'provider'> {
  const { clock, newId, rules, publicUrl, passwords } = parts;
  // Read when the first one is looked at: most starts never need it.
  const kept: { common: ReadonlySet<string> | null } = { common: null };
  return {
    rules,
    newPassword: () => randomBytes(passwordBytes).toString('base64url'),
    setPassword: async (tx, userId, password) => {
      const hash = await passwords.hash(password);
      await replacePassword(tx, { id: newId(), userId, hash, at: instantOf(clock()) });
    },
    isPassword: async (db, userId, password) => {
      const hash = await passwordHashOf(db, userId);
      return hash !== null && passwords.verify({ hash, password });
    },
    commonPasswords: () => {
      kept.common ??= new Set(readFileSync(commonPasswordsFile, 'utf8').split('\n'));
      return kept.common;
    },
    newTotpSecret,
    stepOfCode: (secret, code) => stepOfCode(secret, code, clock()),
    newRecoveryCode: () =>
      base32(randomBytes(recoveryBytes))
        .match(/.{1,4}/g)
        ?.join('-') ?? '',
    passkeys: makePasskeys(publicUrl),
  };
}
