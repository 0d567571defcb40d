import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { PasswordHash } from '#boot/password-hash.ts';

const keyOf = promisify<string, string, number, { N: number; r: number; p: number }, Buffer>(
  scrypt,
);

/** As the product's, at a thousandth of its cost: a test that guesses a hundred times need not wait. */
const cheap = { N: 16, r: 16, p: 1 };

const keyBytes = 64;

async function keptAs(password: string, salt: string): Promise<string> {
  const key = await keyOf(password.normalize('NFKC'), salt, keyBytes, cheap);
  return `${salt}:${key.toString('hex')}`;
}

/** Passwords for tests of anything but their keeping: `sign-in.test.ts` tries the product's own. */
export const quickPasswords: PasswordHash = {
  hash: (password) => keptAs(password, randomBytes(16).toString('hex')),
  verify: async ({ hash, password }) => hash === (await keptAs(password, hash.split(':')[0] ?? '')),
};
