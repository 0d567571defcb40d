import { ownValue } from '#kernel/own-value.ts';
import { readRegion } from './read-region.ts';

/** Beginnings of postal codes and the region they lie in; `10-14` are all beginnings from 10 to 14. */
type Beginnings = Readonly<Record<string, string>>;

/** ZIP codes by their first three digits, and single ones beyond a border (USPS, Publication 65). */
const US: Beginnings = {
  AL: '350-369',
  AK: '995-999',
  AZ: '850-865',
  AR: '716-729',
  AS: '96799',
  CA: '900-961',
  CO: '800-816',
  CT: '060-069',
  DC: '200 202-205 569',
  DE: '197-199',
  FL: '320-339 341-349',
  GA: '300-319 398-399',
  GU: '96910-96932',
  HI: '967-968',
  IA: '500-528',
  ID: '832-838',
  IL: '600-629',
  IN: '460-479',
  KS: '660-679',
  KY: '400-427',
  LA: '700-714',
  MA: '010-027 055',
  MD: '206-219',
  ME: '039-049',
  MI: '480-499',
  MN: '550-567',
  MO: '630-658',
  MP: '96950-96952',
  MS: '386-397',
  MT: '590-599',
  NC: '270-289',
  ND: '580-588',
  NE: '680-693',
  NH: '030-038',
  NJ: '070-089',
  NM: '870-884',
  NV: '889-898',
  NY: '005 06390 100-149',
  OH: '430-459',
  OK: '730-732 734-749',
  OR: '970-979',
  PA: '150-196',
  PR: '006-007 009',
  RI: '028-029',
  SC: '290-299',
  SD: '570-577',
  TN: '370-385',
  TX: '733 750-799 885',
  UT: '840-847',
  VA: '201 220-246',
  VI: '008',
  VT: '050-054 056-059',
  WA: '980-994',
  WI: '530-549',
  WV: '247-268',
  WY: '820-831 83414',
};

/** Postal codes by their first letter (Canada Post); X is shared and told by its third place. */
const CA: Beginnings = {
  AB: 'T',
  BC: 'V',
  MB: 'R',
  NB: 'E',
  NL: 'A',
  NS: 'B',
  NT: 'X0E X0G X1A',
  NU: 'X0A X0B X0C',
  ON: 'K L M N P',
  PE: 'C',
  QC: 'G H J',
  SK: 'S',
  YT: 'Y',
};

/** CEP codes by their first digits (Correios). */
const BR: Beginnings = {
  AC: '699',
  AL: '57',
  AM: '690-692 694-698',
  AP: '689',
  BA: '40-48',
  CE: '60-63',
  DF: '700-727 730-736',
  ES: '29',
  GO: '728-729 737-767',
  MA: '65',
  MG: '30-39',
  MS: '790-799',
  MT: '780-788',
  PA: '660-688',
  PB: '58',
  PE: '50-56',
  PI: '64',
  PR: '80-87',
  RJ: '20-28',
  RN: '59',
  RO: '768-769',
  RR: '693',
  RS: '90-99',
  SC: '88-89',
  SE: '49',
  SP: '01-19',
  TO: '770-779',
};

/** Australian postcodes; border towns beyond them are served from the other side (Australia Post). */
const AU: Beginnings = {
  ACT: '02 2600-2618 29',
  NSW: '1 20-28 2921-2999',
  NT: '08 09',
  QLD: '4 9',
  SA: '5',
  TAS: '7',
  VIC: '3 8',
  WA: '6',
};

/** Mexican codes by their first two digits (SEPOMEX). */
const MX: Beginnings = {
  AGU: '20',
  BCN: '21-22',
  BCS: '23',
  CAM: '24',
  CHH: '31-33',
  CHP: '29-30',
  CMX: '00-16',
  COA: '25-27',
  COL: '28',
  DUR: '34-35',
  GRO: '39-41',
  GUA: '36-38',
  HID: '42-43',
  JAL: '44-49',
  MEX: '50-57',
  MIC: '58-61',
  MOR: '62',
  NAY: '63',
  NLE: '64-67',
  OAX: '68-71',
  PUE: '72-75',
  QUE: '76',
  ROO: '77',
  SIN: '80-82',
  SLP: '78-79',
  SON: '83-85',
  TAB: '86',
  TAM: '87-89',
  TLA: '90',
  VER: '91-96',
  YUC: '97',
  ZAC: '98-99',
};

/** Spanish provinces in the order of the first two digits of their codes, from 01. */
const ES: Beginnings = Object.fromEntries(
  `VI AB A AL AV BA PM B BU CC CA CS CR CO C CU GI GR GU SS H HU J LE L LO LU M MA MU NA OR O P GC PO
   SA TF S SG SE SO T TE TO V VA BI ZA Z CE ML`
    .split(/\s+/)
    .map((province, at) => [province, String(at + 1).padStart(2, '0')]),
);

/** British postcode areas that lie in one nation alone; those across a border tell none. */
const GB: Beginnings = {
  ENG: `AL B BA BB BD BH BL BN BR BS CB CM CO CR CT CV DA DE DH DL DN DT DY E EC EN EX FY GU HA HD HG HP
    HU HX IG IP KT LA LE LN LS LU ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO
    SP SR SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO`.replace(/\s+/g, ' '),
  NIR: 'BT',
  SCT: 'AB DD EH FK G HS IV KA KW KY ML PA PH ZE',
  WLS: 'CF SA',
};

/** What a postal code looks like where regions are told from it; others tell nothing. */
const FORMS: Readonly<Record<string, RegExp>> = {
  AR: /^([A-Z]\d{4}([A-Z]{3})?|1[0-4]\d\d)$/,
  AU: /^\d{4}$/,
  BR: /^\d{8}$/,
  CA: /^[A-Z]\d[A-Z](\d[A-Z]\d)?$/,
  ES: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{2})?$/,
  MX: /^\d{5}$/,
  PT: /^\d{4}(\d{3})?$/,
  US: /^\d{5}(\d{4})?$/,
};

/** The islands alone: their clocks are not that of the mainland, whose codes name no region here. */
const PT: Beginnings = { '20': '95-99', '30': '90-94' };

const TABLES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  AU: spread(AU),
  BR: spread(BR),
  CA: spread(CA),
  ES: spread(ES),
  GB: spread(GB),
  MX: spread(MX),
  PT: spread(PT),
  US: spread(US),
};

function spread(table: Beginnings): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([region, beginnings]) =>
      beginnings
        .split(' ')
        .flatMap(allFrom)
        .map((beginning): [string, string] => [beginning, region]),
    ),
  );
}

function allFrom(range: string): readonly string[] {
  const [first = '', last] = range.split('-');
  if (last === undefined) return [first];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, at) =>
    String(Number(first) + at).padStart(first.length, '0'),
  );
}

/**
 * The region a postal code lies in, the part after the country in ISO 3166-2; null where it tells
 * none.
 */
export function regionOfPostalCode(country: string, postalCode: string | null): string | null {
  const code = (postalCode ?? '').replace(/[\s.-]/g, '').toUpperCase();
  if (ownValue(FORMS, country)?.test(code) !== true) return null;
  // The first letter of an Argentine code is the province's own; old ones without it name the city.
  if (country === 'AR') return /^\d/.test(code) ? 'C' : readRegion(country, code.slice(0, 1));
  if (country === 'GB') return TABLES['GB']?.get(code.replace(/\d.*$/, '')) ?? null;
  for (const length of [5, 4, 3, 2, 1]) {
    const region = ownValue(TABLES, country)?.get(code.slice(0, length));
    if (region !== undefined) return region;
  }
  return null;
}
