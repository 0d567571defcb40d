import { isForRepresentative } from '#domain/gate/checks/debtors.ts';
import { type Frequency, frequency, keysOfDebts } from '#domain/gate/checks/frequency.ts';
import { firstOf } from '#domain/gate/checks/hard-standards.ts';
import { hold, standing } from '#domain/gate/checks/holds.ts';
import { everyDay, openHours, statedTimes } from '#domain/gate/checks/open-hours.ts';
import { isAtWork, untilTheyLeave } from '#domain/gate/checks/workplace.ts';
import { type EvaluationContext, mainZone } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import { isContactMade } from '#domain/gate/facts/outcomes.ts';
import { ANSWERS_OPEN } from '#domain/gate/facts/purposes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** Holidays of the whole country; those of single states, such as Melbourne Cup Day, are no bar. */
const holidays = calendarOf([
  { name: 'New Year’s Day', on: '01-01', moved: 'weekend-to-monday' },
  { name: 'Australia Day', on: '01-26', moved: 'weekend-to-monday', onlyMoved: true },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'Anzac Day', on: '04-25' },
  { name: 'Christmas Day', on: '12-25', moved: 'weekend-to-monday' },
  { name: 'Boxing Day', on: '12-26', moved: 'weekend-to-monday' },
]);

const holiday = (_: EvaluationContext, day: number) => holidays(day);

const common = {
  source:
    'https://www.asic.gov.au/regulatory-resources/find-a-document/regulatory-guides/rg-96-debt-collection-guideline-for-collectors-and-creditors/',
  since: '2005-10-01',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'guidance',
} as const satisfies Partial<Rule>;

const WEEKDAY = [['07:30', '21:00']] as const;
const OFFICE = [['09:00', '17:00']] as const;
const weekdays = (open: typeof WEEKDAY | typeof OFFICE) => ({
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: open,
});
const officeHours = openHours({ week: weekdays(OFFICE), consentOpens: true });

/** A call the person ends at once was contact all the same (guideline, part 2 s. 3). */
const reachedPerson = (result: string) => isContactMade(result) || result === 'answered_dropped';

const VISITS_DAYS = 30;

const ALL_BUT_VISITS = [...CALLS, ...ELECTRONIC, 'letter'];

/** Contacts made about one account, by every means but visits. */
const contacts = {
  channels: ALL_BUT_VISITS,
  reached: reachedPerson,
  keys: keysOfDebts,
} as const satisfies Partial<Frequency>;

/** Kinds of debt that are no credit under the National Credit Code. */
const NO_CREDIT = ['utility', 'medical', 'telecom', 'rent', 'fine', 'tax'];
const ANSWER_DAYS = 21;

const pendingHardship = hold({
  set: ['hardship'],
  released: ['hardship_ended'],
  releasing: ['hardship_decided'],
  exceptPurposes: ANSWERS_OPEN,
});

/** Hardship told and not yet answered; the answer is due within twenty-one days. */
function hardship(moment: EvaluationContext): Finding | null {
  const finding = pendingHardship(moment);
  if (!finding) return null;
  const told = standing(moment, ['hardship'], ['hardship_ended']).map(({ ms }) => ms);
  const first = Math.min(...told);
  if (!Number.isFinite(first)) return finding;
  const due = localDay(mainZone(moment), first) + ANSWER_DAYS;
  return { ...finding, details: { answer_due: dateOfDay(due) } };
}

