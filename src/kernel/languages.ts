/** What a language is called in another, by its ISO 639-1 code; the code itself where nobody knows. */
export function languageName(language: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every two-letter code with a name, to the one code of that language. */
const codes: ReadonlyMap<string, string> = (() => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const named = all.filter((code) => names.of(code) !== undefined);
  // An old code leads to the one that replaced it (`iw` to `he`).
  const current = named.filter((code) => Intl.getCanonicalLocales(code)[0] === code);
  // A name that two codes share is one language: Twi (`tw`) is Akan (`ak`).
  const byName = new Map(current.toReversed().map((code) => [names.of(code), code]));
  return new Map(named.map((code) => [code, byName.get(names.of(code)) ?? code]));
})();

/** The languages that somebody can prefer, as ISO 639-1 has them: a two-letter code for each. */
export const languageCodes: readonly string[] = [...new Set(codes.values())].sort();

/** The code of the list for an older or a second one of the same language: `he` for `iw`. */
export function languageCode(code: string): string {
  return codes.get(code) ?? code;
}
