/** What a document is. */
export const documentKinds = [
  'contract',
  'mandate',
  'invoice',
  'letter',
  'proof',
  'identity',
  'court',
  'other',
] as const;

/** One of `documentKinds`. */
export type DocumentKind = (typeof documentKinds)[number];

/** What a lawyer or an agency needs of a debt: what it rests on, and what was written about it. */
const handedOverKinds = [
  'contract',
  'invoice',
  'letter',
] as const satisfies readonly DocumentKind[];

/** Of what a hand-over needs, which kinds are among the documents and which are missing. */
export function handOverOf(kinds: readonly DocumentKind[]): {
  readonly there: readonly DocumentKind[];
  readonly missing: readonly DocumentKind[];
} {
  return {
    there: documentKinds.filter((kind) => kinds.includes(kind)),
    missing: handedOverKinds.filter((kind) => !kinds.includes(kind)),
  };
}

/** What a document belongs to. */
export const documentAbouts = ['case', 'customer', 'account', 'item'] as const;

/** One of `documentAbouts`. */
export type DocumentAbout = (typeof documentAbouts)[number];

/** Bytes that one document may have. */
export const documentBytes = 20 * 1_048_576;

/** Documents that one customer may have. */
export const documentsOfOne = 500;

const starts: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/**
 * What a file is by its bytes, whatever its name says: PDF, PNG, JPEG, TIFF or plain text in UTF-8. Null
 * for everything else, which is not taken: what could run when it is opened, and what nobody can open.
 */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const known = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return known[0];
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** A control sign other than tab and line breaks. */
const notText = /[^ -\uffff\t\n\r]/;

/** Bytes that are read as text at a time. */
const readAtOnce = 65_536;

/** UTF-8 without control signs that is no page or drawing that a browser would run. */
function isPlainText(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let hasBegun = false;
  for (let at = 0; at < bytes.length; at += readAtOnce) {
    const piece = bytes.subarray(at, at + readAtOnce);
    const text = textIn(decoder, piece, at + readAtOnce < bytes.length);
    if (text === null || notText.test(text)) return false;
    const start: string = hasBegun ? '' : text.trimStart();
    if (start.startsWith('<')) return false;
    hasBegun ||= start !== '';
  }
  return true;
}

/** The text of a piece of a file; null where it is none. */
function textIn(decoder: TextDecoder, piece: Uint8Array, isMoreToCome: boolean): string | null {
  try {
    return decoder.decode(piece, { stream: isMoreToCome });
  } catch {
    return null;
  }
}
