import { hold } from '#domain/gate/checks/holds.ts';
import { inconvenientPlaces, shutPlaceOf } from '#domain/gate/checks/inconvenient-places.ts';
import { actsForEstate } from '#domain/gate/checks/location-calls.ts';
import { statedTimes } from '#domain/gate/checks/open-hours.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { closedMedium } from '#domain/gate/checks/opt-outs.ts';
import { isPostcard } from '#domain/gate/checks/papers.ts';
import { isOthersPoint, onlyWith, roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  type EvaluationContext,
  eventsOf,
  mainZone,
  recentLog,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import { isAnswering } from '#domain/gate/facts/outcomes.ts';
import { ANSWERS_DISPUTE, ANSWERS_OPEN } from '#domain/gate/facts/purposes.ts';
import type { Finding, OperatorWeek, Rule } from '#domain/gate/pack.ts';
import { DAY_MS, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { ADVISER, isAdviser } from './advisers.ts';
import { isBankHoliday } from './bank-holidays.ts';

const daytime = [['08:00', '21:00']] as const;

/** The hours that most firms keep; the sourcebook names none. */
const usualHours: OperatorWeek = {
  week: {
    ...{ mon: daytime, tue: daytime, wed: daytime, thu: daytime, fri: daytime, sat: daytime },
    sun: [['10:00', '18:00']],
  },
  shutOnHolidays: true,
};

const statedTime = statedTimes({ replyOnce: true });

const withOthers = onlyWith({
  roles: [
    'consumer',
    'co_debtor',
    'guarantor',
    ADVISER,
    'attorney',
    'authorised_third_party',
    'creditor',
  ],
  unless: (moment) => actsForEstate(moment, roleOf(moment.person)),
  releasing: ['third_party_consent'],
});

/** Post that shows the debt, a message others can read and a line of theirs tell them of it. */
function overheard(moment: EvaluationContext): Finding | null {
  const isPublic = moment.channel === 'social_public' || moment.content?.visibility === 'public';
  const open = isPostcard(moment) || moment.content?.envelope_reveals_debt === true;
  if (isPublic || open) return { releasing: ['content_mended'] };
  if (isOthersPoint(moment)) return { releasing: ['third_party_consent'] };
  return withOthers(moment);
}

/** Reasonable requests about when, where and how. */
function unreasonable(moment: EvaluationContext): Finding | null {
  const place = shutPlaceOf(moment, inconvenientPlaces(moment));
  if (place) return place;
  const medium = closedMedium(moment);
  if (medium) return medium;
  return (WITHOUT_HOURS as readonly string[]).includes(moment.channel) ? null : statedTime(moment);
}

const ADVICE_DAYS = 30;
const NO_RECALL = 'GB-OFCOM-ABANDON';
const RECALL_HOURS = 72;
/** The log that can hold an abandoned call of the last seventy-two hours. */
const RECALL_LOG_DAYS = 4;

function abandonedLately(moment: EvaluationContext): Finding | null {
  if (!moment.facts.policy?.rules_on?.includes(NO_RECALL)) return null;
  if (moment.mode === 'live_agent' || moment.mode === 'manual') return null;
  const last = recentLog(moment, RECALL_LOG_DAYS)
    .filter(({ entry }) => entry.to === moment.facts.proposed.to && entry.result === 'abandoned')
    .reduce((latest, { ms }) => Math.max(latest, ms), Number.NEGATIVE_INFINITY);
  const untilMs = last + (RECALL_HOURS * DAY_MS) / 24;
  return untilMs > moment.ms ? { untilMs } : null;
}

const REFUSALS = ['will_not_pay_barred'] as const;

const needsSpecialist = ({ facts, ...moment }: EvaluationContext) =>
  facts.consumer.status?.vulnerable === true ||
  facts.consumer.status?.lacks_capacity === true ||
  moment.events.some(
    ({ word, ms }) => (word === 'vulnerable' || word === 'lacks_capacity') && ms <= moment.ms,
  );

const common = {
  source: 'https://www.handbook.fca.org.uk/handbook/CONC/7/',
  since: '2014-04-01',
  confidence: 'medium',
  basis: 'primary',
  enforcement: 'hard',
  applies: { notChannels: NOT_CONTACT },
} as const satisfies Partial<Rule>;

/** The consumer credit sourcebook, and the operator's own hours. */
export const conduct: readonly Rule[] = [
  {
    ...common,
    id: 'GB-CONC-TIMES',
    about: ['channels'],
    title: 'The customer asked not to be contacted at this time, there or in this way',
    citation: 'FCA CONC 7.9.4R',
    confidence: 'high',
    check: unreasonable,
  },
  operatorHours({
    ...common,
    id: 'GB-POLICY-HOURS',
    title: 'Outside the operator’s contact hours',
    citation: 'Operator’s setting under FCA CONC 7.9.4R, which names no hours',
    holiday: isBankHoliday,
    initial: usualHours,
  }),
  {
    ...common,
    id: 'GB-CONC-THIRD',
    about: ['third_parties'],
    title: 'Third parties must not learn of the debt',
    citation: 'FCA CONC 7.9.6–7.9.10',
    confidence: 'high',
    check: overheard,
  },
  {
    ...common,
    id: 'GB-CONC-VISIT',
    about: ['channels'],
    title: 'A visit needs notice of time and purpose, and never to a vulnerable customer',
    citation: 'FCA CONC 7.9.12R ff.',
    confidence: 'high',
    applies: { channels: ['visit'] },
    check: (moment) => {
      const announced =
        moment.content?.notice_given === true || eventsOf(moment, 'visit_notice').length > 0;
      return announced && !needsSpecialist(moment) ? null : { releasing: ['visit_announced'] };
    },
  },
  {
    ...common,
    basis: 'unread',
    id: 'GB-CONC-DEBTADVICE',
    discreet: true,
    title: 'A debt adviser is helping: pursuit is suspended, generally for thirty days',
    citation: 'FCA CONC 7.3.11R–7.3.12G',
    check: hold({
      set: ['debt_adviser'],
      released: ['debt_adviser_ended'],
      releasing: ['debt_adviser_ended'],
      exceptPurposes: ANSWERS_OPEN,
      unless: (moment) => isAdviser(moment) || isAnswering(moment),
      endMs: ({ event, ms }, moment) => {
        const zone = mainZone(moment);
        const end = event.extended_until
          ? dayOf(event.extended_until) + 1
          : localDay(zone, ms) + ADVICE_DAYS;
        return instantOfLocal(zone, end, 0);
      },
    }),
  },
  {
    ...common,
    basis: 'unread',
    id: 'GB-CONC-DISPUTE',
    title: 'Disputed on reasonable grounds and not yet investigated',
    citation: 'FCA CONC 7.14',
    check: hold({
      set: ['dispute'],
      released: ['dispute_answered', 'duplicative_notice'],
      releasing: ['dispute_investigated'],
      exceptPurposes: [...ANSWERS_OPEN, ...ANSWERS_DISPUTE],
      when: ({ event }) => event.reasonable_grounds !== false,
      unless: isAnswering,
    }),
  },
  {
    ...common,
    basis: 'unread',
    id: 'GB-CONC-STATUTEBARRED',
    title: 'Statute barred, and the customer said that they will not pay',
    citation: 'FCA CONC 7.15.8R',
    check: (moment) => {
      const barred = moment.debts.some(({ time_barred: is = false }) => is !== false);
      const refused = eventsOf(moment, ...REFUSALS).some(({ event }) =>
        touchesDebts(event.debts, moment),
      );
      return barred && refused ? { releasing: ['customer_offers_to_pay'] } : null;
    },
  },
  {
    ...common,
    basis: 'unread',
    id: 'GB-CONC-CAPACITY',
    discreet: true,
    title: 'Limited capacity or vulnerability: pursuit is suspended, a specialist takes over',
    citation: 'FCA CONC 7.10; PRIN 2A',
    confidence: 'high',
    check: (moment) => {
      const released = eventsOf(moment, 'vulnerable_ended', 'lacks_capacity_ended').length > 0;
      if (!needsSpecialist(moment) || released) return null;
      return moment.facts.proposed.team === 'specialist'
        ? null
        : { releasing: ['specialist_review'] };
    },
  },
  {
    ...common,
    basis: 'unread',
    id: NO_RECALL,
    setting: { kind: 'switch' },
    title:
      'No call to a number for seventy-two hours after an abandoned one, without an agent ready',
    citation: 'Communications Act 2003 ss. 128–131; Ofcom statement on persistent misuse',
    source: 'https://www.legislation.gov.uk/ukpga/2003/21/section/128',
    enforcement: 'policy',
    applies: { channels: CALLS, anyDebtor: true },
    check: abandonedLately,
  },
];
