import { ownValue } from '#kernel/own-value.ts';
import { folded } from './fold-name.ts';

/** Whose address names a part that has a country code, a law and a clock of its own. */
type Part = { readonly code: string; readonly names: string; readonly postal?: RegExp };

/**
 * Parts of a country that books write as its regions, towns or postal codes, and whose law is not that
 * of the country (or may not be: France, the Netherlands and Denmark): ISO 3166-1 lists each by itself.
 */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  FR: [
    // Before Guadeloupe, of which both islands were a part and which books still name.
    { code: 'BL', names: 'saint barthelemy|bl|977', postal: /^97(?:133|7)/ },
    { code: 'MF', names: 'saint martin|mf|978', postal: /^97(?:150|8)/ },
    { code: 'GP', names: 'guadeloupe|gp|971', postal: /^971/ },
    { code: 'MQ', names: 'martinique|mq|972', postal: /^972/ },
    { code: 'GF', names: 'guyane|guyane francaise|french guiana|gf|973', postal: /^973/ },
    { code: 'RE', names: 'reunion|la reunion|re|974', postal: /^974/ },
    { code: 'PM', names: 'saint pierre et miquelon|pm|975', postal: /^975/ },
    { code: 'YT', names: 'mayotte|yt|976', postal: /^976/ },
    { code: 'WF', names: 'wallis et futuna|wf|986', postal: /^986/ },
    { code: 'PF', names: 'polynesie francaise|french polynesia|tahiti|pf|987', postal: /^987/ },
    { code: 'NC', names: 'nouvelle caledonie|new caledonia|nc|988', postal: /^988/ },
  ],
  NL: [
    { code: 'CW', names: 'curacao|willemstad|cw' },
    { code: 'AW', names: 'aruba|oranjestad|aw' },
    { code: 'SX', names: 'sint maarten|philipsburg|sx' },
    {
      code: 'BQ',
      names: 'bonaire|sint eustatius|saba|kralendijk|caribisch nederland|bq|bq1|bq2|bq3',
    },
  ],
  AU: [
    { code: 'NF', names: 'norfolk island|nf', postal: /^2899$/ },
    { code: 'CX', names: 'christmas island|cx', postal: /^6798$/ },
    { code: 'CC', names: 'cocos islands|cocos keeling islands|cocos|cc', postal: /^6799$/ },
  ],
  GB: [
    { code: 'JE', names: 'jersey|je|jsy', postal: /^JE\d/ },
    { code: 'GG', names: 'guernsey|alderney|sark|gg|gsy', postal: /^GY\d/ },
    { code: 'IM', names: 'isle of man|im|iom', postal: /^IM\d/ },
    { code: 'GI', names: 'gibraltar|gi', postal: /^GX11/ },
  ],
  DK: [
    { code: 'GL', names: 'greenland|gronland|kalaallit nunaat|gl|nuuk', postal: /^39\d\d$/ },
    {
      code: 'FO',
      names: 'faroe islands|faeroerne|faroerne|foroyar|fo|torshavn',
      postal: /^\d{3}$/,
    },
  ],
  FI: [{ code: 'AX', names: 'aland|ahvenanmaa|ax|01|mariehamn', postal: /^22\d{3}$/ }],
  NO: [
    { code: 'SJ', names: 'svalbard|jan mayen|longyearbyen|sj|21|22', postal: /^9(?:17[0-9]|178)$/ },
  ],
  CN: [
    { code: 'HK', names: 'hong kong|hk' },
    { code: 'MO', names: 'macau|macao|mo' },
  ],
};

/** Postal codes of the country itself, where towns bear the name of a part (Saint-Martin). */
const MAINLAND: Readonly<Record<string, RegExp>> = { FR: /^(?!9[78])\d{5}$/ };

/** The code of the part that an address of the country names; null where it names none. */
export function overseasPartOf(home: {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}): string | null {
  const parts = ownValue(PARTS, home.country);
  if (!parts) return null;
  const [region, city] = [folded(home.region ?? ''), folded(home.city ?? '')];
  const postal = (home.postalCode ?? '').replaceAll(' ', '').toUpperCase();
  const isMainland = ownValue(MAINLAND, home.country)?.test(postal) === true;
  const found = parts.find(({ names, postal: looks }) => {
    const all = names.split('|');
    const isNamed = all.includes(region.replace(`${home.country.toLowerCase()} `, ''));
    // Two letters or three digits are a code, which nobody writes for a town.
    const isTown = !isMainland && city.length > 3 && all.includes(city);
    return isNamed || isTown || (looks?.test(postal) ?? false);
  });
  return found?.code ?? null;
}
