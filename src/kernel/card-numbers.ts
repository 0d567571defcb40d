/**
 * Thirteen to nineteen digits in a row, alone or in groups with a sign or two between them; neither a
 * telephone number in its international form nor the digits of an IBAN.
 */
const DIGITS =
  /(?<![+\d]|\d[\s.\-–‑_/]{1,2}|(?<![\p{L}\d])[A-Z]{2})\d(?:[\s.\-–‑_/]{0,2}\d){12,18}(?![\s.\-–‑_/]{0,2}\d)/gu;

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

/**
 * A text with what may be a card number cut to its last four digits: whole numbers must never come to
 * rest here (PCI DSS 4.0, requirements 3.3 and 3.4). A reference that happens to have the check digit
 * of one is cut too.
 */
export function withoutCardNumbers(text: string): string {
  return text.replace(DIGITS, (found) => {
    const digits = found.replace(/\D/g, '');
    const isCard = GROUPED.test(found) || (isOneNumber(found) && hasCheckDigit(digits));
    return isCard ? `•••• ${digits.slice(-4)}` : found;
  });
}
