import { needsConsent } from '#domain/gate/checks/channel-consents.ts';
import { isWorkPoint } from '#domain/gate/checks/contact-places.ts';
import { keptFrom } from '#domain/gate/checks/debt-told.ts';
import { isConsumerDebt } from '#domain/gate/checks/debtors.ts';
import {
  frequency,
  isOwnAttempt,
  KEY_OF_PERSON,
  keysOfDebts,
} from '#domain/gate/checks/frequency.ts';
import { isConfirmation } from '#domain/gate/checks/opt-outs.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Debt } from '#domain/gate/facts/facts.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

const DAYS = 7;
const CALLS_A_WEEK = 4;
const MESSAGES_A_WEEK = 5;
/** The act speaks of debts more than thirty days past due; one whose age is not known is one. */
const PAST_DUE_DAYS = 30;

const MESSAGES = ['email', 'sms', 'messaging', 'social_dm'];

const isPastDue = ({ days_past_due }: Debt) =>
  days_past_due === null || days_past_due === undefined || days_past_due > PAST_DUE_DAYS;

const isCovered = (moment: EvaluationContext) =>
  isConsumerDebt(moment) && (moment.debts.length === 0 || moment.debts.some(isPastDue));

function keys(moment: EvaluationContext) {
  const late = new Set(moment.facts.debts.filter(isPastDue).map(({ id }) => id));
  return keysOfDebts(moment).filter((key) => key.debts?.some((id) => late.has(id)) ?? true);
}

const SEEKS_CONSENT = 'seek_electronic_consent';
const seeksConsent = ({ purpose }: EvaluationContext) => purpose === SEEKS_CONSENT;

const common = {
  citation: 'D.C. Code 28-3814 (D.C. Law 24-154)',
  source: 'https://code.dccouncil.gov/us/dc/council/code/sections/28-3814',
  since: '2023-01-01',
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** District of Columbia: collectors and creditors alike. */
export default {
  id: 'US-DC',
  name: 'District of Columbia',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-DC'],
  statements,
  limitation: [
    {
      place: 'US-DC',
      years: 3,
      from: 'default',
      paymentRestarts: null,
      citation: 'D.C. Code 12-301; 28-3814',
      source: 'https://law.justia.com/codes/district-of-columbia/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  rules: [
    {
      ...common,
      id: 'US-DC-4CALLS',
      about: ['frequency'],
      title: 'More than four calls on an account in seven days',
      applies: { channels: CALLS, when: isCovered },
      check: frequency({
        name: 'dc-calls',
        limit: CALLS_A_WEEK,
        days: DAYS,
        channels: CALLS,
        keys,
      }),
    },
    {
      ...common,
      id: 'US-DC-5ELEC',
      about: ['frequency'],
      title: 'More than five electronic messages on an account in seven days',
      applies: { channels: MESSAGES, when: isCovered },
      check: frequency({
        name: 'dc-messages',
        limit: MESSAGES_A_WEEK,
        days: DAYS,
        channels: MESSAGES,
        keys,
      }),
    },
    {
      ...common,
      id: 'US-DC-ELEC-CONSENT',
      about: ['channels'],
      title: 'Electronic messages only after the person consented to them',
      applies: { channels: MESSAGES, when: isCovered },
      check: needsConsent({
        kinds: ['dc_electronic'],
        givenTo: 'collector',
        perDebt: true,
        releasing: 'electronic_consent',
        unless: (moment) => seeksConsent(moment) || isConfirmation(moment),
      }),
    },
    {
      ...common,
      id: 'US-DC-CONSENT-SEEK-1IN7',
      about: ['frequency'],
      title: 'Consent to electronic messages may be asked for once in seven days',
      applies: { channels: MESSAGES, when: (moment) => isCovered(moment) && seeksConsent(moment) },
      check: frequency({
        name: 'dc-seek',
        limit: 1,
        days: DAYS,
        channels: MESSAGES,
        keys: () => [KEY_OF_PERSON],
        counts: (moment) => (logged) =>
          isOwnAttempt(logged, moment) && logged.entry.purpose === SEEKS_CONSENT,
      }),
    },
    {
      ...common,
      id: 'US-DC-VISIT',
      about: ['channels'],
      title: 'No visit to the household to collect, utilities excepted',
      citation: 'D.C. Code 28-3814(d)(5)',
      basis: 'primary',
      applies: {
        channels: ['visit'],
        when: (moment) => isCovered(moment) && !isWorkPoint(moment.point),
      },
      check: ({ debts }) => {
        const utilities = debts.length > 0 && debts.every(({ type }) => type === 'utility');
        return utilities ? null : { releasing: ['another_channel'] };
      },
    },
    {
      ...common,
      id: 'US-DC-THIRD-PARTY',
      about: ['third_parties'],
      title:
        'Nothing of the debt to an employer, family, friends or neighbours but by legal process',
      citation: 'D.C. Code 28-3814(e) (D.C. Law 24-154)',
      applies: { notChannels: NOT_CONTACT, when: isCovered },
      check: keptFrom(['employer', 'family', 'household', 'others']),
    },
  ],
} satisfies Pack;
