import type { EventType } from './events.ts';
import type { ReturnScheme } from './return-scheme.ts';

/** What a refused or returned payment cost the creditor, in minor units, and who says so. */
export type RejectCost = {
  readonly minor: bigint;
  readonly currency: string;
  readonly from: 'bank' | 'policy';
};

/** What a reject costs by its method where no file tells, in minor units; null: not known. */
export type RejectCosts = {
  readonly mandate: bigint | null;
  readonly card: bigint | null;
  readonly other: bigint | null;
};

/** What is known of a reject beside its policy. */
export type RejectFacts = {
  /** What the bank charged with it; null where its file says nothing. */
  readonly charged: { readonly minor: bigint; readonly currency: string } | null;
  /** The kind of the payment method of its account, and the list of its reason code. */
  readonly methodKind: 'card' | 'mandate' | 'none' | null;
  readonly scheme: ReturnScheme | null;
};

/**
 * The cost of one reject: what the bank charged, else what the policy says of the method; null when
 * neither is known. The list of the code names the method where the account has none.
 */
export function rejectCost(
  { charged, methodKind, scheme }: RejectFacts,
  costs: RejectCosts,
  currency: string,
): RejectCost | null {
  if (charged !== null && charged.minor > 0n) return { ...charged, from: 'bank' };
  const ofScheme = scheme === null ? 'other' : scheme === 'card' ? 'card' : 'mandate';
  const method = methodKind === null || methodKind === 'none' ? ofScheme : methodKind;
  const minor = costs[method];
  return minor === null ? null : { minor, currency, from: 'policy' };
}

/**
 * Whether an event that a person records is a reject: a payment was refused (B), or a bank returned it by
 * a code.
 */
export function isReject(type: EventType, hasCode: boolean): boolean {
  return type === 'B' || (hasCode && type === 'C');
}

/** Whether collecting an amount again can bring more than one more reject would cost. */
export function isWorthPresenting(amountMinor: bigint, costMinor: bigint | null): boolean {
  return costMinor === null || amountMinor > costMinor;
}
