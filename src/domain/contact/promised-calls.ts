import { blocked, type Hold } from '#domain/cases/holds.ts';

/** Why a call that was promised to a customer is not made. */
export const promiseEnds = ['hold', 'rules'] as const;

/** The work of whoever tells a customer that the rules refuse a call that was promised. */
export const refusedPromiseTask = 'promised-call';

/**
 * Whether a hold leaves no call at a time the customer chose: every hold that blocks calls that only
 * help. A specialist still calls somebody vulnerable, and a hold on a part leaves the rest open.
 */
export const endsPromisedCall = (hold: Hold, freeMinor: bigint): boolean =>
  blocked([hold], 'service-call', freeMinor).blocked;