/** Australia: the regulators' guideline, and hardship under the National Credit Code. */
export default {
  id: 'AU',
  name: 'Australia',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['AU'],
  covers: 'individuals',
  alsoCalled: ['NSW', 'VIC', 'QLD', 'SA', 'WA', 'TAS', 'ACT', 'NT'].map((state) => `AU-${state}`),
  statements,
  limitation: [
    {
      place: 'AU',
      years: 6,
      from: 'default',
      paymentRestarts: true,
      citation: 'Limitation Acts of the states, as NSW Limitation Act 1969 ss 14, 54',
      source: 'https://legislation.nsw.gov.au/view/html/inforce/current/act-1969-031',
      confirmedBy: 'https://ndh.org.au/debt-problems/debt-collection-old-debts/',
    },
    {
      place: 'AU-NT',
      years: 3,
      from: 'default',
      paymentRestarts: true,
      citation: 'Limitation Act 1981 (NT) ss 12, 41',
      source: 'https://legislation.nt.gov.au',
      confirmedBy: 'https://ndh.org.au/debt-problems/debt-collection-old-debts/',
    },
  ],
  duties: [
    {
      on: 'hardship',
      kind: 'hardship_answer',
      rule: 'AU-HARDSHIP',
      within: { days: 21 },
      queue: 'back-office',
      metBy: ['hardship_ended'],
    },
  ],
  rules: [
    {
      ...common,
      id: 'AU-RG96-HOURS',
      about: ['hours', 'days'],
      title: 'Weekdays 7:30 to 21:00, weekends 9:00 to 21:00, not on national public holidays',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 s. 4',
      applies: { channels: [...CALLS, 'sms'] },
      topics: ['hours'],
      check: firstOf(
        openHours({
          week: { ...everyDay('09:00', '21:00'), ...weekdays(WEEKDAY) },
          holiday,
          consentOpens: true,
        }),
        statedTimes({ replyOnce: true }),
      ),
    },
    {
      ...common,
      id: 'AU-RG96-F2F',
      about: ['hours', 'days', 'channels'],
      title: 'Visits 9:00 to 21:00, not on national public holidays, once a month',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 ss. 4, 7',
      confidence: 'medium',
      applies: { channels: ['visit'] },
      topics: ['hours'],
      check: firstOf(
        openHours({ week: everyDay('09:00', '21:00'), holiday, consentOpens: true }),
        frequency({
          ...contacts,
          name: 'AU-RG96-F2F',
          channels: ['visit'],
          limit: 1,
          days: VISITS_DAYS,
        }),
      ),
    },
    {
      ...common,
      id: 'AU-RG96-WORK-HOURS',
      about: ['hours', 'channels'],
      title: 'At work on weekdays 9:00 to 17:00, or in working hours the person named',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 s. 4',
      applies: { notChannels: WITHOUT_HOURS, when: isAtWork },
      topics: ['hours'],
      check: (moment) => untilTheyLeave(moment, officeHours(moment)),
    },
    {
      ...common,
      id: 'AU-RG96-FREQ-WEEK',
      about: ['frequency'],
      title: 'Three contacts a week about one account',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 s. 5',
      applies: { channels: ALL_BUT_VISITS },
      check: frequency({ ...contacts, name: 'AU-RG96-FREQ-WEEK', limit: 3, days: 7 }),
    },
    {
      ...common,
      id: 'AU-RG96-FREQ-MONTH',
      about: ['frequency'],
      title: 'Ten contacts a month about one account',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 s. 5',
      applies: { channels: ALL_BUT_VISITS },
      check: frequency({ ...contacts, name: 'AU-RG96-FREQ-MONTH', limit: 10, days: 30 }),
    },
    {
      ...common,
      id: 'AU-RG96-REP',
      discreet: true,
      about: ['third_parties'],
      title: 'A representative speaks for the person',
      citation: 'ACCC/ASIC debt collection guideline (RG 96), part 2 s. 9',
      source:
        'https://www.accc.gov.au/publications/debt-collection-guideline-for-collectors-creditors/debt-collection-guideline-for-collectors-and-creditors/part-2-practical-guidance/9-when-a-debtor-is-represented',
      basis: 'primary',
      applies: {
        notChannels: NOT_CONTACT,
        when: (moment) => !isForRepresentative(moment),
      },
      check: hold({
        set: ['representative', 'attorney'],
        released: ['representative_ended', 'attorney_released'],
        releasing: ['representation_ended'],
      }),
    },
    {
      ...common,
      id: 'AU-HARDSHIP',
      discreet: true,
      title: 'Hardship told: answered within twenty-one days, no pursuit meanwhile',
      citation: 'National Credit Code ss. 72, 89A (National Consumer Credit Protection Act 2009)',
      source: 'https://www.legislation.gov.au/C2009A00134/latest/text',
      since: '2010-07-01',
      basis: 'unread',
      enforcement: 'hard',
      applies: {
        notChannels: NOT_CONTACT,
        when: ({ debts }) =>
          debts.length === 0 || debts.some(({ type }) => !NO_CREDIT.includes(type ?? '')),
      },
      check: hardship,
    },
  ],
} satisfies Pack;
