import type { LocalDate } from '#kernel/time.ts';
import { compact, nameAgreement } from './names.ts';

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

type Seen = Movement & { readonly id: string; readonly takenBy: Set<string> };

/**
 * Tells movements that come again from new ones: by account, day, amount, payer, text and how often
 * they come, never by a reference alone. Within one statement of a bank two that are equal are two;
 * in a file of payments a person says so. Each earlier one is found once by each statement or file.
 */
export function recogniser(earlier: readonly EarlierMovement[]) {
  const all = earlier.map((each): Seen => ({ ...each, takenBy: new Set(each.takenBy) }));
  const byDay = Map.groupBy(all, keyOf);
  return (movement: Movement & { readonly id: string }): Recognised => {
    const like = byDay.get(keyOf(movement)) ?? [];
    const free = like.filter(
      (each) => each.statement !== movement.statement && !each.takenBy.has(movement.statement),
    );
    const best =
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

function verdictOf(earlier: Movement, movement: Movement): Recognised['kind'] {
  if (isEqualRow(earlier, movement)) return 'unsure';
  const isSameFile = earlier.fileSha !== null && earlier.fileSha === movement.fileSha;
  if (isSameFile && earlier.position === movement.position) return 'known';
  if (!isCompatible(earlier, movement)) return 'new';
  const [mine, theirs] = [movement.bankReference, earlier.bankReference];
  const isOtherNumber = mine !== null && theirs !== null && mine !== theirs;
  const isEqual = earlier.fingerprint === movement.fingerprint;
  if (earlier.format === null || movement.format === null) {
    return isEqual && isTelling(movement) ? 'known' : 'unsure';
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
  if (mine !== null && theirs !== null) return 'known';
  if (isEqual) return 'known';
  return parts === 1 && hasInCommon(earlier, movement) ? 'known' : 'unsure';
}

/** Whether a message tells all movements of its days; others tell of some. */
const isWhole = ({ format }: Movement) => format?.startsWith('camt.053') ?? false;

/** Whether more than a day and an amount is told. */
function isTelling({ payerName, references, text }: Movement): boolean {
  return payerName !== null || references.length > 0 || text !== null;
}

/** Whether what both tell of a movement leaves it possible that it is one. */
function isCompatible(one: Movement, other: Movement): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differ(one.account, other.account) || differ(one.payerAccount, other.payerAccount)) {
    return false;
  }
  if (other.payerName !== null && nameAgreement(one.payerName, other.payerName) === 'differs') {
    return false;
  }
  const shares = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 || a.some((each) => b.includes(each));
  if (!shares(one.references, other.references)) return false;
  return one.text === null || other.text === null || agreesInText(one.text, other.text);
}

/** Whether the payer, a reference or the text is the same, and not only missing. */
function hasInCommon(one: Movement, other: Movement): boolean {
  if (other.payerName !== null && nameAgreement(one.payerName, other.payerName) === 'same') {
    return true;
  }
  if (one.references.some((each) => other.references.includes(each))) return true;
  return one.text !== null && other.text !== null && agreesInText(one.text, other.text);
}

/** Whether one text holds the other; messages of one bank differ in what they add. */
function agreesInText(one: string, other: string): boolean {
  const [a, b] = [compact(one), compact(other)];
  return a.includes(b) || b.includes(a);
}
