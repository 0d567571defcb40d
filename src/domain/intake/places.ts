import { readCountry, readCountryNumber } from '#domain/gate/places/read-country.ts';
import { languageCode } from '#kernel/languages.ts';
import { ownValue } from '#kernel/own-value.ts';
import { isZone } from '#kernel/time.ts';

/** Finds countries, languages and zones in a file's words, with what it learned kept. */
export type Gazetteer = {
  /** ISO 3166-1 alpha-2 code of a country's code or name, or null. */
  readonly country: (text: string) => string | null;
  /** ISO 639-1 code of a language's code, tag or name, or null. */
  readonly language: (text: string) => string | null;
  /** Whether the runtime knows this IANA zone. */
  readonly zone: (text: string) => boolean;
};

/** Languages in which files name languages. */
const namingLanguages = ['en', 'es', 'de', 'fr', 'he'];

/** A gazetteer from the runtime's own names (CLDR); made once per import. */
export function gazetteer(): Gazetteer {
  const languages = languageNames();
  const zones = new Map<string, boolean>();
  return {
    country: (text) => readCountry(text) ?? readCountryNumber(text),
    language: (text) => {
      const word = text.trim().toLowerCase();
      const tag = /^([a-z]{2})[-_][a-z]{2,4}$/.exec(word)?.[1];
      return languages.get(tag ?? word) ?? null;
    },
    zone: (text) => {
      const known = zones.get(text) ?? (zones.size < 1_000 && isZone(text));
      zones.set(text, known);
      return known;
    },
  };
}

function languageNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const namers = namingLanguages.map(
    (each) => new Intl.DisplayNames([each], { type: 'language', fallback: 'none' }),
  );
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const names = namers.map((namer) => namer.of(code)?.toLowerCase());
    if (names[0] === undefined) continue;
    const language = languageCode(code);
    found.set(code, language);
    for (const name of names) {
      if (name !== undefined && !found.has(name)) found.set(name, language);
    }
  }
  return found;
}

/** Postal codes of the countries where a wrong one is sure to be a mistake (UPU addressing). */
const postalCodes: Readonly<Record<string, RegExp>> = {
  AU: /^\d{4}$/,
  CA: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/i,
  DE: /^\d{5}$/,
  ES: /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
  FR: /^\d{5}$/,
  GB: /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0AA)$/i,
  IL: /^\d{5}(?:\d{2})?$/,
  IT: /^\d{5}$/,
  MX: /^\d{5}$/,
  NL: /^\d{4} ?[A-Z]{2}$/i,
  PR: /^00[6-9]\d{2}(?:-?\d{4})?$/,
  US: /^\d{5}(?:-?\d{4})?$/,
};

/** Whether a postal code can exist in the country; true where we do not know its form. */
export function isPostalCode(code: string, country: string | null): boolean {
  const form = country === null ? undefined : ownValue(postalCodes, country);
  return form === undefined || form.test(code);
}

/** Countries whose postal codes are all digits and may begin with a zero: how many digits (UPU). */
const postalDigits: Readonly<Record<string, number>> = {
  ...{ US: 5, PR: 5, DE: 5, ES: 5, FR: 5, IT: 5, MX: 5, FI: 5, KR: 5, TR: 5, UA: 5, MY: 5, PE: 5 },
  ...{ RO: 6, SG: 6, CN: 6, CO: 6, EC: 6, JP: 7, BR: 8, AU: 4 },
};

/**
 * A postal code with the zeros that a spreadsheet took from its beginning; null where none is missing
 * or the code would not be one of the country with them. Two are missing in Puerto Rico alone.
 */
export function withLostZeros(code: string, country: string | null): string | null {
  const digits = country === null ? undefined : ownValue(postalDigits, country);
  const [, head = '', tail = ''] = /^(\d{3,7})(-\d{4})?$/.exec(code) ?? [];
  if (digits === undefined || country === null || head === '') return null;
  if (tail !== '' && country !== 'US' && country !== 'PR') return null;
  const lost = digits - head.length;
  const isCaribbean = country === 'PR' || (country === 'US' && /^[6-9]/.test(head));
  if (lost !== 1 && !(lost === 2 && isCaribbean)) return null;
  const whole = `${'0'.repeat(lost)}${head}${tail}`;
  return isPostalCode(whole, country) ? whole : null;
}
