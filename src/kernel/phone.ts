import type { CountryCode } from 'libphonenumber-js/max';
import { isSupportedCountry, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import { ownValue } from './own-value.ts';

/** What a number is for a caller: rules for mobiles differ; `unknown` where a plan cannot tell. */
export type PhoneType = 'mobile' | 'landline' | 'unknown';

/** A number that can exist, in E.164 form (`+14155550123`), with the country it belongs to. */
export type Phone = {
  readonly e164: string;
  readonly type: PhoneType;
  /** ISO 3166-1 alpha-2; null for numbers of no country (satellite, international freephone). */
  readonly country: string | null;
};

/** Why a text is not a number that can exist in its country's numbering plan. */
export type PhoneProblem =
  | 'not-a-number'
  | 'unknown-country'
  | 'too-short'
  | 'too-long'
  | 'not-in-plan';

/**
 * Area codes of the United States that are in service, or will be, and that the library does not know
 * yet (Administrator of the North American plan, planning letters 2023 to 2026). A number of them is
 * as good as the same number of an old code.
 */
const newerAreaCodes: ReadonlySet<string> = new Set(
  '357 436 457 471 483 621 624 679 729 837 861 924'.split(' '),
);
/** An area code of which every number is in the plan that could be in that of a newer one. */
const oldAreaCode = '212';

/** Longest text looked at: an E.164 number has 15 digits, the rest is punctuation or extension. */
const maxChars = 40;

const problems: Readonly<Record<string, PhoneProblem>> = {
  NOT_A_NUMBER: 'not-a-number',
  INVALID_COUNTRY: 'unknown-country',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
};

/**
 * Reads a phone number as people write it. Without a leading `+` (or `00`) it is a national number
 * of `defaultCountry`. A number is refused when the numbering plan of its country (libphonenumber)
 * has no such number, so a row can be sent back before anyone dials a stranger.
 */
export function parsePhone(text: string, defaultCountry: string | null): Phone | PhoneProblem {
  const trimmed = text.trim();
  if (trimmed.length > maxChars) return 'too-long';
  const dialled = trimmed.startsWith('00') ? `+${trimmed.slice(2)}` : trimmed;
  const country =
    defaultCountry !== null && isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  const number = tryParse(dialled, country);
  if (typeof number === 'string') return number;
  const type = number.getType();
  // The type is found by the same patterns that make a number valid, so a type is proof enough.
  if (type === undefined && !number.isValid()) return ofNewerCode(number.number) ?? 'not-in-plan';
  return { e164: number.number, type: typeOf(type), country: number.country ?? null };
}

function ofNewerCode(e164: string): Phone | null {
  const [, area = '', rest = ''] = /^\+1(\d{3})(\d{7})$/.exec(e164) ?? [];
  if (!newerAreaCodes.has(area)) return null;
  const old = tryParse(`+1${oldAreaCode}${rest}`, undefined);
  if (typeof old === 'string' || !old.isValid()) return null;
  return { e164, type: typeOf(old.getType()), country: old.country ?? null };
}

function tryParse(text: string, country: CountryCode | undefined) {
  try {
    return parsePhoneNumberWithError(text, {
      extract: false,
      ...(country === undefined ? {} : { defaultCountry: country }),
    });
  } catch (error) {
    const code = error instanceof Error ? error.message : '';
    return ownValue(problems, code) ?? 'not-a-number';
  }
}

function typeOf(type: string | undefined): PhoneType {
  if (type === 'MOBILE') return 'mobile';
  // In North America one plan serves both, so the number alone does not say which it is.
  if (type === 'FIXED_LINE_OR_MOBILE' || type === undefined) return 'unknown';
  return type === 'FIXED_LINE' ? 'landline' : 'unknown';
}

/** The country's code that a number in E.164 form begins with, `1` or `972`; empty for none there is. */
export function callingCodeOf(e164: string): string {
  const codes: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;
  // No code is the beginning of another one.
  const beginnings = [2, 3, 4].map((end) => e164.slice(1, end));
  return beginnings.find((code) => ownValue(codes, code) !== undefined) ?? '';
}

/** Reads phone numbers like `parsePhone`; made once per import, so plans are prepared once. */
export type PhoneReader = typeof parsePhone;

/**
 * A reader for many numbers, about ten times as quick as `parsePhone`, which builds its patterns
 * anew for each number. It answers itself only for plain fixed and mobile numbers of the main
 * country of a calling code; everything else, and every refusal, is `parsePhone`'s answer.
 */
export function phoneReader(): PhoneReader {
  const plans = new Map<string, Plan | null>();
  const planOf = (country: string): Plan | null => {
    const known = plans.get(country);
    if (known !== undefined) return known;
    const made = preparePlan(country);
    plans.set(country, made);
    return made;
  };
  return (text, defaultCountry) =>
    (defaultCountry === null ? null : readPlain(text, planOf(defaultCountry))) ??
    parsePhone(text, defaultCountry);
}

type Plan = {
  readonly country: string;
  readonly callingCode: string;
  readonly prefix: string;
  readonly parsingPrefix: RegExp | null;
  readonly general: RegExp;
  readonly fixed: Pattern | null;
  /** null: the plan does not tell mobiles from landlines. */
  readonly mobile: Pattern | null;
};

type Pattern = { readonly whole: RegExp; readonly lengths: readonly number[] | null };

/** What of a country's row in the library's metadata is used here; the places are its format. */
type Row = readonly unknown[];
const places = { code: 0, general: 2, prefix: 5, parsing: 7, transform: 8, types: 11 } as const;

function preparePlan(country: string): Plan | null {
  const rows: Readonly<Record<string, Row>> = metadata.countries;
  const mains: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;
  const row = ownValue(rows, country);
  if (!row) return null;
  const code = String(row[places.code]);
  // A second country of a shared code, or a plan that rewrites numbers, needs the whole library.
  if (ownValue(mains, code)?.[0] !== country || row[places.transform]) return null;
  const types = row[places.types];
  const [fixed, mobile]: readonly unknown[] = Array.isArray(types) ? types : [];
  const prefix = row[places.prefix] ? String(row[places.prefix]) : '';
  const parsing = row[places.parsing] ? String(row[places.parsing]) : prefix;
  return {
    country,
    callingCode: code,
    prefix,
    parsingPrefix: parsing === '' ? null : new RegExp(`^(?:${parsing})`),
    general: new RegExp(`^(?:${String(row[places.general])})$`),
    fixed: patternOf(fixed),
    mobile: patternOf(mobile),
  };
}

function patternOf(type: unknown): Pattern | null {
  if (!Array.isArray(type) || typeof type[0] !== 'string' || type[0] === '') return null;
  return {
    whole: new RegExp(`^(?:${type[0]})$`),
    lengths: Array.isArray(type[1]) ? type[1] : null,
  };
}

const plain = /^\+?[\d ().-]{5,30}$/;

function readPlain(text: string, plan: Plan | null): Phone | null {
  if (plan === null || !plain.test(text)) return null;
  const national = nationalOf(text, plan);
  if (national === null || !plan.general.test(national)) return null;
  const type = plainType(national, plan);
  if (type === null) return null;
  return { e164: `+${plan.callingCode}${national}`, type, country: plan.country };
}

function nationalOf(text: string, plan: Plan): string | null {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) {
    if (!digits.startsWith(plan.callingCode)) return null;
    const rest = digits.slice(plan.callingCode.length);
    return plan.parsingPrefix?.test(rest) ? null : rest;
  }
  if (digits.startsWith('00')) return null;
  const found = plan.parsingPrefix?.exec(digits)?.[0];
  if (found === undefined) return digits;
  return found === plan.prefix ? digits.slice(found.length) : null;
}

function plainType(national: string, plan: Plan): PhoneType | null {
  const isFixed = matches(national, plan.fixed);
  if (plan.mobile === null) return isFixed ? 'unknown' : null;
  const isMobile = matches(national, plan.mobile);
  if (isFixed) return isMobile ? 'unknown' : 'landline';
  return isMobile ? 'mobile' : null;
}

function matches(national: string, pattern: Pattern | null): boolean {
  if (pattern === null) return false;
  if (pattern.lengths !== null && !pattern.lengths.includes(national.length)) return false;
  return pattern.whole.test(national);
}
