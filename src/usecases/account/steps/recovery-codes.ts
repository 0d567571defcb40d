import { hashOfText } from '#storage/account/sign-in-tries.ts';

/** What a secret of an authenticator app is sealed for: one user's opens for no other. */
export const sealedFor = (userId: string) => `second factor ${userId}`;

/** What is kept of a recovery code: without the gaps and in the letters it is shown in. */
export const recoveryHash = (code: string) =>
  hashOfText(`recovery ${code.replace(/[\s-]/g, '').toUpperCase()}`);
