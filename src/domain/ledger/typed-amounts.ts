import { parseAmount, plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';

/** The refusal of an amount beyond what is owed, with both as plain decimals for the screen. */
export function moreThanOwed(owedMinor: bigint, askedMinor: bigint, currency: string): Refusal {
  const expected = plainAmount(owedMinor, currency);
  return new Refusal('amount-mismatch', { expected, got: plainAmount(askedMinor, currency) });
}

/** An amount a person typed, in minor units. Throws `invalid-input` when it is not exact. */
export function amountOf(text: string, currency: string, path = 'amount'): bigint {
  const minor = parseAmount(text, currency);
  if (typeof minor === 'bigint') return minor;
  throw new Refusal('invalid-input', { problems: [{ path, message: minor }] });
}

/** Minor units of a positive plain decimal. Throws `invalid-input`. */
export function exactAmount(text: string, currency: string): bigint {
  const minor = parseAmount(text, currency);
  if (typeof minor === 'bigint' && minor > 0n) return minor;
  const message = typeof minor === 'string' ? minor : 'not-positive';
  throw new Refusal('invalid-input', { problems: [{ path: 'amount', message }] });
}
