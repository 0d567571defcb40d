/** Legal forms and titles: they come and go between a contract and a bank's file. */
const noise: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr mx sr sra herr frau gmbh ag kg ug ltd limited llc inc corp co plc bv nv sa sl srl spa sarl sas'.split(
    ' ',
  ),
);

/** Letters and digits of a text in upper case, without accents or anything between them. */
export function compact(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a text in upper case without accents; `INV-7` gives the whole and its parts. */
export function tokensOf(text: string): string[] {
  const chunks = plain(text)
    .split(/[\s,;:()]+/)
    .filter((chunk) => chunk !== '');
  return chunks.flatMap((chunk) => {
    const whole = chunk.replace(/[^\p{L}\p{N}]/gu, '');
    return [whole, ...chunk.split(/[^\p{L}\p{N}]+/u)].filter((word) => word !== '');
  });
}

/**
 * Whether two names mean the same person or company as far as letters tell: case, accents, order,
 * titles and legal forms aside. A middle name may be missing on one side, a family name may not.
 */
export function sameName(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  if (!one || !two || one.length === 0) return false;
  if (one.length === 1) return two.length === 1 && one[0] === two[0];
  return one.every((word) => two.includes(word)) && two.length - one.length <= 1;
}

function wordsOf(name: string): string[] {
  const words = plain(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '' && !noise.has(word.toLowerCase())))];
}

function plain(text: string): string {
  return text.replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}
