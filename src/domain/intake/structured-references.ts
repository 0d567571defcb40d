/**
 * References with check digits, as countries print them on their invoices: ISO 11649 (RF), the Swiss
 * QR and ISR reference, the Nordic OCR, KID and viitenumero, the Belgian structured communication and
 * the Dutch betalingskenmerk.
 */

/** The creditor's own part of a structured reference; `sure` when the check digits leave no doubt. */
export type Core = { readonly core: string; readonly sure: boolean };

/** A check digit of one of ten is right by chance; a core this long is hardly another's number. */
const sureLength = 7;

/**
 * What the creditor put into a structured reference, without padding zeros and check digits. A number
 * whose check digits do not fit has none. Letters and digits only, in capitals.
 */
export function coresOf(reference: string): readonly Core[] {
  const rf = rfCore(reference);
  if (rf !== null) return [{ core: rf, sure: true }, ...coresOf(rf)];
  if (!/^\d{4,27}$/.test(reference)) return [];
  const cores = new Map<string, boolean>();
  const add = (digits: string, sure: boolean) => {
    const core = digits.replace(/^0+/, '');
    if (core.length >= 3) cores.set(core, sure || core.length >= sureLength);
  };
  const body = reference.slice(0, -1);
  const isSwiss = reference.length === 27 && recursiveDigit(body) === reference.at(-1);
  if (isSwiss) {
    add(body, true);
    // Six digits of the bank may stand before the creditor's own.
    add(body.slice(6), true);
    add(reference.slice(6), true);
  }
  const isPadded = /^0{3}/.test(reference);
  if (luhnDigit(body) === reference.at(-1)) {
    add(body, isPadded);
    // A Swedish OCR may have its length before the check digit.
    if (body.at(-1) === String(reference.length % 10)) add(body.slice(0, -1), false);
  }
  if (weightedDigit(body, [7, 3, 1], 10) === reference.at(-1)) add(body, isPadded);
  if (weightedDigit(body, [2, 3, 4, 5, 6, 7], 11) === reference.at(-1)) add(body, isPadded);
  if (reference.length === 12) {
    const rest = BigInt(reference.slice(0, 10)) % 97n;
    if ((rest === 0n ? 97n : rest) === BigInt(reference.slice(10)))
      add(reference.slice(0, 10), true);
  }
  if (reference.length === 16 && dutchDigit(reference.slice(1)) === reference[0]) {
    add(reference.slice(1), isPadded || reference.startsWith('000', 1));
  }
  return [...cores].map(([core, sure]) => ({ core, sure }));
}

/** The own part of an ISO 11649 reference whose check digits are right, else null. */
export function rfCore(reference: string): string | null {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return null;
  const moved = `${reference.slice(4)}${reference.slice(0, 4)}`;
  const digits = [...moved].map((each) => Number.parseInt(each, 36)).join('');
  return BigInt(digits) % 97n === 1n ? reference.slice(4).replace(/^0+(?=.)/, '') : null;
}

/** Modulo 10, recursive: Swiss ISR and QR references. */
function recursiveDigit(digits: string): string {
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
  let carry = 0;
  for (const digit of digits) carry = table[(carry + Number(digit)) % 10] ?? 0;
  return String((10 - carry) % 10);
}

/** Modulo 10 with every second digit doubled: OCR and KID. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Weights from the right: 7-3-1 modulo 10 (viitenumero), 2 to 7 modulo 11 (KID). */
function weightedDigit(digits: string, weights: readonly number[], modulus: number): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (weights[i % weights.length] ?? 0), 0);
  const rest = (modulus - (sum % modulus)) % modulus;
  return rest === 10 ? '-' : String(rest);
}

/** The leading check digit of a betalingskenmerk of sixteen digits. */
function dutchDigit(digits: string): string {
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (weights[i % 10] ?? 0), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return '1';
  return check === 11 ? '0' : String(check);
}
