import { csvCell } from '#kernel/csv-cell.ts';
import { withoutIsolation } from '../isolate.ts';

const mark = '\ufeff';

/** A CSV file with a heading line, CRLF ends and a byte order mark, which spreadsheets need. */
export function csvOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows].map((fields) =>
    fields.map((text) => csvCell(withoutIsolation(text))).join(','),
  );
  return `${mark}${lines.join('\r\n')}\r\n`;
}

/** Hands a text to the browser's downloads. */
export function download(fileName: string, text: string): void {
  save(fileName, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

function save(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands a file that came as base64 to the browser's downloads. */
export function downloadBytes(fileName: string, mediaType: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  save(fileName, new Blob([bytes], { type: mediaType }));
}
