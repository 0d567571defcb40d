import { isAgreed } from '#domain/gate/checks/agreed-contacts.ts';
import { isAgency } from '#domain/gate/checks/debtors.ts';
import { frequency, isOwnAttempt, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { CALLS, ELECTRONIC } from '#domain/gate/facts/channels.ts';
import { isAnswer, isContactMade } from '#domain/gate/facts/outcomes.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

const common = {
  source: 'https://open.alberta.ca/publications/1999_194',
  since: '1999-09-01',
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

const SPOKEN_OR_SENT = [...CALLS, ...ELECTRONIC, 'visit'];

const tooMany = frequency({
  name: 'CA-AB-3IN7',
  limit: 3,
  days: 7,
  channels: SPOKEN_OR_SENT,
  reached: isContactMade,
  counts: (moment) => (logged) => isOwnAttempt(logged, moment) && !isAnswer(logged),
  keys: () => [KEY_OF_PERSON],
});

/** Alberta: licensed collection agencies. */
export default {
  id: 'CA-AB',
  name: 'Canada: Alberta',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['CA-AB'],
  statements,
  limitation: [
    {
      place: 'CA-AB',
      years: 2,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitations Act, RSA 2000 c L-12 ss 3, 8',
      source: 'https://kings-printer.alberta.ca/documents/Acts/l12.pdf',
      confirmedBy:
        'https://www.mondaq.com/canada/contracts-and-commercial-law/1305178/can-commercial-parties-agree-to-extend-reduce-exclude-or-otherwise-vary-a-statutory-limitation-period',
    },
  ],
  rules: [
    {
      ...common,
      id: 'CA-AB-HOURS',
      about: ['hours'],
      title: 'Calls from 7:00 to 22:00 by Alberta’s clock, wherever the person is',
      citation: 'Collection and Debt Repayment Practices Regulation, Alta. Reg. 194/1999, s. 12',
      applies: { channels: CALLS, when: isAgency },
      topics: ['hours'],
      check: openHours({
        week: everyDay('07:00', '22:00'),
        zonesOf: () => ['America/Edmonton'],
      }),
    },
    {
      ...common,
      id: 'CA-AB-3IN7',
      about: ['frequency'],
      title: 'Three contacts in seven days unless the person agreed to more',
      citation: 'Collection and Debt Repayment Practices Regulation, Alta. Reg. 194/1999, s. 12',
      applies: { channels: SPOKEN_OR_SENT, when: isAgency },
      check: (moment) => (isAgreed(moment) ? null : tooMany(moment)),
    },
  ],
} satisfies Pack;
