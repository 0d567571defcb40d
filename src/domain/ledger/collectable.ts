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
export function isPaidInHand(openMinor: bigint, inHandMinor: bigint, exitMinor: bigint): boolean {
  return openMinor > 0n && inHandMinor > 0n && collectable(openMinor, inHandMinor) <= exitMinor;
}
