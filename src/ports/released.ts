declare const released: unique symbol;

/**
 * Proof that the gate released one attempt (design: decide, reserve, release). Only the use case
 * that releases turns text into it; an adapter still checks it before anything leaves the house.
 */
export type ReleasedToken = string & { readonly [released]: 'released' };

/**
 * Asks whether the gate released this attempt with this token to this number or address and whether
 * nothing has come in since that stops it, and uses the token up. An adapter calls it exactly once
 * for an order, last, and goes on only when the answer is true.
 */
export type VerifyRelease = (
  token: ReleasedToken,
  attemptId: string,
  to: string,
) => Promise<boolean>;
