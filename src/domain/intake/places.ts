import { readCountry } from '#domain/gate/places/read-country.ts';
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
    country: readCountry,
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
  US: /^\d{5}(?:-?\d{4})?$/,
};

/** Whether a postal code can exist in the country; true where we do not know its form. */
export function isPostalCode(code: string, country: string | null): boolean {
  const form = country === null ? undefined : ownValue(postalCodes, country);
  return form === undefined || form.test(code);
}
