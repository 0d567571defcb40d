import type { LocalDate } from '#kernel/time.ts';
import { compact, nameWords } from './names.ts';

/** A movement of money as a statement or a file of payments tells it. */
export type Movement = {
  /** Of all that is told: equal when every word is. */
  readonly fingerprint: string;
  /** The account it was booked on; null for a file that names none. */
  readonly account: string | null;
  readonly bookedOn: LocalDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  /** The bank's own reference. It repeats, so it never tells a movement alone. */
  readonly bankReference: string | null;
  readonly references: readonly string[];
  readonly text: string | null;
  readonly position: number;
  /** The statement that it stands in, or the file when there is none. */
  readonly statement: string;
  /** `camt.053.02`; null for a file of payments. */
  readonly format: string | null;
  /** The bank's number of the statement. */
  readonly statementName: string | null;
  readonly fileSha: string | null;
  /** Balances of the statement in minor units, where it gives them. */
  readonly opening: bigint | null;
  readonly closing: bigint | null;
};

/** A movement that was read before. */
export type EarlierMovement = Movement & {
  readonly id: string;
  /** Whose it is, once that is known. */
  readonly customerId: string | null;
  /** Statements and files of which one was found to be this one. */
  readonly takenBy: readonly string[];
};

/** Whether a movement was read before: `unsure` when it could be the same or another. */
export type Recognised =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' | 'unsure'; readonly as: string };

type Read = Movement & {
  readonly id: string;
  /** The payer's name and the text as they are compared. */
  readonly payerWords: readonly string[];
  readonly plainText: string;
};
type Seen = Read & { readonly takenBy: Set<string> };

const readOf = <Told extends Movement>(told: Told) => ({
  ...told,
  payerWords: nameWords(told.payerName ?? ''),
  plainText: compact(told.text ?? ''),
});

/**
 * Tells movements that come again from new ones: by account, day, amount, payer, text and how often
 * they come, never by a reference alone. Within one statement of a bank two that are equal are two;
 * in a file of payments a person says so. Each earlier one is found once by each statement or file.
 */
export function recogniser(earlier: readonly EarlierMovement[]) {
  const all = earlier.map((each): Seen => ({ ...readOf(each), takenBy: new Set(each.takenBy) }));
  const byDay = Map.groupBy(all, keyOf);
  return (told: Movement & { readonly id: string }): Recognised => {
    const movement = readOf(told);
    const like = byDay.get(keyOf(movement)) ?? [];
    const free = like.filter(
      (each) => each.statement !== movement.statement && !each.takenBy.has(movement.statement),
    );
    const equal = free.filter(({ fingerprint }) => fingerprint === movement.fingerprint);
    const best =
      equal.find((each) => verdictOf(each, movement) === 'known') ??
      free.find((each) => verdictOf(each, movement) === 'known') ??
      free.find((each) => verdictOf(each, movement) === 'unsure') ??
      like.find((each) => isEqualRow(each, movement));
    const kind = best === undefined ? 'new' : verdictOf(best, movement);
    if (best !== undefined && best.statement !== movement.statement) {
      best.takenBy.add(movement.statement);
    }
    if (kind !== 'known') {
      const own = { ...movement, takenBy: new Set<string>() };
      if (like.length === 0) byDay.set(keyOf(movement), [own]);
      else like.push(own);
    }
    return best === undefined || kind === 'new' ? { kind: 'new' } : { kind, as: best.id };
  };
}

const keyOf = ({ bookedOn, amountMinor, currency }: Movement) =>
  `${bookedOn} ${amountMinor} ${currency}`;

/** A row of a file of payments with the same in every column as one before it. */
function isEqualRow(one: Movement, other: Movement): boolean {
  const isFile = one.format === null && one.statement === other.statement;
  return isFile && one.fingerprint === other.fingerprint;
}

function verdictOf(earlier: Read, movement: Read): Recognised['kind'] {
  if (isEqualRow(earlier, movement)) return 'unsure';
  const isSameFile = earlier.fileSha !== null && earlier.fileSha === movement.fileSha;
  if (isSameFile && earlier.position === movement.position) return 'known';
  if (!isCompatible(earlier, movement)) return 'new';
  const [mine, theirs] = [movement.bankReference, earlier.bankReference];
  const isOtherNumber = mine !== null && theirs !== null && mine !== theirs;
  const isEqual = earlier.fingerprint === movement.fingerprint;
  if (earlier.format === null || movement.format === null) {
    const { references, text } = movement;
    return isEqual && (references.length > 0 || text !== null) ? 'known' : 'unsure';
  }
  const isSameStatement =
    movement.statementName !== null && movement.statementName === earlier.statementName;
  const parts = [earlier, movement].filter((each) => !isWhole(each)).length;
  // Two notices tell of different movements, unless the bank's own number says that they do not.
  if (parts === 2 && !isSameStatement) {
    if (isOtherNumber) return 'new';
    return isEqual && mine !== null && theirs !== null ? 'known' : 'unsure';
  }
  if (isOtherNumber) return isEqual ? 'unsure' : 'new';
  if (parts === 0 && goesOn(earlier, movement)) return 'unsure';
  if (mine !== null && theirs !== null) return 'known';
  if (isEqual) return 'known';
  return parts === 1 && hasInCommon(earlier, movement) ? 'known' : 'unsure';
}

/** Whether a message tells all movements of its days; others tell of some. */
const isWhole = ({ format }: Movement) => format?.startsWith('camt.053') ?? false;

/** Whether one statement begins with what the other ends with, so that they tell of different money. */
function goesOn(one: Movement, other: Movement): boolean {
  if (one.opening === other.opening) return false;
  const follows = (a: Movement, b: Movement) => a.closing !== null && a.closing === b.opening;
  return follows(one, other) || follows(other, one);
}

/** Whether what both tell of a movement leaves it possible that it is one. */
function isCompatible(one: Read, other: Read): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differ(one.account, other.account) || differ(one.payerAccount, other.payerAccount)) {
    return false;
  }
  const mayMeet = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 || a.some((each) => b.includes(each));
  if (!mayMeet(one.references, other.references)) return false;
  if (!mayMeet(one.payerWords, other.payerWords)) return false;
  return one.plainText === '' || other.plainText === '' || agreesInText(one, other);
}

/** Whether the payer, a reference or the text is the same, and not only missing. */
function hasInCommon(one: Read, other: Read): boolean {
  const [name, otherName] = [one.payerWords.join(' '), other.payerWords.join(' ')];
  if (name !== '' && name === otherName) return true;
  if (one.references.some((each) => other.references.includes(each))) return true;
  return one.plainText !== '' && other.plainText !== '' && agreesInText(one, other);
}

/** Whether one text holds the other; messages of one bank differ in what they add. */
function agreesInText({ plainText: one }: Read, { plainText: other }: Read): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const at = long.indexOf(short);
  // `RE-7001` is no part of `RE-70012`.
  const around = [long[at - 1] ?? '', long[at + short.length] ?? ''];
  return at >= 0 && !around.some((each) => /\d/.test(each));
}
