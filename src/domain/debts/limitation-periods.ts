/** The period of a place within which money may be sued for. */
export type LimitationPeriod = {
  readonly years: number;
  /** Where the period begins: with the default, or with the end of the year of the default. */
  readonly from: 'default' | 'end_of_year';
  /** Whether a payment inside the period begins it anew; null where no text was found that says so. */
  readonly paymentRestarts: boolean | null;
  readonly citation: string;
  /** Where the law can be read. */
  readonly source: string;
  /**
   * Where the years were found said by somebody else, or null: written down from memory, or sources
   * differ. A period that is not confirmed never says that a debt may still be sued for.
   */
  readonly confirmedBy: string | null;
};

const JUSTIA = 'https://law.justia.com/codes/';

/**
 * States of the United States: years, whether a payment restarts the period, the law. Where
 * kinds of contract differ the shorter of written contract and open account stands: whoever asks for
 * a debt that may be barred must not threaten to sue.
 */
const states = `
US-AL|3|maybe|Ala. Code 6-2-37|alabama
US-AK|3|maybe|Alaska Stat. 09.10.053|alaska
US-AZ|3|maybe|Ariz. Rev. Stat. 12-543, 12-548|arizona
US-AR|3|maybe|Ark. Code 16-56-105|arkansas
US-CA|4|maybe|Cal. Code Civ. Proc. 337, 360|california
US-CO|6|maybe|Colo. Rev. Stat. 13-80-103.5|colorado
US-CT|6|maybe|Conn. Gen. Stat. 52-576; 36a-805|connecticut
US-DC|3|maybe|D.C. Code 12-301; 28-3814|district-of-columbia
US-DE|3|maybe|10 Del. C. 8106|delaware
US-FL|4|maybe|Fla. Stat. 95.11|florida
US-GA|4|maybe|Ga. Code 9-3-25|georgia
US-HI|6|maybe|Haw. Rev. Stat. 657-1|hawaii
US-ID|4|maybe|Idaho Code 5-216, 5-217|idaho
US-IL|5|maybe|735 ILCS 5/13-205|illinois
US-IN|6|maybe|Ind. Code 34-11-2-7, 34-11-2-9|indiana
US-IA|5|maybe|Iowa Code 614.1(4)|iowa
US-KS|3|maybe|Kan. Stat. 60-512|kansas
US-KY|5|maybe|Ky. Rev. Stat. 413.120|kentucky
US-LA|3|maybe|La. Civ. Code 3494|louisiana
US-ME|6|maybe|14 M.R.S. 752; 32 M.R.S. 11013(8)|maine
US-MD|3|maybe|Md. Code, Cts. & Jud. Proc. 5-101, 5-1202|maryland
US-MA|6|maybe|Mass. Gen. Laws ch. 260 s. 2|massachusetts
US-MI|6|maybe|Mich. Comp. Laws 600.5807|michigan
US-MN|6|maybe|Minn. Stat. 541.05|minnesota
US-MS|3|maybe|Miss. Code 15-1-29, 15-1-49|mississippi
US-MO|5|maybe|Mo. Rev. Stat. 516.120|missouri
US-MT|5|maybe|Mont. Code 27-2-202|montana
US-NE|4|maybe|Neb. Rev. Stat. 25-206|nebraska
US-NV|4|maybe|Nev. Rev. Stat. 11.190|nevada
US-NH|3|maybe|N.H. Rev. Stat. 508:4|new-hampshire
US-NJ|6|maybe|N.J. Stat. 2A:14-1|new-jersey
US-NM|4|maybe|N.M. Stat. 37-1-4|new-mexico
US-NY|3|no|N.Y. CPLR 214-i (consumer credit, since 7 April 2022)|new-york
US-NC|3|maybe|N.C. Gen. Stat. 1-52|north-carolina
US-ND|6|maybe|N.D. Cent. Code 28-01-16|north-dakota
US-OH|4|maybe|Ohio Rev. Code 2305.06, 2305.07|ohio
US-OK|3|maybe|12 Okla. Stat. 95|oklahoma
US-OR|6|maybe|Or. Rev. Stat. 12.080; 646.639|oregon
US-PA|4|maybe|42 Pa. C.S. 5525|pennsylvania
US-RI|10|maybe|R.I. Gen. Laws 9-1-13|rhode-island
US-SC|3|maybe|S.C. Code 15-3-530|south-carolina
US-SD|6|maybe|S.D. Codified Laws 15-2-13|south-dakota
US-TN|6|maybe|Tenn. Code 28-3-109|tennessee
US-TX|4|no|Tex. Civ. Prac. & Rem. Code 16.004; Fin. Code 392.307|texas
US-UT|4|maybe|Utah Code 78B-2-307|utah
US-VT|6|maybe|12 V.S.A. 511|vermont
US-VA|3|maybe|Va. Code 8.01-246|virginia
US-WA|3|maybe|Wash. Rev. Code 4.16.040, 4.16.080, 4.16.270|washington
US-WV|5|maybe|W. Va. Code 55-2-6|west-virginia
US-WI|6|maybe|Wis. Stat. 893.43|wisconsin
US-WY|8|maybe|Wyo. Stat. 1-3-105|wyoming`;

