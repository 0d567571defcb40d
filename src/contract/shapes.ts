import { z } from 'zod';
import { cardNumbersIn, withoutCardNumbers, withoutIssuedCards } from '#kernel/card-numbers.ts';
import { languageCodes } from '#kernel/languages.ts';
import { isCurrency, wholeDigitsLimit } from '#kernel/money.ts';
import { isPlainValue, isShownLine, isShownText, withoutBlanks } from '#kernel/shown-text.ts';
import { isDate } from '#kernel/time.ts';

/** Shapes that several areas share. On the wire: amounts are plain decimals, dates ISO dates. */

/** An id of ours. */
export const id = z.uuid();

/** A calendar date, `2026-11-21`. */
export const date = z.string().refine(isDate, 'not-a-date');

/** An instant, ISO 8601. */
export const instant = z.iso.datetime({ offset: true });

/** An exact plain decimal, `1234.50`; the minus sign only where an amount may be negative. */
export const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/, 'not-an-amount');

/** What a person types, within what one item or payment can be. */
const typedAmount = new RegExp(`^\\d{1,${wholeDigitsLimit}}(\\.\\d{1,4})?$`);

/** A positive plain decimal, what a person may type as an amount. */
export const positiveDecimal = z
  .string()
  .regex(typedAmount, 'not-an-amount')
  .refine((text) => /[1-9]/.test(text), 'more-than-zero');

/** A plain decimal of zero or more: no income at all is an answer, costs below nothing are not. */
export const decimalFromZero = z.string().regex(typedAmount, 'not-an-amount');

export const currency = z.string().refine(isCurrency, 'not-a-currency');

/** An amount with its currency. */
export const money = z.object({ amount: decimal, currency: z.string() });

/** What fills the gaps of a sentence. */
export const wordFacts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** Something said in words by the screens: a code of the catalogue and what fills its gaps. */
export const reason = z.object({
  code: z.string(),
  facts: wordFacts,
});

/** Free words typed by a person; a card number in them is cut before it is kept anywhere. */
export const freeWords = (limits: { readonly least: number; readonly most: number }) =>
  z
    .string()
    .overwrite(withoutBlanks)
    .trim()
    .min(limits.least)
    .max(limits.most)
    .refine((text) => text === '' || isShownText(text), 'not-shown')
    .transform((text) => withoutCardNumbers(text));

/** Free words, at least some. */
export const words = freeWords({ least: 1, most: 4000 });

/** A remark of a line in free words. */
export const remark = freeWords({ least: 1, most: 200 });

/** A line that is compared with what is there and kept nowhere: what somebody looks for. */
export const typedLine = (limits: { readonly least: number; readonly most: number }) =>
  z
    .string()
    .overwrite(withoutBlanks)
    .trim()
    .min(limits.least)
    .max(limits.most)
    .refine((text) => text === '' || isShownLine(text), 'not-shown');

/** A text typed by a person in one line, without signs that hide or turn what is read, or numbers of cards. */
export const lineOf = (limits: { readonly least: number; readonly most: number }) =>
  typedLine(limits).transform((text) => withoutIssuedCards(text));

/** A short text in one line: a name, a title, a source. */
export const shortText = lineOf({ least: 1, most: 200 });

/** A reference that is looked up in the book as it stands there, whatever it looks like. */
export const knownReference = typedLine({ least: 1, most: 200 });

/**
 * A reference by which something new is known again: a whole card number is refused, since cut to its
 * last digits it would be the same as another's.
 */
export const newReference = knownReference.refine(
  (text) => cardNumbersIn(text).length === 0,
  'card-number-not-masked',
);

/** A word of the product that a screen sends back, such as a kind, a channel or the id of a rule. */
export const codeWord = z
  .string()
  .min(1)
  .max(200)
  .refine(isPlainValue, 'not-shown')
  .refine((text) => cardNumbersIn(text).length === 0, 'wrong');

/** A page number from a query, from 0. */
export const page = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .default(0);

/** What the rules that a list names say, by id; a title is in the language of its pack. */
export const ruleTitles = z.record(z.string(), z.string());

/** A place with a law of its own: its country, and its part by name in the languages of the screens. */
export const namedPlace = z.object({
  /** ISO 3166-1. */
  country: z.string(),
  part: z.object({ en: z.string(), es: z.string(), he: z.string() }).nullable(),
});

/** Nothing but that it was done. */
export const done = z.object({ done: z.literal(true) });

/** A language that somebody prefers, ISO 639-1. */
export const language = z.enum(languageCodes);
