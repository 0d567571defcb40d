import { isCurrency } from '#kernel/money.ts';
import { ownValue } from '#kernel/own-value.ts';

/** The dollar and its namesakes: the sign alone tells no more than that. */
const dollars =
  'USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU DOP BBD BSD BZD JMD TTD XCD NAD FJD';

/**
 * Signs that stand before or after an amount, in lower case without a last dot, each with the
 * currencies it may be (CLDR's narrow and national signs).
 */
const marks: Readonly<Record<string, string>> = {
  $: dollars,
  us$: 'USD',
  u$s: 'USD',
  ca$: 'CAD',
  c$: 'CAD NIO',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  nt$: 'TWD',
  mx$: 'MXN',
  r$: 'BRL',
  rd$: 'DOP',
  n$: 'NAD',
  j$: 'JMD',
  tt$: 'TTD',
  '€': 'EUR',
  '£': 'GBP EGP SYP LBP FKP GIP SHP SSP',
  '¥': 'JPY CNY',
  円: 'JPY',
  元: 'CNY TWD HKD',
  '₹': 'INR',
  '₨': 'INR PKR LKR NPR MUR SCR',
  rs: 'INR PKR LKR NPR MUR SCR',
  re: 'INR PKR LKR NPR MUR SCR',
  '₽': 'RUB',
  руб: 'RUB BYN',
  '₺': 'TRY',
  tl: 'TRY',
  '₪': 'ILS',
  'ש״ח': 'ILS',
  'ש"ח': 'ILS',
  nis: 'ILS',
  '₩': 'KRW KPW',
  '₫': 'VND',
  đ: 'VND',
  '₱': 'PHP',
  '฿': 'THB',
  '₦': 'NGN',
  '₴': 'UAH',
  '₲': 'PYG',
  '₡': 'CRC',
  '₵': 'GHS',
  '₸': 'KZT',
  '₼': 'AZN',
  '₾': 'GEL',
  '৳': 'BDT',
  r: 'ZAR',
  rm: 'MYR',
  rp: 'IDR',
  's/': 'PEN',
  'b/': 'PAB',
  bs: 'BOB VES',
  q: 'GTQ',
  kc: 'CZK',
  kč: 'CZK',
  zl: 'PLN',
  zł: 'PLN',
  ft: 'HUF',
  lei: 'RON MDL',
  leu: 'RON MDL',
  lv: 'BGN',
  лв: 'BGN',
  din: 'RSD MKD',
  km: 'BAM',
  kr: 'SEK NOK DKK ISK',
  fr: 'CHF',
  sfr: 'CHF',
  ksh: 'KES',
  tsh: 'TZS',
  ush: 'UGX',
  dh: 'AED MAD',
  dhs: 'AED MAD',
  eur: 'EUR',
  uf: 'CLF',
  uvr: 'COU',
  udi: 'MXV',
  udis: 'MXV',
};

const escaped = (text: string) => text.replace(/[$/]/g, '\\$&');
const alternatives = Object.keys(marks)
  .sort((a, b) => b.length - a.length)
  .map((mark) => `${escaped(mark)}\\.?`);
// A sign of letters is one only where no further letter makes it a word.
const one = `(?:${alternatives.join('|')}|[a-z]{3})(?!\\p{L})`;
const before = new RegExp(`^(${one})\\s*`, 'iu');
const after = new RegExp(`\\s*(?<!\\p{L})(${one})$`, 'iu');

const bare = /^[\d.,' +()-]*$/;

/** An amount without the sign of its currency, and the currencies that the sign may stand for. */
export type Unmarked = { readonly rest: string; readonly currencies: readonly string[] };

/**
 * Takes the sign or code of a currency off an amount, before it or behind it; null where two stand
 * that contradict each other. A code of three letters is the currency itself, or no sign at all.
 */
export function withoutCurrency(text: string): Unmarked | null {
  if (bare.test(text)) return { rest: text, currencies: [] };
  const first = before.exec(text)?.[1] ?? '';
  const left = first === '' ? text : text.slice(first.length).trimStart();
  const last = after.exec(left)?.[1] ?? '';
  const rest = last === '' ? left : left.slice(0, -last.length).trimEnd();
  const named = [first, last].filter((mark) => mark !== '').map(currenciesOf);
  if (named.some(({ length }) => length === 0)) return null;
  const [currencies = [], other = currencies] = named;
  const both = currencies.filter((code) => other.includes(code));
  return named.length > 0 && both.length === 0 ? null : { rest, currencies: both };
}

function currenciesOf(mark: string): readonly string[] {
  const key = mark.toLowerCase().replace(/\.$/, '');
  return ownValue(marks, key)?.split(' ') ?? [mark.toUpperCase()].filter(isCurrency);
}
