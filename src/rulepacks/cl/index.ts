import { isConsumerDebt } from '#domain/gate/checks/debtors.ts';
import { frequency, keysByCreditor } from '#domain/gate/checks/frequency.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { withThoseOfParts } from '#domain/gate/checks/place-holidays.ts';
import { dayAt, type EvaluationContext, type Logged } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import { isAnswer, isAnswering, isContactMade, isToPerson } from '#domain/gate/facts/outcomes.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { addMonthsToDay, dateOfDay } from '#kernel/local-clock.ts';
import { HOLIDAYS } from './holidays.ts';
import { statements } from './statements.ts';

const WEEK: WeeklyWindows = {
  mon: [['08:00', '20:00']],
  tue: [['08:00', '20:00']],
  wed: [['08:00', '20:00']],
  thu: [['08:00', '20:00']],
  fri: [['08:00', '20:00']],
  sat: [['08:00', '20:00']],
};

/** Any calendar week up to the attempt lies within the seven dates that end with it. */
const WEEK_DAYS = 7;
const APART_DAYS = 2;
const KEPT_MONTHS = 24;

const PERSONAL = [...CALLS, 'visit'];
const OTHER = ['letter', ...ELECTRONIC];

const ofOwnAccord: Rule['applies'] = {
  when: (moment) => isConsumerDebt(moment) && !isAnswering(moment),
};

/** The limits are the supplier's, whoever works for it. */
const counted = (logged: Logged, moment: EvaluationContext) =>
  isToPerson(logged, moment) && !isAnswer(logged);

/** A visit is one whether or not anybody was at home; a call is a contact once it reached somebody. */
const isPersonal = (logged: Logged, moment: EvaluationContext) =>
  counted(logged, moment) && (logged.channel === 'visit' || isContactMade(logged.entry.result));

const common = {
  source: 'https://www.bcn.cl/leychile/navegar?idNorma=61438',
  since: '2021-04-20',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
  citation: 'Ley 19.496 art. 37, as amended by Ley 21.320',
} as const satisfies Partial<Rule>;

/** Chile: out-of-court collection of consumer debt. */
export default {
  id: 'CL',
  name: 'Chile',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['CL'],
  statements,
  limitation: [
    {
      place: 'CL',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil arts 2515, 2518',
      source: 'https://www.bcn.cl/leychile/navegar?idNorma=172986',
      confirmedBy: 'https://deudas.cl/cuando-prescribe-una-deuda-en-chile',
    },
  ],
  rules: [
    {
      ...common,
      id: 'CL-37-PHONE-1WEEK',
      about: ['frequency', 'channels'],
      title: 'One telephone contact or visit a week',
      applies: { ...ofOwnAccord, channels: PERSONAL },
      check: frequency({
        name: 'CL-37-PHONE-1WEEK',
        limit: 1,
        days: WEEK_DAYS,
        channels: PERSONAL,
        counts: (moment) => (logged) => isPersonal(logged, moment),
        keys: keysByCreditor,
      }),
    },
    {
      ...common,
      id: 'CL-37-OTHER-2WEEK',
      about: ['frequency', 'channels'],
      title: 'Two letters or messages a week',
      applies: { ...ofOwnAccord, channels: OTHER },
      check: frequency({
        name: 'CL-37-OTHER-2WEEK',
        limit: 2,
        days: WEEK_DAYS,
        channels: OTHER,
        counts: (moment) => (logged) => counted(logged, moment),
        keys: keysByCreditor,
      }),
    },
    {
      ...common,
      id: 'CL-37-SPACING',
      about: ['frequency'],
      title: 'Letters and messages at least two days apart',
      applies: { ...ofOwnAccord, channels: OTHER },
      check: frequency({
        name: 'CL-37-SPACING',
        limit: 1,
        days: APART_DAYS,
        channels: OTHER,
        counts: (moment) => (logged) => counted(logged, moment),
        keys: keysByCreditor,
      }),
    },
    {
      ...common,
      id: 'CL-37-HOURS',
      about: ['hours', 'days'],
      title: 'Only Monday to Saturday 8:00 to 20:00, never on holidays',
      citation: 'Ley 19.496 art. 37; Código de Procedimiento Civil art. 59',
      since: '1999-12-27',
      confidence: 'medium',
      applies: { notChannels: WITHOUT_HOURS, when: isConsumerDebt },
      topics: ['hours'],
      check: openHours({ week: WEEK, holiday: withThoseOfParts('CL', HOLIDAYS) }),
    },
    {
      ...common,
      id: 'CL-37-LOG',
      title: 'Kind and frequency of every action are recorded and kept for two years',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isConsumerDebt },
      check: (moment) => ({
        details: { keep_until: dateOfDay(addMonthsToDay(dayAt(moment), KEPT_MONTHS)) },
      }),
    },
  ],
} satisfies Pack;
