/** The period of a place within which money may be sued for. */
export type LimitationPeriod = {
  readonly years: number;
  /** Where the period begins: with the default, or with the end of the year of the default. */
  readonly from: 'default' | 'end_of_year';
  /** Whether a payment inside the period begins it anew. */
  readonly paymentRestarts: boolean;
  readonly citation: string;
  /** Where the text can be read. */
  readonly source: string;
  readonly confidence: 'medium' | 'low';
};

const JUSTIA = 'https://law.justia.com/codes/';

/**
 * States of the United States: years, whether a payment restarts the period, how sure, the law. Where
 * kinds of contract differ the shorter of written contract and open account stands: whoever asks for
 * a debt that may be barred must not threaten to sue.
 */
const states = `
US-AL|3|yes|medium|Ala. Code 6-2-37|alabama
US-AK|3|yes|medium|Alaska Stat. 09.10.053|alaska
US-AZ|3|yes|medium|Ariz. Rev. Stat. 12-543, 12-548|arizona
US-AR|3|yes|low|Ark. Code 16-56-105|arkansas
US-CA|4|yes|medium|Cal. Code Civ. Proc. 337, 360|california
US-CO|6|yes|medium|Colo. Rev. Stat. 13-80-103.5|colorado
US-CT|6|no|medium|Conn. Gen. Stat. 52-576; 36a-805|connecticut
US-DC|3|no|medium|D.C. Code 12-301; 28-3814|district-of-columbia
US-DE|3|yes|medium|10 Del. C. 8106|delaware
US-FL|4|yes|medium|Fla. Stat. 95.11|florida
US-GA|4|yes|medium|Ga. Code 9-3-25|georgia
US-HI|6|yes|medium|Haw. Rev. Stat. 657-1|hawaii
US-ID|4|yes|low|Idaho Code 5-216, 5-217|idaho
US-IL|5|yes|medium|735 ILCS 5/13-205|illinois
US-IN|6|yes|medium|Ind. Code 34-11-2-7, 34-11-2-9|indiana
US-IA|5|yes|medium|Iowa Code 614.1(4)|iowa
US-KS|3|yes|medium|Kan. Stat. 60-512|kansas
US-KY|5|yes|medium|Ky. Rev. Stat. 413.120|kentucky
US-LA|3|yes|medium|La. Civ. Code 3494|louisiana
US-ME|6|no|medium|14 M.R.S. 752; 32 M.R.S. 11013(8)|maine
US-MD|3|no|medium|Md. Code, Cts. & Jud. Proc. 5-101, 5-1202|maryland
US-MA|6|yes|medium|Mass. Gen. Laws ch. 260 s. 2|massachusetts
US-MI|6|yes|medium|Mich. Comp. Laws 600.5807|michigan
US-MN|6|yes|medium|Minn. Stat. 541.05|minnesota
US-MS|3|no|medium|Miss. Code 15-1-29, 15-1-49|mississippi
US-MO|5|yes|medium|Mo. Rev. Stat. 516.120|missouri
US-MT|5|yes|low|Mont. Code 27-2-202|montana
US-NE|4|yes|medium|Neb. Rev. Stat. 25-206|nebraska
US-NV|4|yes|medium|Nev. Rev. Stat. 11.190|nevada
US-NH|3|yes|medium|N.H. Rev. Stat. 508:4|new-hampshire
US-NJ|6|yes|medium|N.J. Stat. 2A:14-1|new-jersey
US-NM|4|yes|medium|N.M. Stat. 37-1-4|new-mexico
US-NY|3|no|medium|N.Y. CPLR 214-i (consumer credit, since 7 April 2022)|new-york
US-NC|3|yes|medium|N.C. Gen. Stat. 1-52|north-carolina
US-ND|6|yes|medium|N.D. Cent. Code 28-01-16|north-dakota
US-OH|4|yes|low|Ohio Rev. Code 2305.06, 2305.07|ohio
US-OK|3|yes|low|12 Okla. Stat. 95|oklahoma
US-OR|6|no|medium|Or. Rev. Stat. 12.080; 646.639|oregon
US-PA|4|yes|medium|42 Pa. C.S. 5525|pennsylvania
US-RI|10|yes|medium|R.I. Gen. Laws 9-1-13|rhode-island
US-SC|3|yes|medium|S.C. Code 15-3-530|south-carolina
US-SD|6|yes|medium|S.D. Codified Laws 15-2-13|south-dakota
US-TN|6|yes|medium|Tenn. Code 28-3-109|tennessee
US-TX|4|no|medium|Tex. Civ. Prac. & Rem. Code 16.004; Fin. Code 392.307|texas
US-UT|4|yes|medium|Utah Code 78B-2-307|utah
US-VT|6|yes|medium|12 V.S.A. 511|vermont
US-VA|3|yes|medium|Va. Code 8.01-246|virginia
US-WA|3|yes|low|Wash. Rev. Code 4.16.040, 4.16.080, 4.16.270|washington
US-WV|5|no|low|W. Va. Code 55-2-6|west-virginia
US-WI|6|yes|medium|Wis. Stat. 893.43|wisconsin
US-WY|8|yes|low|Wyo. Stat. 1-3-105|wyoming`;

