/**
 * Zones of places and numbers outside the United States and Mexico: what stands beside a code may be
 * any of its zones. The longest beginning of a number that fits counts.
 *
 * North American numbers: libphonenumber's time-zone data (Apache-2.0, The Libphonenumber Authors).
 */

type Rows = readonly (readonly [zones: string, codes: string])[];

/** Canadian area codes; they share the country code of the United States. */
export const CA_AREA_CODES: Rows = [
  ['America/St_Johns America/Halifax America/Puerto_Rico', '709 879'],
  ['America/Halifax', '428 506 782 902'],
  ['America/Halifax America/Toronto', '273 418'],
  [
    'America/Toronto',
    `226 249 263 289 343 354 365 367 382 416 437 438 450 468 514 519 548 579 581 613 647 683
     705 742 753 819 873 905 942`,
  ],
  ['America/Toronto America/Winnipeg', '807'],
  ['America/Winnipeg', '204 431 474 584'],
  ['America/Regina', '306 639'],
  ['America/Edmonton', '368 403 587 780 825'],
  ['America/Edmonton America/Vancouver', '250'],
  ['America/Vancouver', '236 257 604 672 778'],
  ['America/Toronto America/Winnipeg America/Edmonton America/Whitehorse', '867'],
];

/** What a country is made of: its parts by ISO 3166-2, and the zones of every other part. */
export type CountryZones = {
  readonly parts: Rows;
  readonly rest: string;
  /** What to intersect when nothing tells where somebody is. */
  readonly unknown: string;
};

const one = (zone: string): CountryZones => ({ parts: [], rest: zone, unknown: zone });

/** Countries by ISO 3166-1. An empty `rest` means that a part nobody knows gives no hint. */
export const COUNTRIES: Readonly<Record<string, CountryZones>> = {
  CA: {
    parts: [
      ['America/St_Johns America/Halifax', 'NL'],
      ['America/Halifax', 'NB NS PE'],
      ['America/Toronto America/Halifax', 'QC'],
      ['America/Toronto America/Winnipeg', 'ON'],
      ['America/Winnipeg', 'MB'],
      ['America/Regina America/Edmonton', 'SK'],
      ['America/Edmonton', 'AB NT'],
      ['America/Vancouver America/Edmonton America/Phoenix', 'BC'],
      ['America/Toronto America/Winnipeg America/Edmonton', 'NU'],
      ['America/Whitehorse', 'YT'],
    ],
    rest: '',
    unknown: `America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina
      America/Edmonton America/Vancouver America/Whitehorse`,
  },
  AU: {
    parts: [
      ['Australia/Sydney', 'ACT'],
      ['Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe', 'NSW'],
      ['Australia/Melbourne', 'VIC'],
      ['Australia/Hobart', 'TAS'],
      ['Australia/Brisbane', 'QLD'],
      ['Australia/Adelaide', 'SA'],
      ['Australia/Darwin', 'NT'],
      ['Australia/Perth Australia/Eucla', 'WA'],
    ],
    rest: '',
    unknown: `Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin
      Australia/Perth`,
  },
  BR: {
    parts: [
      ['America/Rio_Branco', 'AC'],
      ['America/Manaus America/Eirunepe', 'AM'],
      ['America/Boa_Vista', 'RR'],
      ['America/Porto_Velho', 'RO'],
      ['America/Cuiaba', 'MT'],
      ['America/Campo_Grande', 'MS'],
      ['America/Recife America/Noronha', 'PE'],
      ['America/Sao_Paulo', 'AL AP BA CE DF ES GO MA MG PA PB PI PR RJ RN RS SC SE SP TO'],
    ],
    rest: '',
    unknown: 'America/Sao_Paulo America/Manaus America/Rio_Branco America/Noronha',
  },
  ID: {
    parts: [
      ['Asia/Jakarta', 'AC BB BE BT JA JB JI JK JT JW KB KR KT LA RI SB SM SS SU YO'],
      ['Asia/Makassar', 'BA GO KI KS KU NB NT NU SA SG SL SN SR ST'],
      ['Asia/Jayapura', 'MA ML MU PA PB PD PE PP PS PT'],
      ['Asia/Jakarta Asia/Makassar', 'KA'],
    ],
    rest: '',
    unknown: 'Asia/Jakarta Asia/Makassar Asia/Jayapura',
  },
  CL: {
    parts: [
      ['America/Punta_Arenas', 'MA'],
      ['America/Santiago America/Punta_Arenas', 'AI'],
      ['America/Santiago Pacific/Easter', 'VS'],
    ],
    rest: 'America/Santiago',
    unknown: 'America/Santiago America/Punta_Arenas Pacific/Easter',
  },
  ES: {
    parts: [['Atlantic/Canary', 'CN GC TF']],
    rest: 'Europe/Madrid',
    unknown: 'Europe/Madrid Atlantic/Canary',
  },
  PT: {
    parts: [
      ['Atlantic/Azores', '20'],
      ['Atlantic/Madeira', '30'],
    ],
    rest: 'Europe/Lisbon',
    unknown: 'Europe/Lisbon Atlantic/Azores',
  },
  // Territories of the United States that have a country code of their own.
  AS: one('Pacific/Pago_Pago'),
  GU: one('Pacific/Guam'),
  MP: one('Pacific/Saipan'),
  PR: one('America/Puerto_Rico'),
  VI: one('America/St_Thomas'),
  AR: one('America/Argentina/Buenos_Aires'),
  AT: one('Europe/Vienna'),
  BE: one('Europe/Brussels'),
  BG: one('Europe/Sofia'),
  CO: one('America/Bogota'),
  CY: one('Asia/Nicosia'),
  CZ: one('Europe/Prague'),
  DE: one('Europe/Berlin'),
  DK: one('Europe/Copenhagen'),
  EE: one('Europe/Tallinn'),
  FI: one('Europe/Helsinki'),
  FR: one('Europe/Paris'),
  GB: one('Europe/London'),
  GR: one('Europe/Athens'),
  HR: one('Europe/Zagreb'),
  HU: one('Europe/Budapest'),
  IE: one('Europe/Dublin'),
  IL: one('Asia/Jerusalem'),
  IN: one('Asia/Kolkata'),
  IT: one('Europe/Rome'),
  LT: one('Europe/Vilnius'),
  LU: one('Europe/Luxembourg'),
  LV: one('Europe/Riga'),
  MT: one('Europe/Malta'),
  MY: one('Asia/Kuala_Lumpur'),
  NL: one('Europe/Amsterdam'),
  PE: one('America/Lima'),
  PH: one('Asia/Manila'),
  PL: one('Europe/Warsaw'),
  RO: one('Europe/Bucharest'),
  SE: one('Europe/Stockholm'),
  SG: one('Asia/Singapore'),
  SI: one('Europe/Ljubljana'),
  SK: one('Europe/Bratislava'),
  ZA: one('Africa/Johannesburg'),
};

