import { onlyAuthorisedChannels } from '#domain/gate/checks/channel-consents.ts';
import { DEBTORS, REPRESENTATIVES } from '#domain/gate/checks/debtors.ts';
import { frequency, isOwnAttempt, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { openHours } from '#domain/gate/checks/open-hours.ts';
import { onlyWith } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext, Logged } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import { isAnswer, isAnswering, isContactMade } from '#domain/gate/facts/outcomes.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { HOLIDAYS } from './holidays.ts';
import { statements } from './statements.ts';

const WEEK: WeeklyWindows = {
  mon: [['07:00', '19:00']],
  tue: [['07:00', '19:00']],
  wed: [['07:00', '19:00']],
  thu: [['07:00', '19:00']],
  fri: [['07:00', '19:00']],
  sat: [['08:00', '15:00']],
};

/** Any calendar week up to the attempt lies within the seven dates that end with it. */
const WEEK_DAYS = 7;

const CHANNELS = [...CALLS, ...ELECTRONIC, 'letter', 'visit'];

/** A voicemail dropped without ringing comes by the telephone too. */
const mediumOf = (channel: string) =>
  (CALLS as readonly string[]).includes(channel) ? 'call' : channel;

/** Direct contact: something of this collector's own accord reached the person; a ring-out did not. */
const isDirect = (logged: Logged, moment: EvaluationContext) =>
  isOwnAttempt(logged, moment) && !isAnswer(logged);

const common = {
  source: 'https://www.suin-juriscol.gov.co/',
  since: '2023-10-10',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
  applies: { notChannels: NOT_CONTACT },
} as const satisfies Partial<Rule>;

const unanswered: Rule['applies'] = {
  channels: CHANNELS,
  when: (moment) => !isAnswering(moment),
};

const visitAllowed = ({ facts, debts }: EvaluationContext) =>
  debts.some(({ type }) => type === 'microcredit') ||
  facts.contact_points.every(({ kind }) => kind === 'mail');

/** Colombia: Ley 2300 de 2023. */
export default {
  id: 'CO',
  name: 'Colombia',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['CO'],
  statements,
  limitation: [
    {
      place: 'CO',
      years: 5,
      from: 'default',
      paymentRestarts: null,
      citation: 'Código Civil arts 2536, 2539',
      source: 'http://www.secretariasenado.gov.co/senado/basedoc/codigo_civil.html',
      confirmedBy: null,
    },
  ],
  wording: [{ rule: 'CO-2300-MOTIVE', part: 'reason_unpaid', must: 'leave-out' }],
  rules: [
    {
      ...common,
      id: 'CO-2300-HOURS',
      about: ['hours', 'days'],
      title: 'Only Monday to Friday 7:00 to 19:00 and Saturday 8:00 to 15:00, never on holidays',
      citation: 'Ley 2300 de 2023 art. 3',
      applies: { notChannels: WITHOUT_HOURS },
      topics: ['hours'],
      check: openHours({ week: WEEK, holiday: (_, day) => HOLIDAYS(day), consentOpens: true }),
    },
    {
      ...common,
      id: 'CO-2300-CONSENT-CHANNEL',
      about: ['channels'],
      title: 'Only channels that the consumer authorised',
      citation: 'Ley 2300 de 2023 art. 2',
      check: onlyAuthorisedChannels,
    },
    {
      ...common,
      id: 'CO-2300-DAY',
      about: ['frequency'],
      title: 'Not twice on one day after direct contact',
      citation: 'Ley 2300 de 2023 art. 3',
      confidence: 'medium',
      applies: unanswered,
      check: frequency({
        name: 'CO-2300-DAY',
        limit: 1,
        days: 1,
        channels: CHANNELS,
        reached: isContactMade,
        counts: (moment) => (logged) => isDirect(logged, moment),
        keys: () => [KEY_OF_PERSON],
      }),
    },
    {
      ...common,
      id: 'CO-2300-CHANNEL-WEEK',
      about: ['frequency'],
      title: 'Not by a second channel within a week of direct contact by another',
      citation: 'Ley 2300 de 2023 art. 3',
      confidence: 'medium',
      applies: unanswered,
      check: frequency({
        name: 'CO-2300-CHANNEL-WEEK',
        limit: 1,
        days: WEEK_DAYS,
        channels: CHANNELS,
        reached: isContactMade,
        counts: (moment) => (logged) =>
          isDirect(logged, moment) && mediumOf(logged.channel) !== mediumOf(moment.channel),
        keys: () => [KEY_OF_PERSON],
      }),
    },
    {
      ...common,
      id: 'CO-2300-REFERENCES',
      about: ['third_parties'],
      title: 'Never personal or other references; those who owe are the debtor’s equals',
      citation: 'Ley 2300 de 2023',
      check: onlyWith({ roles: [...DEBTORS, ...REPRESENTATIVES], releasing: ['debtor_reached'] }),
    },
    {
      ...common,
      id: 'CO-2300-VISIT',
      about: ['channels'],
      title: 'No visits at home or at work, microcredit and want of any contact data aside',
      citation: 'Ley 2300 de 2023',
      confidence: 'medium',
      applies: { channels: ['visit'] },
      check: (moment): Finding | null =>
        visitAllowed(moment) ? null : { releasing: ['other_channel_used'] },
    },
    {
      ...common,
      id: 'CO-2300-MOTIVE',
      title: 'Nobody asks why the debt is unpaid',
      citation: 'Ley 2300 de 2023',
      check: ({ content }) =>
        content?.asks_reason_unpaid ? { releasing: ['content_mended'] } : null,
    },
  ],
} satisfies Pack;
