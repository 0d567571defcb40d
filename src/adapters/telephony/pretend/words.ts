import type { Language, Line } from '#domain/simulation/speech.ts';
import { formatMoney } from '#kernel/money.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { Random } from '#kernel/random.ts';
import type { Catalogue } from './sentences/catalogue.ts';
import { en } from './sentences/en.ts';
import { es } from './sentences/es.ts';
import { he } from './sentences/he.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, es, he };

/** Puts a line into words: one of its wordings, with its values as that language writes them. */
export function wordsOf(line: Line, language: Language, random: Random): string {
  const wordings = catalogues[language][line.key];
  const wording = wordings[Math.floor(random() * wordings.length)] ?? wordings[0];
  const { name = '', amount, answer = '', hour = 0, day = 0 } = line.slots;
  const values: Readonly<Record<string, string>> = {
    name,
    answer,
    amount: amount ? formatMoney(amount.minor, amount.currency, language) : '',
    hour: `${hour}:00`,
    day: String(day),
  };
  return wording.replace(/\{(\w+)\}/g, (whole, slot: string) => ownValue(values, slot) ?? whole);
}