/** Beginnings of numbers after the plus; a beginning without zones gives no hint. */
export const WORLD_NUMBERS: Rows = [
  ['Africa/Johannesburg', '27'],
  ['America/Lima', '51'],
  ['America/Argentina/Buenos_Aires', '54'],
  ['America/Sao_Paulo', '55'],
  ['America/Cuiaba', '5565 5566'],
  ['America/Campo_Grande', '5567'],
  ['America/Rio_Branco', '5568'],
  ['America/Porto_Velho', '5569'],
  ['America/Recife America/Noronha', '5581'],
  ['America/Manaus America/Eirunepe', '5592 5597'],
  ['America/Boa_Vista', '5595'],
  ['America/Santiago', '56'],
  ['America/Santiago Pacific/Easter', '5632'],
  ['America/Punta_Arenas', '5661'],
  ['America/Santiago America/Punta_Arenas', '5667'],
  // A mobile tells nothing of where in the country it is.
  ['America/Santiago America/Punta_Arenas Pacific/Easter', '569'],
  ['America/Bogota', '57'],
  ['Asia/Kuala_Lumpur', '60'],
  ['', '61'],
  ['Australia/Sydney Australia/Broken_Hill', '612'],
  ['Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe', '6125 6126'],
  ['Australia/Melbourne Australia/Hobart', '613'],
  // Towns of New South Wales at the border have the code of Queensland.
  ['Australia/Brisbane Australia/Sydney', '617'],
  ['Australia/Adelaide Australia/Darwin Australia/Perth', '618'],
  ['Australia/Adelaide Australia/Perth Australia/Eucla', '61890'],
  // Western Australia with the Indian Ocean Territories, and numbers that they share with the rest.
  ['Australia/Adelaide Australia/Darwin Australia/Perth Indian/Christmas Indian/Cocos', '61891'],
  [
    'Australia/Adelaide Australia/Darwin Australia/Perth Australia/Sydney Indian/Christmas Indian/Cocos',
    '61851',
  ],
  ['', '62'],
  // Codes whose exchanges lie on both sides of a border of clocks.
  ['Asia/Jakarta Asia/Makassar', '62458'],
  ['Asia/Jayapura Asia/Makassar', '62403'],
  ['Asia/Jakarta Asia/Makassar Asia/Jayapura', '62915 62920 62952 62958 62963 62979'],
  ['Asia/Jakarta', '622 6231 6232 6233 6234 6235 626 627'],
  ['Asia/Makassar', '6236 6238 624'],
  ['Asia/Jakarta Asia/Makassar', '6237 625'],
  ['Asia/Jayapura Asia/Makassar', '629'],
  ['Asia/Manila', '63'],
  ['Asia/Singapore', '65'],
  ['Asia/Kolkata', '91'],
  ['Europe/Athens', '30'],
  ['Europe/Amsterdam', '31'],
  ['Europe/Brussels', '32'],
  ['Europe/Paris', '33'],
  ['Europe/Madrid', '34'],
  ['Europe/Madrid Atlantic/Canary', '346 347'],
  ['Atlantic/Canary', '34822 34827 34828 34922 34928'],
  ['Europe/Lisbon Atlantic/Azores', '351'],
  ['Europe/Lisbon', '3512'],
  ['Atlantic/Madeira', '351291'],
  ['Atlantic/Azores', '351292 351295 351296'],
  ['Europe/Luxembourg', '352'],
  ['Europe/Dublin', '353'],
  ['Europe/Malta', '356'],
  ['Asia/Nicosia', '357'],
  ['Europe/Helsinki', '358'],
  ['Europe/Sofia', '359'],
  ['Europe/Budapest', '36'],
  ['Europe/Vilnius', '370'],
  ['Europe/Riga', '371'],
  ['Europe/Tallinn', '372'],
  ['Europe/Zagreb', '385'],
  ['Europe/Ljubljana', '386'],
  ['Europe/Rome', '39'],
  ['Europe/Bucharest', '40'],
  ['Europe/Prague', '420'],
  ['Europe/Bratislava', '421'],
  ['Europe/Vienna', '43'],
  ['Europe/Copenhagen', '45'],
  ['Europe/Stockholm', '46'],
  ['Europe/Warsaw', '48'],
  ['Europe/Berlin', '49'],
  ['Asia/Jerusalem', '972'],
];
