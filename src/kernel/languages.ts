/** What a language is called in another, by its ISO 639-1 code; the code itself where nobody knows. */
export function languageName(language: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** The languages that somebody can prefer, as ISO 639-1 has them: the two-letter codes with a name. */
export const languageCodes: readonly string[] = (() => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // An old code leads to the one that replaced it (`iw` to `he`).
  return codes.filter(
    (code) => names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code,
  );
})();
