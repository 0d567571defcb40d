/**
 * Numbers of a payer's free text that are no reference: days and years, amounts, telephone numbers,
 * postal codes, bank accounts.
 */

const currency =
  'EUR|EURO|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|ILS|INR|MXN|BRL|CLP|COP|PEN|ARS|ZAR|AUD|CAD';
const phone =
  'TEL|TELEFON|TELEFONO|TELEPHONE|PHONE|FON|MOBIL|MOBILE|HANDY|FAX|MOB|CEL|CELULAR|TLF|TEL';
/** What stands before a day: `VOM 20260615`. */
const ofDay = 'VOM|AM|DATUM|DTD|DATED|DATE|DEL|FECHA|DU|DATA|VAN|DD|DATO';
const days = String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}`;
const edge = String.raw`(?<![\p{L}\p{N}./-])`;
const end = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;

/** Text in capitals without accents, as `plain` writes it. */
const notReferences: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})(?:${ofDay})[.:]?\s{1,3}(?:${days})${end}`, 'gu'),
  new RegExp(String.raw`${edge}\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})${end}`, 'gu'),
  new RegExp(String.raw`${edge}\d{4}[./-]\d{1,2}[./-]\d{1,2}${end}`, 'gu'),
  new RegExp(String.raw`${edge}(?:0?\d|1[0-2])[./-](?:19|20)\d{2}${end}`, 'gu'),
  new RegExp(String.raw`${edge}(?:19|20)\d{2}[./-](?:0?\d|1[0-2])${end}`, 'gu'),
  new RegExp(String.raw`${edge}(?:19|20)\d{2}(?:[./-](?:(?:19|20)\d{2}|\d{2}))?${end}`, 'gu'),
  new RegExp(String.raw`${edge}\d{1,3}(?:[.,' ]\d{3}){0,4}[.,]\d{2}${end}`, 'gu'),
  new RegExp(String.raw`${edge}\d{1,9}[.,]\d{2}${end}`, 'gu'),
  new RegExp(String.raw`(?:${currency}|[€$£₪])\s?\d{1,9}`, 'gu'),
  new RegExp(String.raw`\d{1,9}(?:[.,]-{1,2})?\s?(?:(?:${currency})(?!\p{L})|[€$£₪])`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})(?:${phone})[.:\s]{0,3}[+\d][\d /()-]{4,18}\d`, 'gu'),
  /(?<![\p{L}\p{N}])(?:\+|00)[1-9][\d /()-]{6,16}\d/gu,
  new RegExp(String.raw`${edge}0[1-9]\d{1,4}[ /-]{1,3}\d{4,9}${end}`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.-])(?:PLZ|CP|ZIP|POSTCODE|(?:D|A|CH|F|I|E|P|B|L|NL|DK|S|N|PL|CZ)-)\s?\d{4,5}${end}`,
    'gu',
  ),
  /(?<!\p{N})\d{5}\s\p{L}{3,}\s?$/gu,
];

const ibans =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** A stretch of a text, from the first character to before the last. */
export type Stretch = readonly [from: number, to: number];

/** Where a text in capitals has numbers that are no reference. */
export function otherNumbers(text: string): readonly Stretch[] {
  return notReferences.flatMap((pattern) => stretches(text, pattern));
}

/** Where a text in capitals has numbers of bank accounts; letters and digits in there name nothing. */
export function bankAccounts(text: string): readonly Stretch[] {
  return stretches(text, ibans).filter(([from, to]) => isIban(text.slice(from, to)));
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
}

function isIban(text: string): boolean {
  const iban = text.replaceAll(' ', '');
  if (iban.length < 15) return false;
  const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`]
    .map((each) => Number.parseInt(each, 36))
    .join('');
  return BigInt(digits) % 97n === 1n;
}

const months =
  'JAN|FEB|MAR|APR|MAY|MAI|MEI|JUN|JUL|AUG|SEP|SEPT|OCT|OKT|NOV|DEC|DEZ|JANUAR|JANUARY|FEBRUAR|FEBRUARY|MARZ|MAERZ|MARCH|APRIL|JUNI|JUNE|JULI|JULY|AUGUST|SEPTEMBER|OKTOBER|OCTOBER|NOVEMBER|DEZEMBER|DECEMBER|ENERO|FEBRERO|MARZO|ABRIL|MAYO|JUNIO|JULIO|AGOSTO|SEPTIEMBRE|OCTUBRE|NOVIEMBRE|DICIEMBRE|ENE|ABR|AGO|DIC|JANVIER|FEVRIER|MARS|AVRIL|JUIN|JUILLET|AOUT|SEPTEMBRE|OCTOBRE|DECEMBRE|GENNAIO|FEBBRAIO|APRILE|MAGGIO|GIUGNO|LUGLIO|SETTEMBRE|OTTOBRE|DICEMBRE|JANEIRO|FEVEREIRO|MARCO|MAIO|JUNHO|JULHO|SETEMBRO|OUTUBRO|NOVEMBRO|DEZEMBRO';
const period = new RegExp(String.raw`^(?:${months}|KW|WK|Q|H|SEM)(?:\d{1,2}|(?:19|20)?\d{2})$`);

/** Whether letters and digits name a month, quarter or week: `JUNI2026`, `Q2`, `KW23`. */
export function isPeriod(word: string): boolean {
  return period.test(word) || /^\d{1,2}(?:ER|E|RD|ST|ND|TH|X|MAL)$/.test(word);
}
