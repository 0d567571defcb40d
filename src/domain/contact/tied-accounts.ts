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
  const plain = withPlainDigits(words);
  const said = plain.toLowerCase();
  const names = others.flatMap(({ reference, items }) => [reference, ...items]);
  const known = new Set(own.flatMap(({ reference, items }) => [reference, ...items]));
  if (names.some((name) => !known.has(name) && isNamed(said, withPlainDigits(name).toLowerCase())))
    return true;
  const undated = plain.replace(day, ' # ');
  const theirs = new Set([...sumsOf(own), ...spelled([sumOf(own)], own)]);
  const beyond = [...sumsOf(others), ...spelled([sumOf(others), sumOf(accounts)], others)];
  return beyond.some((amount) => !theirs.has(amount) && isWritten(undated, amount));
}

/** Whether a reference stands in words, with whatever signs between its letters and digits. */
function isNamed(said: string, name: string): boolean {
  const parts = name.match(/\p{L}+|\p{N}+/gu) ?? [];
  const isLoose = /\p{N}/u.test(name) && parts.join('').length >= leastOfReference;
  const spelled = isLoose
    ? parts.join(String.raw`[\s\p{P}]{0,3}`)
    : name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, 'u').test(said);
}

/** A shorter reference with a blank in it is a word and a number that anybody may write: `a 1`. */
const leastOfReference = 4;

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

/** A day in figures, which is no amount. */
const day =
  /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2})(?!\d)/g;

/**
 * Whether an amount stands in words by its digits: `1.250,00` and `1,250.00` read the same. What is
 * one group of a longer number, or has decimals behind it, is another amount.
 */
function isWritten(words: string, digits: string): boolean {
  const spelled = [...digits].join("[.,’'٬٫\\s]?");
  const before = "(?<!\\d)(?<!(?<!\\d)\\d{1,3}[.,’'٬٫])";
  return new RegExp(`${before}${spelled}(?!\\d)(?![.,’'٬٫]\\d{1,3}(?!\\d))`, 'u').test(words);
}

/** The first of the ten digits in Arabic, Persian, and Hindi writing. */
const zeros = [0x660, 0x6f0, 0x966];

function withPlainDigits(words: string): string {
  return words.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}
