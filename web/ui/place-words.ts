import type { z } from 'zod';
import type { namedPlace } from '#contract/shapes.ts';
import type { Words } from './words.ts';

/** The country of a two-letter code; what was typed, in large letters, while it is none. */
export function countryWords(locale: string, typed: string): string {
  const code = typed.trim().toUpperCase();
  // Two letters that stand for no country are shown as they are.
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return code;
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** A place in the reader's language: `England, United Kingdom`. */
export function placeWords(
  { country, part }: z.output<typeof namedPlace>,
  { language, locale }: Pick<Words, 'language' | 'locale'>,
): string {
  const whole = countryWords(locale, country);
  return part === null ? whole : `${part[language]}, ${whole}`;
}
