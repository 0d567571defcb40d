/**
 * What of an amount may still be asked for once money in hand is off: money of the customer that no
 * debt has taken yet. Never below zero; all in minor units of one currency.
 */
export function collectable(owedMinor: bigint, inHandMinor: bigint): bigint {
  if (inHandMinor <= 0n) return owedMinor;
  return owedMinor > inHandMinor ? owedMinor - inHandMinor : 0n;
}

/**
 * Whether money in hand pays what nothing else covers of a debt, but for a rest that counts as
 * nothing owed.
 */
function isPaidInHand(openMinor: bigint, inHandMinor: bigint, exitMinor: bigint): boolean {
  return openMinor > 0n && inHandMinor > 0n && collectable(openMinor, inHandMinor) <= exitMinor;
}

/** How money that waits pays a debt: in hand, or only with payments that are probably theirs. */
export type PaidInHand = boolean | 'likely';

/** Whether what waits pays what nothing else covers of a debt, surely or probably. */
export function paidByWaiting(
  openMinor: bigint,
  waiting: { readonly inHandMinor: bigint; readonly likelyMinor: bigint },
  exitMinor: bigint,
): PaidInHand {
  const { inHandMinor, likelyMinor } = waiting;
  if (isPaidInHand(openMinor, inHandMinor, exitMinor)) return true;
  const both = likelyMinor > 0n ? inHandMinor + likelyMinor : 0n;
  return isPaidInHand(openMinor, both, exitMinor) ? 'likely' : false;
}
