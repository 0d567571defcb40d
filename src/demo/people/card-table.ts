import { readFileSync } from 'node:fs';
import type { Random } from '#kernel/random.ts';
import { pick } from '../book/book.ts';

/** How a real card account stood: bills and payments of six months as thousandths of its limit. */
export type CardAccount = {
  /** In whole dollars of the example, scaled from the published amounts. */
  readonly limit: number;
  readonly monthsLate: number;
  /** The newest month first. */
  readonly bills: readonly number[];
};

/** Draws accounts from the table, among the late ones or among the others. */
export type CardTable = (random: Random, late: boolean) => CardAccount;

/** The published limits are in New Taiwan dollars of 2005. */
const dollarsPerLimit = 1 / 30;

/**
 * Reads `card-accounts.csv`: 2,000 accounts of the set "Default of Credit Card Clients" (Yeh and
 * Lien 2009, UCI, CC BY 4.0), without any personal column.
 */
export function readCardTable(): CardTable {
  const text = readFileSync(new URL('./card-accounts.csv', import.meta.url), 'utf8');
  const accounts = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line): CardAccount => {
      const [limit = 0, monthsLate = 0, ...rest] = line.split(',').map(Number);
      return { limit: Math.round(limit * dollarsPerLimit), monthsLate, bills: rest.slice(0, 6) };
    });
  const late = accounts.filter(({ monthsLate }) => monthsLate > 0);
  const current = accounts.filter(({ monthsLate }) => monthsLate === 0);
  return (random, wanted) => pick(random, wanted ? late : current);
}
