/**
 * Spellings of states and provinces beyond their ISO 3166-2 names: usual abbreviations, older names
 * and codes, and names in the languages of books. A row is a code and its spellings, divided by
 * commas; case, accents and punctuation do not matter.
 */
export type Spellings = Readonly<Record<string, string>>;

const CO: Spellings = {
  DC: 'bogota, bogota dc, distrito capital, santa fe de bogota, בוגוטה',
  NSA: 'n de santander',
  SAP: 'san andres, san andres y providencia',
  VAC: 'valle',
};

const GB: Spellings = {
  ENG: `inglaterra, angleterre, inghilterra, avon, berkshire, cheshire, cleveland, greater london, greater manchester,
    humberside, huntingdonshire, merseyside, middlesex, northamptonshire, south yorkshire, sussex, tyne and wear,
    west midlands, west yorkshire, yorkshire, אנגליה`,
  NIR: `n ireland, ulster, irlanda del norte, irlande du nord, nordirland, irlanda del nord, antrim, co antrim, county antrim,
    armagh, co armagh, county armagh, co down, county down, fermanagh, co fermanagh, county fermanagh, co londonderry,
    county londonderry, tyrone, co tyrone, county tyrone, צפון אירלנד`,
  SCT: `escocia, ecosse, schottland, scozia, alba, argyll, ayrshire, banffshire, berwickshire, borders, caithness, dumfriesshire,
    dunbartonshire, grampian, inverness shire, kincardineshire, kinross shire, kirkcudbrightshire, lanarkshire, lothian,
    morayshire, nairnshire, orkney, outer hebrides, peeblesshire, perthshire, ross shire, roxburghshire,
    selkirkshire, shetland, stirlingshire, strathclyde, sutherland, tayside, western isles, wigtownshire, סקוטלנד`,
  WLS: `gales, pais de gales, pays de galles, galles, cymru, clwyd, dyfed, glamorgan, gwent, mid glamorgan, south glamorgan,
    west glamorgan, ויילס, וויילס`,
};

const IN: Spellings = {
  AN: 'andaman, andamans, andaman & nicobar',
  AP: 'andhra',
  CG: 'chattisgarh, chhatisgarh, ct',
  DH: 'dadra, dadra and nagar haveli, daman, daman and diu, dn, dd',
  DL: 'delhi ncr, nct, nct of delhi, national capital territory of delhi, new delhi',
  JK: 'jammu, kashmir, jammu & kashmir, j & k',
  LD: 'laccadive islands, laccadives',
  MH: 'maharastra',
  OD: 'orissa, or',
  PY: 'pondicherry, pondy, puduchery',
  TN: 'madras state',
  TS: 'telengana, tg',
  UK: 'uttaranchal, uttrakhand, ut, ua',
  WB: 'w bengal, bengal',
};

const MY: Spellings = {
  '01': 'johore',
  '04': 'malacca',
  '05': 'n sembilan',
  '07': 'penang',
  '11': 'trengganu',
  '14': 'kuala lumpur, kl, wp kuala lumpur',
  '15': 'labuan',
  '16': 'putrajaya',
};

const PH: Spellings = { '00': 'ncr, metro manila, manila', '05': 'bicol region' };

const ZA: Spellings = {
  EC: 'oos kaap, cabo oriental',
  FS: 'orange free state, vrystaat, estado libre',
  GP: 'transvaal, gt',
  KZN: 'natal, kwazulu, kn, kzn',
  LP: 'northern province, northern transvaal',
  MP: 'eastern transvaal',
  NC: 'noord kaap, cabo del norte',
  NW: 'noord wes, northwest',
  WC: 'wes kaap, cabo occidental',
};

/** Spellings of the countries whose law has few parts, by country. */
export const REGION_SPELLINGS_ELSEWHERE: Readonly<Record<string, Spellings>> = {
  ...{ CO, GB, IN, MY, PH, ZA },
};
