import { isNothing } from './ageing-report.ts';
import { cellText } from './cell-text.ts';
import { detectDecimal, plainDecimal } from './decimals.ts';
import type { Field } from './fields.ts';
import type { Candidate } from './joint-evidence.ts';

/** A balance beside debit and credit is the row's own where so many of its rows add up. */
const mostRows = 0.8;
/** Guesses less sure than this are no columns of a ledger. */
const sureEnough = 0.5;
/** A sum of binary fractions misses by less. */
const tolerance = 0.005;

/**
 * Debits and credits beside other amounts: where each row's balance is their difference, they are what was
 * billed and paid of it; where the balance runs on from row to row it is nobody's; an amount of its own
 * makes them say nothing. Answers the columns that are left open.
 */
export function settleLedger(
  byColumn: Map<number, Candidate>,
  columns: readonly (readonly string[])[],
): ReadonlySet<number> {
  const of = (field: Field) =>
    [...byColumn.values()].find((each) => each.field === field && each.confidence > sureEnough);
  const [debit, credit, balance] = [of('debit'), of('credit'), of('balance')];
  if (!debit && !credit) return new Set();
  const sides = [debit, credit].flatMap((each) => (each ? [each] : []));
  if (balance === undefined) {
    if (of('amount') === undefined) return new Set();
    for (const { column } of sides) byColumn.delete(column);
    return new Set();
  }
  // What was paid may stand beside the debit in place of a credit.
  const paid = credit ?? of('paidAmount');
  if (!isOwnBalance(columns, balance.column, debit?.column, paid?.column)) {
    return new Set([balance.column]);
  }
  takeAs(byColumn, debit, 'amount');
  takeAs(byColumn, credit, 'paidAmount');
  return new Set();
}

function takeAs(byColumn: Map<number, Candidate>, own: Candidate | undefined, field: Field): void {
  if (own === undefined) return;
  const isFree = ![...byColumn.values()].some((each) => each.field === field);
  if (isFree) byColumn.set(own.column, { ...own, field });
  else byColumn.delete(own.column);
}

function isOwnBalance(
  columns: readonly (readonly string[])[],
  balance: number,
  debit: number | undefined,
  credit: number | undefined,
): boolean {
  const texts = (at: number | undefined) =>
    (at === undefined ? [] : (columns[at] ?? [])).map(cellText);
  const all = [...texts(balance), ...texts(debit), ...texts(credit)];
  const sign = detectDecimal(all.filter((text) => !isNothing(text))).sign ?? 'point';
  const amount = (text = '') =>
    isNothing(text) ? 0 : Number(plainDecimal(text, sign) ?? Number.NaN);
  const [debits, credits] = [texts(debit), texts(credit)];
  const rows = texts(balance).flatMap((text, i) => (isNothing(text) ? [] : [{ text, i }]));
  const own = rows.filter(
    ({ text, i }) => Math.abs(amount(text) - (amount(debits[i]) - amount(credits[i]))) < tolerance,
  );
  return rows.length > 0 && own.length >= rows.length * mostRows;
}
