/** What a spreadsheet would run as a formula, blanks before it or not (OWASP, CSV injection). */
const runs = /^\s*[=+\-@\t\r]/;

const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe
 * in front; plain numbers stay as they are.
 */
export function csvCell(text: string): string {
  const safe = !plainNumber.test(text) && runs.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
