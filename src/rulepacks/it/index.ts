import { isAgency } from '#domain/gate/checks/debtors.ts';
import { type Frequency, frequency, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { withThoseOfParts } from '#domain/gate/checks/place-holidays.ts';
import { CALLS } from '#domain/gate/facts/channels.ts';
import { isTwoWayConversation } from '#domain/gate/facts/outcomes.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

const holidays = calendarOf([
  { name: 'Capodanno', on: '01-01' },
  { name: 'Epifania', on: '01-06' },
  { name: 'Lunedì dell’Angelo', easter: 1 },
  { name: 'Liberazione', on: '04-25' },
  { name: 'Festa del lavoro', on: '05-01' },
  { name: 'Festa della Repubblica', on: '06-02' },
  { name: 'Assunzione', on: '08-15' },
  // A national holiday again from 2026 (law 151 of 2025).
  { name: 'San Francesco d’Assisi', on: '10-04', of: [2026, 9999] },
  { name: 'Ognissanti', on: '11-01' },
  { name: 'Immacolata Concezione', on: '12-08' },
  { name: 'Natale', on: '12-25' },
  { name: 'Santo Stefano', on: '12-26' },
]);

const WEEKDAY = [['08:30', '21:00']] as const;

const common = {
  citation: 'Codice di condotta UNIREC',
  source: 'https://www.unirec.it/',
  since: '2016-01-01',
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'code',
  applies: { channels: CALLS, when: isAgency },
} as const satisfies Partial<Rule>;

/** Talks we called for, by whichever number; unanswered calls are no talks. */
const talks = {
  channels: CALLS,
  reached: isTwoWayConversation,
  keys: () => [KEY_OF_PERSON],
} as const satisfies Partial<Frequency>;

/** Italy: the code of conduct of the collection agencies' association, for its members. */
export default {
  id: 'IT',
  name: 'Italy',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['IT'],
  alsoCalled: ['EU-IT'],
  parent: 'EU',
  statements,
  limitation: [
    {
      place: 'IT',
      years: 10,
      from: 'default',
      paymentRestarts: null,
      citation: 'Codice civile artt. 2944, 2946',
      source: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:regio.decreto:1942-03-16;262',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'IT-UNIREC-DAY',
      about: ['frequency'],
      title: 'One talk a day',
      check: frequency({ ...talks, name: 'IT-UNIREC-DAY', limit: 1, days: 1 }),
    },
    {
      ...common,
      id: 'IT-UNIREC-WEEK',
      about: ['frequency'],
      title: 'Three talks a week',
      check: frequency({ ...talks, name: 'IT-UNIREC-WEEK', limit: 3, days: 7 }),
    },
    {
      ...common,
      id: 'IT-UNIREC-HOURS',
      about: ['hours', 'days'],
      title: 'Monday to Friday 8:30 to 21:00, Saturday to 15:00, not on Sundays and holidays',
      confidence: 'low',
      basis: 'unread',
      applies: { channels: [...CALLS, 'visit'], when: isAgency },
      topics: ['hours'],
      check: openHours({
        week: {
          mon: WEEKDAY,
          tue: WEEKDAY,
          wed: WEEKDAY,
          thu: WEEKDAY,
          fri: WEEKDAY,
          sat: [['08:30', '15:00']],
        },
        holiday: withThoseOfParts('IT', holidays),
      }),
    },
  ],
} satisfies Pack;
