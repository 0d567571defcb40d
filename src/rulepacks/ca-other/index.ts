import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { agesOfMajority, limitationPeriods } from './place-law.ts';
import { statements } from './statements.ts';

const PLACES = ['CA-BC', 'CA-MB', 'CA-SK', 'CA-NS', 'CA-PE', 'CA-NL', 'CA-YT', 'CA-NT', 'CA-NU'];

/**
 * Canada's other provinces and the territories: their laws resemble those next door but were not
 * read, so that only hours the operator sets are kept, such as 7:00 to 21:00 and Sunday 13:00 to 17:00.
 */
export default {
  id: 'CA-OTHER',
  name: 'Canada: other provinces and territories',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: PLACES,
  alsoCalled: PLACES,
  statements,
  limitation: limitationPeriods,
  majority: agesOfMajority,
  rules: [
    operatorHours({
      id: 'CA-OTHER',
      title: 'Outside the hours set for a province whose law was not read',
      citation: 'Provincial collection laws of BC, MB, SK, NS, PE and NL, and of the territories',
      source: 'https://www.canada.ca/en/financial-consumer-agency.html',
      since: '2000-01-01',
      confidence: 'low',
      basis: 'unread',
    }),
  ],
} satisfies Pack;
