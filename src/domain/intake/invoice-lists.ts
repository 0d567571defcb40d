import { cellText } from './cell-text.ts';
import { areNames } from './column-values.ts';
import type { Field } from './fields.ts';
import type { Candidate } from './joint-evidence.ts';

/** Guesses less sure than this are not put into the map. */
const sureEnough = 0.5;

/** Names of the account that a creditor's own books keep of a customer. */
const bookAccount =
  /^(?:konto|kontonr|konto nr|kontonummer|conta|cuenta|compte|conto|a c|a c no|a c ref|account ref|account code|acct code|kto|kto nr)$/;

/** Fields of a debt that has an account of its own: a loan, a contract. */
const ofContract: ReadonlySet<Field> = new Set<Field>([
  ...(['openedOn', 'originalAmount', 'principalAmount', 'interestAmount', 'product'] as const),
  ...(['chargedOffOn', 'originalCreditor', 'placedOn', 'methodKind'] as const),
]);

/** In the books of a seller the account beside a name is the customer's; a loan's is its own. */
export function settleAccount(byColumn: Map<number, Candidate>, words: readonly string[]): void {
  const sure = [...byColumn.values()].filter(({ confidence }) => confidence > sureEnough);
  const has = (field: Field) => sure.some((each) => each.field === field);
  const account = sure.find(({ field }) => field === 'accountReference');
  if (!account || has('customerReference') || !has('name')) return;
  if (sure.some(({ field }) => ofContract.has(field))) return;
  if (!bookAccount.test(words[account.column] ?? '')) return;
  byColumn.set(account.column, { ...account, field: 'customerReference' });
}

/** The column without a name, before the others, that has the names of the groups of rows. */
export function takeGroupNames(
  byColumn: Map<number, Candidate>,
  header: readonly string[],
  columns: readonly (readonly string[])[],
): void {
  const isTaken = [...byColumn.values()].some(
    ({ field, confidence }) =>
      confidence > sureEnough && ['name', 'familyName', 'customerReference'].includes(field),
  );
  const at = header.findIndex((name, i) => i < 2 && /^Column \d+$/.test(name));
  const values = (columns[at] ?? []).map(cellText);
  if (isTaken || at === -1 || byColumn.has(at) || values.some((text) => text === '')) return;
  if (!areNames(values)) return;
  byColumn.set(at, { column: at, field: 'name', confidence: 0.7, why: 'values-alone' });
}

/** What an invoice was for at first is its amount: only a loan has an original amount beside. */
export function settleOriginal(
  byColumn: Map<number, Candidate>,
  best: readonly Candidate[],
): readonly Candidate[] {
  const sure = [...byColumn.values()].filter(({ confidence }) => confidence > sureEnough);
  const has = (...fields: Field[]) => sure.some(({ field }) => fields.includes(field));
  const isInvoices = has('itemReference') && has('issuedOn') && !has('openedOn', 'principalAmount');
  const both = isInvoices
    ? sure.find(
        ({ column, field }) =>
          (field === 'originalAmount' && !has('amount') && isWanted(best, column, 'amount')) ||
          (field === 'amount' && isWanted(best, column, 'originalAmount')),
      )
    : undefined;
  if (both === undefined) return best;
  byColumn.set(both.column, { ...both, field: 'amount' });
  return best.filter(({ column, field }) => column !== both.column || field !== 'originalAmount');
}

const isWanted = (best: readonly Candidate[], at: number, wanted: Field) =>
  best.some(
    ({ column, field, confidence }) => column === at && field === wanted && confidence > 0.8,
  );

/** How invoices say when they are to be paid, in words and days. */
const terms =
  /^(?:net(?:to)?\s*\d+.*|n\s?\/?\s?\d+|\d+\s*(?:days?|d|tage|d[ií]as|dias|jours|giorni|gg|dagen|dage|dager|dagar|dni|dn[íi]|nap|gun|hari)\b.*|due (?:up)?on receipt|\d+(?:\.\d+)?%? ?\/ ?\d+,? ?n(?:et)? ?\d+|cod|eom|prox|contado.*|comptant.*|zahlbar.*)$/i;

/** Whether a column holds terms of payment: its rows are invoices, though none says when it is due. */
export function tellsTerms(columns: readonly (readonly string[])[]): boolean {
  return columns.some((values) => {
    const filled = values.map(cellText).filter((text) => text !== '');
    return filled.length > 0 && filled.every((text) => text.length <= 40 && terms.test(text));
  });
}
