import { combined } from '#domain/gate/checks/combined.ts';
import { keptFrom } from '#domain/gate/checks/debt-told.ts';
import { attorneyHold, isFdcpaConsumer } from '#domain/gate/checks/fdcpa-conduct.ts';
import { frequency, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { CALLS, isConversation, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { DAY_MS } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

const WEEK_DAYS = 7;
const CALLS_A_WEEK = 30;
const TALKS_A_WEEK = 10;

const onPhone = { days: WEEK_DAYS, channels: CALLS, keys: () => [KEY_OF_PERSON] };

const calls = frequency({ ...onPhone, name: 'wv-calls', limit: CALLS_A_WEEK });
const talks = frequency({
  ...onPhone,
  name: 'wv-talks',
  limit: TALKS_A_WEEK,
  reached: (result) => isConversation(result) || result === 'reserved' || result === 'in_flight',
});

/** Three days after a written notice that an attorney represents the person. */
const GRACE_MS = 3 * DAY_MS;

const common = {
  citation: 'W. Va. Code 46A-2-125(d)',
  source: 'https://code.wvlegislature.gov/46A-2-125/',
  since: '2015-06-12',
  confidence: 'high',
  basis: 'primary',
} as const satisfies Partial<Rule>;

/** West Virginia: the consumer credit act, for creditors too. */
export default {
  id: 'US-WV',
  name: 'West Virginia',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-WV'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-WV',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'W. Va. Code 55-2-6',
      source: 'https://law.justia.com/codes/west-virginia/',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'US-WV-FREQ',
      about: ['frequency'],
      title: 'More than thirty calls or ten talks a week',
      enforcement: 'presumption',
      applies: { channels: CALLS, when: isFdcpaConsumer },
      check: combined(calls, talks),
    },
    {
      ...common,
      id: 'US-WV-HOURS',
      about: ['hours'],
      title: 'Contact only from 8:00 to 21:00 at the person’s place',
      enforcement: 'hard',
      applies: { notChannels: WITHOUT_HOURS, when: isFdcpaConsumer },
      topics: ['hours'],
      check: openHours({ week: everyDay('08:00', '21:00'), consentOpens: true }),
    },
    {
      ...common,
      id: 'US-WV-ATTY72',
      title: 'Seventy-two hours after a written notice of representation contact is shut',
      citation: 'W. Va. Code 46A-2-128(e)',
      source: 'https://code.wvlegislature.gov/46A-2-128/',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'hard',
      check: attorneyHold(
        ({ event, ms }, moment) => event.in_writing !== false && moment.ms - ms > GRACE_MS,
      ),
    },
    {
      ...common,
      id: 'US-WV-THIRD-PARTY',
      about: ['third_parties'],
      title:
        'Nothing of the debt to an employer before judgment, nor to relatives who live elsewhere',
      citation: 'W. Va. Code 46A-2-126(a)-(b)',
      source: 'https://code.wvlegislature.gov/46A-2-126/',
      since: '1974-09-01',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT },
      check: keptFrom(['employer', 'family']),
    },
  ],
} satisfies Pack;
