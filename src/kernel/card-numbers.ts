/**
 * Thirteen to nineteen digits in a row, alone or in groups with a sign or two between them; neither a
 * telephone number in its international form nor the digits of an IBAN.
 */
const DIGITS =
  /(?<![+\d]|\d[\s.\-–‑_/]{1,2}|(?<![\p{L}\d])[A-Z]{2})\d(?:[\s.\-–‑_/]{0,2}\d){12,18}(?![\s.\-–‑_/]{0,2}\d)/gu;

/** As `DIGITS`, with no letter beside them: `INV4111…` is the number of an invoice. */
const APART = new RegExp(`(?<!\\p{L})${DIGITS.source}(?!\\p{L})`, 'gu');

/** As cards print their numbers: a mistyped digit does not make such a text another thing. */
const GROUPED = /^(?:[2-6]\d{3}(\D{1,2})\d{4}\1\d{4}\1\d{4}|3[47]\d{2}(\D{1,2})\d{6}\2\d{5})$/;

/** The check digit of card numbers (ISO/IEC 7812-1, Annex B). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.at(-1 - at));
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether digits stand in groups as people write one number, and not as a row of dates or amounts. */
function isOneNumber(text: string): boolean {
  const groups = text.split(/\D+/).slice(0, -1);
  const [first = ''] = groups;
  return (
    groups.every(({ length }) => length >= 3) || groups.every((g) => g.length === first.length)
  );
}

/** First digits that networks of cards issue under and how long their numbers are (ISO/IEC 7812-1). */
const issued: readonly (readonly [first: number, last: number, lengths: readonly number[]])[] = [
  [4, 4, [13, 16, 19]],
  [51, 55, [16]],
  [2221, 2720, [16]],
  [34, 34, [15]],
  [37, 37, [15]],
  [300, 305, [14, 16, 19]],
  [36, 36, [14, 16, 19]],
  [38, 39, [14, 16, 19]],
  [6011, 6011, [16, 19]],
  [644, 659, [16, 19]],
  [3528, 3589, [16, 19]],
  [62, 62, [16, 17, 18, 19]],
  [2200, 2204, [16, 19]],
  [5018, 5018, [13, 16, 19]],
  [5020, 5020, [13, 16, 19]],
  [5038, 5038, [13, 16, 19]],
  [5893, 5893, [13, 16, 19]],
  [6304, 6304, [16, 18, 19]],
  [6759, 6763, [16, 18, 19]],
];

function isIssued(digits: string): boolean {
  return issued.some(([first, last, lengths]) => {
    const head = Number(digits.slice(0, String(first).length));
    return head >= first && head <= last && lengths.includes(digits.length);
  });
}

/** Whether digits are the number of a card: those of an issuer, as long as its own, with their check digit. */
function isCardNumber(found: string, digits: string): boolean {
  return isOneNumber(found) && isIssued(digits) && hasCheckDigit(digits);
}

/** The numbers of cards in a text, digits only. References of the same form are among them. */
export function cardNumbersIn(text: string): readonly string[] {
  return [...text.matchAll(APART)]
    .map(([found]) => [found, found.replace(/\D/g, '')] as const)
    .filter(([found, digits]) => isCardNumber(found, digits))
    .map(([, digits]) => digits);
}

/**
 * A line, a cell or a reference with the numbers of cards in it cut to their first six and last four
 * digits, which may be kept (PCI DSS 4.0, requirement 3.5.1). Other long numbers stay: a reference that
 * has a check digit too is cut only where it looks like the number of an issuer, stands apart from
 * letters, and `isKept` does not say of its digits that they are something else.
 */
export function withoutIssuedCards(
  text: string,
  isKept: (digits: string) => boolean = () => false,
): string {
  if (!/\d{2}/.test(text)) return text;
  return text.replace(APART, (found) => {
    const digits = found.replace(/\D/g, '');
    if (!isCardNumber(found, digits) || isKept(digits)) return found;
    return `${digits.slice(0, 6)}••••••${digits.slice(-4)}`;
  });
}

/**
 * A text with what may be a card number cut to its last four digits: whole numbers must never come to
 * rest here (PCI DSS 4.0, requirements 3.3 and 3.4). A reference that happens to have the check digit
 * of one is cut too, unless `isKept` says of its digits that they are something else.
 */
export function withoutCardNumbers(
  text: string,
  isKept: (digits: string) => boolean = () => false,
): string {
  return text.replace(DIGITS, (found) => {
    const digits = found.replace(/\D/g, '');
    if (isKept(digits)) return found;
    const isCard = GROUPED.test(found) || (isOneNumber(found) && hasCheckDigit(digits));
    return isCard ? `•••• ${digits.slice(-4)}` : found;
  });
}
