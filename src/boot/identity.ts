import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { SignInRules } from '#domain/workforce/sign-in-rules.ts';
import type { IdMaker } from '#kernel/ids.ts';
import { type Clock, instantOf } from '#kernel/time.ts';
import type { Identity } from '#usecases/app.ts';

/** 96 bits: beyond guessing, and still short enough to be read out once. */
const passwordBytes = 12;

/** Passwords and sign-ins in the tables and with the hash (scrypt) of the sign-in library. */
export function makeIdentity(clock: Clock, newId: IdMaker, rules: SignInRules): Identity {
  return {
    rules,
    newPassword: () => randomBytes(passwordBytes).toString('base64url'),
    setPassword: async (tx, userId, password) => {
      const at = instantOf(clock());
      const hash = await hashPassword(password);
      await tx
        .deleteFrom('authAccounts')
        .where('userId', '=', userId)
        .where('providerId', '=', 'credential')
        .execute();
      await tx
        .insertInto('authAccounts')
        .values({
          id: newId(),
          userId,
          accountId: userId,
          providerId: 'credential',
          password: hash,
          createdAt: at,
          updatedAt: at,
        })
        .execute();
    },
    endSessions: async (tx, userId) => {
      await tx.deleteFrom('authSessions').where('userId', '=', userId).execute();
    },
  };
}
