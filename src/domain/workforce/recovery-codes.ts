/** What a secret of an authenticator app is sealed for: one user's opens for no other. */
export const sealedFor = (userId: string) => `second factor ${userId}`;

/** A recovery code as it is kept under a hash: without gaps, in the letters it is shown in. */
export const recoveryText = (code: string) =>
  `recovery ${code.replace(/[\s-]/g, '').toUpperCase()}`;
