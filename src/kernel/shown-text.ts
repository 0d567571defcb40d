/** Controls, halves of characters, and what turns the order of the letters around it. */
const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** The same, the ends of lines and paragraphs and blanks without width, wherever they stand. */
const unshown = /[\p{Cc}\p{Cs}\u00AD\u200B\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * Controls other than breaks and tabs, what turns the order of letters, and blanks without width that
 * join nothing.
 */
const hidden =
  /(?![\n\r\t])[\p{Cc}\p{Cs}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Blanks without width that join nothing, and letters without a shape; joiners and marks of direction stay. */
const blank = /[\u00AD\u200B\u2060-\u2064\u206A-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Anything without a shape of its own, joiners too, breaks and tabs apart. */
const formatting = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Something that is seen: neither a blank nor one of the signs that show nothing by themselves. */
const seen = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Whether a text in one line shows what it holds: no control, nothing that overrides the direction of
 * what stands around it, and something to see. Joiners stay: emoji, Persian and Hindi need them.
 */
export function isShownLine(text: string): boolean {
  return !unprintable.test(text) && !/[\u2028\u2029]/.test(text) && seen.test(text);
}

/** As `isShownLine()`, for a text of several lines, which may hold tabs. */
export function isShownText(text: string): boolean {
  return !unprintable.test(text.replace(/[\n\r\t]/g, ' ')) && seen.test(text);
}

/** A text as it is typed or pasted, without what neither shows nor changes what stands around it. */
export function withoutBlanks(text: string): string {
  return text.replace(blank, '');
}

/** A text from outside as one line that shows what it holds: what does not show is left out. */
export function shownLineOf(text: string): string {
  return text.replace(unshown, '').trim();
}

/** As `shownLineOf()`, for somebody else's words in several lines, of which none may be lost. */
export function shownTextOf(text: string): string {
  return text.replace(hidden, '').trim();
}

/** Whether a technical value, such as an address or a key, holds no sign that does not show. */
export function isPlainValue(text: string): boolean {
  return !formatting.test(text);
}
