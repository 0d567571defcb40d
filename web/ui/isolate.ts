const open = '\u2068';
const close = '\u2069';

/** Letters that are read from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** What keeps its place in a line from right to left: words of its own script, or one plain number. */
const keepsPlace = /^(?:[\p{Script=Hebrew}\s.,;:?!"'׳״־-]*|\d[\d.,:]*)$/u;

/** A text whose direction is its own and turns nothing around it (Unicode's first strong isolate). */
export function isolated(text: string): string {
  return text === '' ? text : `${open}${text}${close}`;
}

/**
 * A name, reference, date or phone number as it stands in a sentence of a direction: isolated where
 * its own direction could turn the words and figures beside it.
 */
export function isolatedIn(direction: 'ltr' | 'rtl', text: string): string {
  const keeps = direction === 'ltr' ? !rightToLeft.test(text) : keepsPlace.test(text);
  return keeps ? text : isolated(text);
}

/** A text without marks of isolation, for files and for what is said or sent. */
export function withoutIsolation(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** A Hebrew prefix (`ב`, `מה`, …) with the hyphen that only foreign letters and figures need. */
const hyphenedPrefix =
  /(?<![\p{Script=Hebrew}"'׳״])([ושהכלבמ]{1,3})[־-](?=\u2068?\p{Script=Hebrew})/gu;

/** Joins prefixes of Hebrew to Hebrew words that fill a gap: `ב־ישראל` is written `בישראל`. */
export function joinedPrefixes(text: string): string {
  return text.replace(hyphenedPrefix, '$1');
}
