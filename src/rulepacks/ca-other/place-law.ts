import type { LimitationPeriod, Majority } from '#domain/gate/place-law.ts';

const MONDAQ =
  'https://www.mondaq.com/canada/contracts-and-commercial-law/1305178/can-commercial-parties-agree-to-extend-reduce-exclude-or-otherwise-vary-a-statutory-limitation-period';
const PROVINCES = 'https://www.legalline.ca/legal-answers/who-is-considered-a-child-under-the-law';

const period = (
  place: string,
  years: number,
  citation: string,
  source: string,
  confirmedBy: string | null,
): LimitationPeriod => ({
  ...{ place, years, from: 'default', paymentRestarts: null, citation, source, confirmedBy },
});

/** Limitation periods of the provinces; of the territories none is known. */
export const limitationPeriods: readonly LimitationPeriod[] = [
  period(
    'CA-BC',
    2,
    'Limitation Act, SBC 2012 c 13 ss 6, 24',
    'https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/12013_01',
    MONDAQ,
  ),
  period(
    'CA-SK',
    2,
    'Limitations Act, SS 2004 c L-16.1 ss 5, 11',
    'https://publications.saskatchewan.ca',
    MONDAQ,
  ),
  period(
    'CA-MB',
    2,
    'Limitations Act, CCSM c L150',
    'https://web2.gov.mb.ca/laws/statutes/ccsm/l150e.php',
    MONDAQ,
  ),
  period('CA-NS', 2, 'Limitation of Actions Act, SNS 2014 c 35', 'https://nslegislature.ca', null),
  period('CA-NL', 2, 'Limitations Act, SNL 1995 c L-16.1', 'https://www.assembly.nl.ca', null),
  period(
    'CA-PE',
    6,
    'Statute of Limitations, RSPEI 1988 c S-7',
    'https://www.princeedwardisland.ca',
    null,
  ),
];

/** Where one is of age later than at eighteen. */
export const agesOfMajority: readonly Majority[] = [
  {
    place: 'CA-BC',
    years: 19,
    citation: 'Age of Majority Act, RSBC 1996 c 7',
    confirmedBy: PROVINCES,
  },
  {
    place: 'CA-NL',
    years: 19,
    citation: 'Age of Majority Act, SNL 1995 c A-4.2',
    confirmedBy: PROVINCES,
  },
  {
    place: 'CA-NS',
    years: 19,
    citation: 'Age of Majority Act, RSNS 1989 c 4',
    confirmedBy: PROVINCES,
  },
  {
    place: 'CA-NT',
    years: 19,
    citation: 'Age of Majority Act, RSNWT 1988 c A-2',
    confirmedBy: PROVINCES,
  },
  {
    place: 'CA-NU',
    years: 19,
    citation: 'Age of Majority Act, RSNWT (Nu) 1988 c A-2',
    confirmedBy: PROVINCES,
  },
  {
    place: 'CA-YT',
    years: 19,
    citation: 'Age of Majority Act, RSY 2002 c 2',
    confirmedBy: PROVINCES,
  },
];
