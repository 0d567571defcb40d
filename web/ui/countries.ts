/** Codes with a name that stand for no country of a telephone numbering plan. */
const noCountries = 'AQ BV CP CQ DG EA EU EZ GS HM IC PN QO TF UM UN XA XB ZZ'.split(' ');

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** One country to choose: its ISO 3166-1 alpha-2 code, and its name in the reader's language. */
export type Country = { readonly value: string; readonly label: string };

/** Every country by its name in a language, in that language's order. */
export function countriesIn(locale: string): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.includes(code) && isCurrent(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Whether a code is in use; one that was given up stands for the country that followed. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
