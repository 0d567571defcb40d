/**
 * What stands before a cell that a workbook holds as a number or a date, and not as text: it is
 * then a plain decimal or an ISO date, however the texts of the file are written. No text has it,
 * since it cannot be shown.
 */
const told = '\u0001';

/** The cell of a number or date that needs no reading. */
export function asTold(plain: string): string {
  return `${told}${plain}`;
}

/** The plain decimal or ISO date of a cell that needs no reading; null for a text. */
export function plainOf(cell: string): string | null {
  return cell.startsWith(told) ? cell.slice(1) : null;
}

/** A formula that a spreadsheet was made to keep a text by: `="00123"`. */
const textFormula = /^="([^"]*)"$/;
/** An apostrophe that a spreadsheet was made to keep a text by; that of a name stays. */
const textApostrophe = /^'(?=[\d+\-=@(])/;

/** The text of a cell, without blanks around it and without what keeps a spreadsheet from reading it. */
export function cellText(cell: string): string {
  const text = (plainOf(cell) ?? cell).trim();
  if (!text.startsWith('=') && !text.startsWith("'")) return text;
  return textFormula.exec(text)?.[1]?.trim() ?? text.replace(textApostrophe, '');
}

/** As `cellText`, with the sign of a number or date that needs no reading left on it. */
export function cellValue(cell: string): string {
  return plainOf(cell) === null ? cellText(cell) : cell;
}

/** A long number that a spreadsheet has cut to its first digits: `1.91431E+18`. */
const power = /^[-+]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;

/** Whether a text is a number of which only the first digits and the power are left. */
export function isPowerForm(text: string): boolean {
  return power.test(text);
}

/** Errors of spreadsheets in the languages they are written in. */
const error =
  /^#(?:N\/A|NA|NV|N\/D|REF!|BEZUG!|VALUE!|WERT!|VALOR!|¡VALOR!|VALEUR!|DIV\/0!|¡DIV\/0!|NAME\?|NOM\?|NUM!|ZAHL!|NOMBRE!|¡NUM!|NULL!|NUL!|SPILL!|CALC!|BLOCKED!|CONNECT!|FIELD!|GETTING_DATA)$/i;

/** Whether a text is the error of a formula: `#N/A`, `#BEZUG!`. */
export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && error.test(text);
}

/** The name that a spreadsheet gives a cell, by its column from 0 and its row from 1: `AB12`. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
