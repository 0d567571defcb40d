import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** How a password is kept, and how one that is given is compared with what is kept. */
export type PasswordHash = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (given: {
    readonly hash: string;
    readonly password: string;
  }) => Promise<boolean>;
};

/** The sign-in library's own: scrypt with 32 MB for each (N = 16384, r = 16, p = 1). */
export const usualPasswordHash: PasswordHash = { hash: hashPassword, verify: verifyPassword };
