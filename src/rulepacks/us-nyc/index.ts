import { isAgreed } from '#domain/gate/checks/agreed-contacts.ts';
import { onlyWhen } from '#domain/gate/checks/combined.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import {
  coolOff,
  frequency,
  isOwnAttempt,
  KEY_OF_PERSON,
  keysOfDebts,
} from '#domain/gate/checks/frequency.ts';
import { givesWhatIsOwed, standing } from '#domain/gate/checks/holds.ts';
import { closedMedium, isConfirmation } from '#domain/gate/checks/opt-outs.ts';
import {
  dayAt,
  type EvaluationContext,
  isAddress,
  type Logged,
  logWhere,
  mainZone,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { EVERY_MEDIUM, isConversation, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { isAnswer, isContactMade } from '#domain/gate/facts/outcomes.ts';
import { ANSWERS_DISPUTE } from '#domain/gate/facts/purposes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { ownValue } from '#kernel/own-value.ts';
import { statements } from './statements.ts';

const DAYS = 7;
const OLD_LIMIT = 2;
const NEW_LIMIT = 3;

/** Messages that no count includes: what a law wants sent, and the answer to a wish to stop. */
const REQUIRED = [
  'send_validation_notice',
  'legally_required_medium',
  'optout_confirmation',
  'unverified_debt_notice',
];

/** What the new rules count: calls, texts, e-mail and their like. Ordinary mail is outside them. */
const COUNTED = EVERY_MEDIUM.filter((medium) => medium !== 'letter');
const UNCOUNTED = [...NOT_CONTACT, 'letter'];

const isUnasked = (moment: EvaluationContext) =>
  !isAgreed(moment) && !REQUIRED.includes(moment.purpose);
const ownUnasked = (moment: EvaluationContext) => (logged: Logged) =>
  isOwnAttempt(logged, moment) &&
  !isAnswer(logged) &&
  !REQUIRED.includes(logged.entry.purpose ?? '');

const contactedBefore = frequency({
  name: 'nyc-old',
  limit: OLD_LIMIT,
  days: DAYS,
  channels: EVERY_MEDIUM,
  reached: isContactMade,
  keys: () => [KEY_OF_PERSON],
  counts: ownUnasked,
});

const attempted = frequency({
  name: 'nyc-3in7',
  limit: NEW_LIMIT,
  days: DAYS,
  channels: COUNTED,
  keys: keysOfDebts,
  counts: ownUnasked,
});

const exchanged = coolOff({
  name: 'nyc-exchange',
  days: DAYS,
  channels: COUNTED,
  keys: keysOfDebts,
  after: (logged, moment) =>
    isOwnAttempt(logged, moment) &&
    (isConversation(logged.entry.result) || logged.entry.result === 'exchange'),
});

const ELECTRONIC = ['email', 'sms', 'messaging', 'social_dm', 'social_public'];

/** Kinds of consent that are written and for the medium; consent to automatic dialling is not. */
const CONSENTS: { readonly [channel: string]: readonly string[] } = {
  email: ['email', 'ny_email_written'],
  sms: ['text'],
};
const ANY_MEDIUM = ['nyc_electronic_written'];

/** The person wrote from the address, so it may be used for so many days without consent. */
const USED_DAYS = 60;

function usedLately(moment: EvaluationContext): boolean {
  const zone = mainZone(moment);
  const wrote = logWhere(
    moment,
    (entry) => entry.dir === 'inbound' && isAddress(moment, entry.from),
  );
  return wrote.some(
    ({ channel, ms }) =>
      channel === moment.channel &&
      ms <= moment.ms &&
      localDay(zone, moment.ms) - localDay(zone, ms) <= USED_DAYS,
  );
}

/** Nobody recorded which language the person prefers, and it is no answer to them. */
const lacksLanguage = (moment: EvaluationContext) =>
  isUnasked(moment) && moment.facts.consumer.language === null;

function electronicConsent(moment: EvaluationContext): Finding | null {
  if (isConfirmation(moment) || usedLately(moment)) return null;
  const kinds = [...ANY_MEDIUM, ...(ownValue(CONSENTS, moment.channel) ?? [])];
  const opens = standingConsents(moment, ...kinds).some(
    ({ consent }) =>
      consent.given_to === moment.facts.actor.id &&
      (!consent.address || isAddress(moment, consent.address)) &&
      (!consent.channel || consent.channel === moment.facts.proposed.channel),
  );
  return opens ? null : { releasing: ['electronic_consent_in_writing'] };
}

function electronicContact(moment: EvaluationContext): Finding | null {
  const withoutConsent = electronicConsent(moment);
  if (!lacksLanguage(moment)) return withoutConsent;
  return { releasing: [...(withoutConsent?.releasing ?? []), 'language_preference_recorded'] };
}

const NOTICE_DAYS = 5;
const VERIFY_DAYS = 60;

const openDisputes = (moment: EvaluationContext) =>
  standing(moment, ['dispute'], ['dispute_answered']);

/** Disputed at any time and in any way: collection rests until the debt is verified. */
function disputed(moment: EvaluationContext): Finding | null {
  if (ANSWERS_DISPUTE.includes(moment.purpose) || givesWhatIsOwed(moment)) return null;
  const open = openDisputes(moment);
  if (open.length === 0) return null;
  const first = localDay(mainZone(moment), Math.min(...open.map(({ ms }) => ms)));
  return {
    releasing: ['verification_sent'],
    details: Number.isFinite(first) ? { due: dateOfDay(first + VERIFY_DAYS) } : {},
  };
}

/** Not verified in time: the person is told that the debt is unverified. */
function unverified(moment: EvaluationContext): Finding | null {
  const zone = mainZone(moment);
  const today = localDay(zone, moment.ms);
  const late = openDisputes(moment).some(({ ms }) => today - localDay(zone, ms) > VERIFY_DAYS);
  return late ? { details: { notice: 'unverified_debt' } } : null;
}

/**
 * Adopted on 26 February 2026 for 1 September, then put off to 1 January 2027. Until then both sides
 * are kept: the old limit, which binds, and the new rules that this pack held since September.
 */
const NEW_SINCE = '2026-09-01';
const IN_FORCE = '2027-01-01';

const common = {
  citation: '6 RCNY 5-77, as adopted on 26 February 2026 for 1 January 2027',
  source: 'https://www.nyc.gov/site/dca/businesses/info-debt-collection-agency.page',
  since: NEW_SINCE,
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** New York City: the consumer protection rules, before and after their change. */
export default {
  id: 'US-NYC',
  name: 'New York City',
  version: '1.2.1',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-NY-NYC'],
  covers: 'consumers',
  alsoCalled: ['US-NY-NYC', 'NYC'],
  statements,
  rules: [
    {
      ...common,
      id: 'US-NYC-FREQ-OLD',
      about: ['frequency'],
      title: 'More than two communications in seven days, by any medium',
      citation: '6 RCNY 5-77(b)(1)(iv), as in force to 31 December 2026',
      since: '1994-04-01',
      until: '2026-12-31',
      confidence: 'low',
      basis: 'unread',
      applies: { notChannels: NOT_CONTACT, when: isFdcpaCollector },
      check: onlyWhen(isUnasked, contactedBefore),
    },
    {
      ...common,
      id: 'US-NYC-FREQ-3IN7',
      about: ['frequency'],
      title: 'More than three communications or attempts on an account in seven days, mail apart',
      citation: '6 RCNY 5-77(b)(1)(iii), as adopted on 26 February 2026 for 1 January 2027',
      applies: { notChannels: UNCOUNTED },
      check: onlyWhen(isUnasked, attempted),
    },
    {
      ...common,
      id: 'US-NYC-POSTEXCHANGE',
      about: ['frequency'],
      title: 'Within seven days of an exchange with the person about the account',
      confidence: 'low',
      basis: 'unread',
      applies: { notChannels: UNCOUNTED },
      check: onlyWhen(isUnasked, exchanged),
    },
    {
      ...common,
      id: 'US-NYC-ELEC',
      about: ['channels'],
      title:
        'Electronic contact only with consent or after the person wrote, in a language on record',
      citation: '6 RCNY 5-77(b)(5)(i), as adopted on 26 February 2026 for 1 January 2027',
      applies: { channels: ELECTRONIC },
      requires: ({ facts }) => [
        'one_word_opt_out',
        ...(facts.consumer.language ? [] : ['language_preference_recorded']),
      ],
      check: electronicContact,
    },
    {
      ...common,
      id: 'US-NYC-ELEC-NOTICE',
      title: 'After a first electronic contact the validation notice goes by mail within five days',
      enforcement: 'duty',
      applies: { channels: ELECTRONIC },
      check: (moment) =>
        moment.facts.consumer.initial_communication_made === false
          ? { details: { due: dateOfDay(dayAt(moment) + NOTICE_DAYS), by: 'mail' } }
          : null,
    },
    {
      ...common,
      id: 'US-NYC-STOP',
      about: ['channels'],
      title: 'A request to stop by a medium binds creditors too, in whatever form it came',
      citation: '6 RCNY 5-77(b)(4), as adopted on 26 February 2026',
      since: IN_FORCE,
      applies: { notChannels: NOT_CONTACT, when: (moment) => !isFdcpaCollector(moment) },
      check: closedMedium,
    },
    {
      ...common,
      id: 'US-NYC-DISPUTE',
      title: 'Disputed, at whatever time, and not verified: sixty days to verify',
      citation: '6 RCNY 5-77(f), as adopted on 26 February 2026',
      since: IN_FORCE,
      applies: { notChannels: NOT_CONTACT },
      check: disputed,
    },
    {
      ...common,
      id: 'US-NYC-UNVERIFIED',
      title: 'Not verified within sixty days: the notice of unverified debt is due',
      citation: '6 RCNY 5-77(f), as adopted on 26 February 2026',
      since: IN_FORCE,
      enforcement: 'duty',
      check: unverified,
    },
  ],
} satisfies Pack;