/** Other countries and provinces in the same order; the last part is the address of the text. */
const others = `
GB|6|yes|medium|Limitation Act 1980 ss 5, 29|https://www.legislation.gov.uk/ukpga/1980/58
GB-SCT|5|yes|medium|Prescription and Limitation (Scotland) Act 1973 ss 6, 10|https://www.legislation.gov.uk/ukpga/1973/52
GB-NIR|6|yes|medium|Limitation (Northern Ireland) Order 1989 arts 4, 52|https://www.legislation.gov.uk/nisi/1989/1339
IE|6|yes|medium|Statute of Limitations 1957 ss 11, 65|https://www.irishstatutebook.ie/eli/1957/act/6
DE|3|yes|medium|BGB §§ 195, 199, 212|https://www.gesetze-im-internet.de/bgb/__195.html
ES|5|yes|medium|Código Civil arts 1964, 1973|https://www.boe.es/buscar/act.php?id=BOE-A-1889-4763
IT|10|yes|low|Codice civile artt. 2944, 2946|https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:regio.decreto:1942-03-16;262
CA-ON|2|yes|medium|Limitations Act, 2002, SO 2002 c 24 Sch B ss 4, 13|https://www.ontario.ca/laws/statute/02l24
CA-BC|2|yes|medium|Limitation Act, SBC 2012 c 13 ss 6, 24|https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/12013_01
CA-AB|2|yes|medium|Limitations Act, RSA 2000 c L-12 ss 3, 8|https://kings-printer.alberta.ca/documents/Acts/l12.pdf
CA-SK|2|yes|medium|Limitations Act, SS 2004 c L-16.1 ss 5, 11|https://publications.saskatchewan.ca
CA-MB|2|yes|low|Limitations Act, CCSM c L150|https://web2.gov.mb.ca/laws/statutes/ccsm/l150e.php
CA-NB|2|yes|medium|Limitation of Actions Act, SNB 2009 c L-8.5|https://laws.gnb.ca
CA-NS|2|yes|medium|Limitation of Actions Act, SNS 2014 c 35|https://nslegislature.ca
CA-NL|2|yes|low|Limitations Act, SNL 1995 c L-16.1|https://www.assembly.nl.ca
CA-PE|6|yes|low|Statute of Limitations, RSPEI 1988 c S-7|https://www.princeedwardisland.ca
CA-QC|3|yes|medium|Code civil du Québec arts 2898, 2925|https://www.legisquebec.gouv.qc.ca/en/document/cs/ccq-1991
AU|6|yes|medium|Limitation Acts of the states, as NSW Limitation Act 1969 ss 14, 54|https://legislation.nsw.gov.au/view/html/inforce/current/act-1969-031
AU-NT|3|yes|medium|Limitation Act 1981 (NT) ss 12, 41|https://legislation.nt.gov.au
AR|5|yes|low|Código Civil y Comercial arts 2545, 2560|https://www.argentina.gob.ar/normativa/nacional/ley-26994-235975
BR|5|yes|low|Código Civil arts 202, 206 § 5 I|https://www.planalto.gov.br/ccivil_03/leis/2002/l10406compilada.htm
CL|5|yes|low|Código Civil arts 2515, 2518|https://www.bcn.cl/leychile/navegar?idNorma=172986
CO|5|yes|low|Código Civil arts 2536, 2539|http://www.secretariasenado.gov.co/senado/basedoc/codigo_civil.html
ID|30|yes|low|Civil Code (KUHPerdata) art. 1967|https://peraturan.go.id
IL|7|yes|medium|Prescription Law, 5718-1958 ss 5, 9|https://main.knesset.gov.il
IN|3|yes|medium|Limitation Act 1963 ss 18, 19, Schedule|https://www.indiacode.nic.in
MX|10|yes|low|Código de Comercio art. 1047|https://www.diputados.gob.mx/LeyesBiblio/ref/ccom.htm
MY|6|yes|medium|Limitation Act 1953 ss 6, 26|https://lom.agc.gov.my
PE|10|yes|low|Código Civil arts 1996, 2001|https://spij.minjus.gob.pe
PH|6|yes|low|Civil Code arts 1144, 1145, 1155|https://lawphil.net/statutes/repacts/ra1949/ra_386_1949.html
SG|6|yes|medium|Limitation Act 1959 ss 6, 26|https://sso.agc.gov.sg/Act/LA1959
ZA|3|yes|medium|Prescription Act 68 of 1969 ss 11(d), 14|https://www.gov.za/documents/prescription-act-18-jun-1969-0000`;

/** Countries in which the period begins with the end of the year of the default. */
const fromEndOfYear: readonly string[] = ['DE'];

function read(line: string): [string, LimitationPeriod] {
  const [place = '', years, restarts, sure, citation = '', where = ''] = line.split('|');
  return [
    place,
    {
      years: Number(years),
      from: fromEndOfYear.includes(place) ? 'end_of_year' : 'default',
      paymentRestarts: restarts === 'yes',
      citation,
      source: where.startsWith('http') ? where : `${JUSTIA}${where}/`,
      confidence: sure === 'medium' ? 'medium' : 'low',
    },
  ];
}

/** The periods by country (`DE`) or country and region (`US-NY`). A place left out is not known. */
export const limitationPeriods: ReadonlyMap<string, LimitationPeriod> = new Map(
  `${states}${others}`.trim().split('\n').map(read),
);
