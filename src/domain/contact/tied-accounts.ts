import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { maskedReference } from './masks.ts';

/** One account of a customer, as somebody tied to some of them may or may not hear of it. */
export type AccountHeard = {
  readonly id: string;
  readonly reference: string;
  readonly tied: boolean;
  readonly currency: string;
  /** References of its items. */
  readonly items: readonly string[];
  /** Open balances of its items, minor units. */
  readonly balances: readonly string[];
};

/** Refuses what reaches beyond the accounts to which somebody is tied, and names these accounts. */
export function beyondAccounts(accounts: readonly AccountHeard[]): Refusal<'beyond-accounts'> {
  const tied = accounts.filter((account) => account.tied);
  const named = tied.map(({ reference }) => maskedReference(reference));
  return new Refusal('beyond-accounts', { accounts: named.sort().join(', ') || '–' });
}

/** The ids of the accounts to which somebody is tied. */
export function tiedIds(accounts: readonly AccountHeard[]): readonly string[] {
  return accounts.filter(({ tied }) => tied).map(({ id }) => id);
}

/**
 * Whether words tell of accounts that somebody is not tied to: a reference of one, a balance that only
 * these have, or the sum of everything.
 */
export function tellsOfOthers(words: string, accounts: readonly AccountHeard[]): boolean {
  const others = accounts.filter(({ tied }) => !tied);
  if (others.length === 0) return false;
  const own = accounts.filter(({ tied }) => tied);
  const said = words.toLowerCase();
  const names = others.flatMap(({ reference, items }) => [reference, ...items]);
  const known = new Set(own.flatMap(({ reference, items }) => [reference, ...items]));
  if (names.some((name) => !known.has(name) && isNamed(said, name.toLowerCase()))) return true;
  const amounts = writtenAmounts(words);
  const theirs = new Set([...sumsOf(own), ...spelled([sumOf(own)], own)]);
  const beyond = [...sumsOf(others), ...spelled([sumOf(others), sumOf(accounts)], others)];
  return beyond.some((amount) => !theirs.has(amount) && amounts.has(amount));
}

function isNamed(said: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(said);
}

const sumOf = (accounts: readonly AccountHeard[]) =>
  accounts.flatMap(({ balances }) => balances).reduce((sum, each) => sum + BigInt(each), 0n);

function sumsOf(accounts: readonly AccountHeard[]): string[] {
  return accounts.flatMap((account) =>
    spelled([sumOf([account]), ...account.balances.map(BigInt)], [account]),
  );
}

/** Amounts as their digits are written, with and without decimals; short ones say too little. */
function spelled(minors: readonly bigint[], [account]: readonly AccountHeard[]): string[] {
  if (!account) return [];
  return minors.flatMap((minor) => {
    const plain = plainAmount(minor, account.currency);
    const [whole = '', decimals = ''] = plain.split('.');
    const ways = /^0*$/.test(decimals) ? [whole + decimals, whole] : [whole + decimals];
    return ways.filter((digits) => digits.length > 2);
  });
}

/** Each number in the words, by its digits alone: `1.250,00` and `1,250.00` read the same. */
function writtenAmounts(words: string): ReadonlySet<string> {
  const found = words.normalize('NFKC').match(/\d(?:[\d.,’' ]*\d)?/g) ?? [];
  return new Set(found.map((number) => number.replace(/\D/g, '')));
}