/** Other countries and provinces in the same order; the last part is the address of the text. */
const others = `
GB|6|maybe|Limitation Act 1980 ss 5, 29|https://www.legislation.gov.uk/ukpga/1980/58
GB-SCT|5|yes|Prescription and Limitation (Scotland) Act 1973 ss 6, 10|https://www.legislation.gov.uk/ukpga/1973/52
GB-NIR|6|maybe|Limitation (Northern Ireland) Order 1989 arts 4, 52|https://www.legislation.gov.uk/nisi/1989/1339
IE|6|maybe|Statute of Limitations 1957 ss 11, 65|https://www.irishstatutebook.ie/eli/1957/act/6
DE|3|maybe|BGB §§ 195, 199, 212|https://www.gesetze-im-internet.de/bgb/__195.html
ES|5|maybe|Código Civil arts 1964, 1973|https://www.boe.es/buscar/act.php?id=BOE-A-1889-4763
IT|10|maybe|Codice civile artt. 2944, 2946|https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:regio.decreto:1942-03-16;262
CA-ON|2|maybe|Limitations Act, 2002, SO 2002 c 24 Sch B ss 4, 13|https://www.ontario.ca/laws/statute/02l24
CA-BC|2|maybe|Limitation Act, SBC 2012 c 13 ss 6, 24|https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/12013_01
CA-AB|2|maybe|Limitations Act, RSA 2000 c L-12 ss 3, 8|https://kings-printer.alberta.ca/documents/Acts/l12.pdf
CA-SK|2|maybe|Limitations Act, SS 2004 c L-16.1 ss 5, 11|https://publications.saskatchewan.ca
CA-MB|2|maybe|Limitations Act, CCSM c L150|https://web2.gov.mb.ca/laws/statutes/ccsm/l150e.php
CA-NB|2|maybe|Limitation of Actions Act, SNB 2009 c L-8.5|https://laws.gnb.ca
CA-NS|2|maybe|Limitation of Actions Act, SNS 2014 c 35|https://nslegislature.ca
CA-NL|2|maybe|Limitations Act, SNL 1995 c L-16.1|https://www.assembly.nl.ca
CA-PE|6|maybe|Statute of Limitations, RSPEI 1988 c S-7|https://www.princeedwardisland.ca
CA-QC|3|maybe|Code civil du Québec arts 2898, 2925|https://www.legisquebec.gouv.qc.ca/en/document/cs/ccq-1991
AU|6|yes|Limitation Acts of the states, as NSW Limitation Act 1969 ss 14, 54|https://legislation.nsw.gov.au/view/html/inforce/current/act-1969-031
AU-NT|3|yes|Limitation Act 1981 (NT) ss 12, 41|https://legislation.nt.gov.au
AR|5|maybe|Código Civil y Comercial arts 2545, 2560|https://www.argentina.gob.ar/normativa/nacional/ley-26994-235975
BR|5|maybe|Código Civil arts 202, 206 § 5 I|https://www.planalto.gov.br/ccivil_03/leis/2002/l10406compilada.htm
CL|5|maybe|Código Civil arts 2515, 2518|https://www.bcn.cl/leychile/navegar?idNorma=172986
CO|5|maybe|Código Civil arts 2536, 2539|http://www.secretariasenado.gov.co/senado/basedoc/codigo_civil.html
ID|30|maybe|Civil Code (KUHPerdata) art. 1967|https://peraturan.go.id
IL|7|yes|Prescription Law, 5718-1958 ss 5, 9|https://main.knesset.gov.il
IN|3|maybe|Limitation Act 1963 ss 18, 19, Schedule|https://www.indiacode.nic.in
MX|10|maybe|Código de Comercio art. 1047|https://www.diputados.gob.mx/LeyesBiblio/ref/ccom.htm
MY|6|maybe|Limitation Act 1953 ss 6, 26|https://lom.agc.gov.my
PE|10|maybe|Código Civil arts 1996, 2001|https://spij.minjus.gob.pe
PH|6|maybe|Civil Code arts 1144, 1145, 1155|https://lawphil.net/statutes/repacts/ra1949/ra_386_1949.html
SG|6|maybe|Limitation Act 1959 ss 6, 26|https://sso.agc.gov.sg/Act/LA1959
ZA|3|yes|Prescription Act 68 of 1969 ss 11(d), 14|https://www.gov.za/documents/prescription-act-18-jun-1969-0000`;

