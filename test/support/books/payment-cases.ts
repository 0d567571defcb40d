import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#boot/config.ts';
import type { Match, MatchCandidate } from '#domain/intake/matching.ts';
import {
  type BankPayment,
  referenceForms,
  referenceKeys,
} from '#domain/intake/named-references.ts';
import { namesToLookUp, nameWords } from '#domain/intake/names.ts';
import { parseAmount } from '#kernel/money.ts';

/** A made payment with what it is for. */
export type PaymentCase = {
  /** The line of the table, to tell it by. */
  readonly line: string;
  readonly payment: BankPayment;
  /** Items, or one `@account`; empty for a person. */
  readonly truth: readonly string[];
  /** To leave it to a person is as right. */
  readonly mayWait: boolean;
};

/** The book that the made payments are for. */
export function caseBook(): readonly MatchCandidate[] {
  return linesOf('book.txt').map((line) => {
    const [item = '', account = '', customer = '', name = '', balance = '', due = ''] = cells(line);
    return {
      itemId: item,
      accountId: account,
      customerId: customer,
      itemReference: item,
      accountReference: account,
      customerReference: customer,
      customerName: name,
      balanceMinor: minor(balance),
      currency: 'EUR',
      dueOn: due,
    };
  });
}

/** The made payments. */
export function paymentCases(): readonly PaymentCase[] {
  return linesOf('cases.txt').map((line) => {
    const [amount = '', payer = '', references = '', texts = '', truth = ''] = cells(line);
    const list = (cell: string) => (cell === '' ? [] : cell.split('~'));
    return {
      line,
      payment: {
        amountMinor: minor(amount),
        currency: 'EUR',
        references: list(references),
        texts: list(texts),
        payerName: payer === '' ? null : payer,
      },
      truth: truth
        .replace(' or ?', '')
        .split(' ')
        .filter((one) => one !== '?'),
      mayWait: truth.includes('?'),
    };
  });
}

/** The candidates that a look-up in the database would offer. */
export function lookedUp(
  payment: BankPayment,
  book: readonly MatchCandidate[],
): readonly MatchCandidate[] {
  const keys = new Set(referenceKeys(payment));
  const names = new Set(payment.payerName === null ? [] : namesToLookUp(payment.payerName));
  return book.filter((each) => {
    const { itemReference, accountReference, customerReference } = each;
    const references = [itemReference, accountReference, customerReference];
    return (
      each.balanceMinor === payment.amountMinor ||
      references.flatMap(referenceForms).some((form) => keys.has(form)) ||
      names.has(nameWords(each.customerName).join(' '))
    );
  });
}

/** What became of a case: booked as it should be, booked wrongly, or left to a person. */
export function outcomeOf({ truth }: PaymentCase, match: Match): 'right' | 'wrong' | 'waits' {
  if (match.kind !== 'matched') return 'waits';
  const booked = match.itemIds.length > 0 ? [...match.itemIds] : [`@${match.accountId}`];
  return booked.toSorted().join(' ') === truth.toSorted().join(' ') ? 'right' : 'wrong';
}

function linesOf(file: string): string[] {
  return readFileSync(join(projectFolder, 'test/data/payments', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function cells(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}

function minor(amount: string): bigint {
  const value = parseAmount(amount, 'EUR');
  if (typeof value === 'string') throw new Error(`no amount: ${amount}`);
  return value;
}
