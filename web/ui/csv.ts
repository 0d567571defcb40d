const mark = '\ufeff';

/**
 * One field of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula (it starts
 * with `=`, `+`, `-`, `@`, tab or return and is no plain number) gets a leading apostrophe.
 */
export function csvField(text: string): string {
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file with a heading line, CRLF ends and a byte order mark, which spreadsheets need. */
export function csvOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows].map((fields) => fields.map(csvField).join(','));
  return `${mark}${lines.join('\r\n')}\r\n`;
}

/** Hands a text to the browser's downloads. */
export function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