/** Tables of several states. */
const TABLES = {
  creditcards:
    'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
  howtowin: 'https://howtowinacreditcardlawsuit.net/statute-of-limitations-credit-card-debt',
  mondaq:
    'https://www.mondaq.com/canada/contracts-and-commercial-law/1305178/can-commercial-parties-agree-to-extend-reduce-exclude-or-otherwise-vary-a-statutory-limitation-period',
} as const;

/** Where the years of a place were found in November 2026, as far as sources agree with each other. */
const CONFIRMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [TABLES.creditcards]:
      'US-AL US-AK US-CA US-DC US-DE US-HI US-IL US-IN US-KS US-LA US-ME US-MD US-MA US-MI US-MN US-MS US-MO US-NE US-NV US-NH US-NJ US-NM US-NC US-ND US-OR',
    [TABLES.howtowin]: 'US-RI US-SC US-SD US-TN US-UT US-VT US-VA US-WI US-WY',
    'https://www.acainternational.org/news/new-york-shortens-statute-of-limitations-on-consumer-credit-transactions/':
      'US-NY',
    'https://guides.sll.texas.gov/debt-collection/time-barred-debts': 'US-TX',
    'http://www.accesscm.co.uk/limitations-act-and-statute-barred-explained': 'GB',
    'https://www.moneyadvicescotland.org.uk/faqs/prescription-of-a-debt': 'GB-SCT',
    'https://www.kildarestreet.com/debates/?id=2017-03-08a.231': 'IE',
    'https://www.rechtslupe.de/stichworte/verjaehrungsunterbrechung': 'DE',
    'https://conceptos.legal/codigo-civil-articulo-1964/': 'ES',
    'https://riverview.legal/encyclopedia/index.php/Limitation_Period_(Debt)': 'CA-ON',
    'https://elois.caij.qc.ca/CCQ-1991/article2925': 'CA-QC',
    'https://ndh.org.au/debt-problems/debt-collection-old-debts/': 'AU AU-NT',
    'https://soprovas.com/questoes/130666': 'BR',
    'https://deudas.cl/cuando-prescribe-una-deuda-en-chile': 'CL',
    'https://israelinsurancelaw.com/?p=267': 'IL',
    'https://indiaproai.com/legal-guides/limitation-period-money-recovery-india': 'IN',
    'https://rbaattorneys.co.za/post/prescription-law-in-south-africa': 'ZA',
    [TABLES.mondaq]: 'CA-BC CA-AB CA-SK CA-MB',
  }).flatMap(([source, places]) => places.split(' ').map((place) => [place, source] as const)),
);

/** Countries in which the period begins with the end of the year of the default. */
const fromEndOfYear: readonly string[] = ['DE'];

function read(line: string): [string, LimitationPeriod] {
  const [place = '', years, restarts, citation = '', where = ''] = line.split('|');
  return [
    place,
    {
      years: Number(years),
      from: fromEndOfYear.includes(place) ? 'end_of_year' : 'default',
      paymentRestarts: restarts === 'maybe' ? null : restarts === 'yes',
      citation,
      source: where.startsWith('http') ? where : `${JUSTIA}${where}/`,
      confirmedBy: CONFIRMED.get(place) ?? null,
    },
  ];
}

/** The periods by country (`DE`) or country and region (`US-NY`). A place left out is not known. */
export const limitationPeriods: ReadonlyMap<string, LimitationPeriod> = new Map(
  `${states}${others}`.trim().split('\n').map(read),
);
