import { onlyWhen } from '#domain/gate/checks/combined.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import {
  coolOff,
  frequency,
  isOwnAttempt,
  KEY_OF_PERSON,
  keysOfDebts,
} from '#domain/gate/checks/frequency.ts';
import { isConfirmation } from '#domain/gate/checks/opt-outs.ts';
import {
  dayAt,
  type EvaluationContext,
  isAddress,
  type Logged,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { EVERY_MEDIUM, isConversation, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { isAnswer, isAnswering, isContactMade } from '#domain/gate/facts/outcomes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { dateOfDay } from '#kernel/local-clock.ts';

const DAYS = 7;
const OLD_LIMIT = 2;
const NEW_LIMIT = 3;

/** Notices that the law wants sent, the mailed validation notice among them. */
const REQUIRED = ['send_validation_notice', 'legally_required_medium'];

const isUnasked = (moment: EvaluationContext) =>
  !isAnswering(moment) && !REQUIRED.includes(moment.purpose);
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
  channels: EVERY_MEDIUM,
  keys: keysOfDebts,
  counts: ownUnasked,
});

const exchanged = coolOff({
  name: 'nyc-exchange',
  days: DAYS,
  channels: EVERY_MEDIUM,
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

function electronicConsent(moment: EvaluationContext): Finding | null {
  if (isConfirmation(moment)) return null;
  const kinds = [...ANY_MEDIUM, ...(CONSENTS[moment.channel] ?? [])];
  const opens = standingConsents(moment, ...kinds).some(
    ({ consent }) =>
      consent.given_to === moment.facts.actor.id &&
      (!consent.address || isAddress(moment, consent.address)) &&
      (!consent.channel || consent.channel === moment.facts.proposed.channel),
  );
  return opens ? null : { releasing: ['electronic_consent_in_writing'] };
}

const NOTICE_DAYS = 5;

const common = {
  citation: '6 RCNY 5-77, as adopted in February 2026',
  source: 'https://www.nyc.gov/site/dca/businesses/info-debt-collection-agency.page',
  since: '2026-09-01',
  confidence: 'medium',
  basis: 'secondary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** New York City: the consumer protection rules, before and after their change in September 2026. */
export default {
  id: 'US-NYC',
  name: 'New York City',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-NY-NYC'],
  alsoCalled: ['US-NY-NYC', 'NYC'],
  rules: [
    {
      ...common,
      id: 'US-NYC-FREQ-OLD',
      title: 'More than two communications in seven days, by any medium',
      citation: '6 RCNY 5-77(b)(1)(iv), as in force to 31 August 2026',
      since: '1994-04-01',
      until: '2026-08-31',
      confidence: 'low',
      basis: 'unread',
      applies: { notChannels: NOT_CONTACT, when: isFdcpaCollector },
      check: onlyWhen(isUnasked, contactedBefore),
    },
    {
      ...common,
      id: 'US-NYC-FREQ-3IN7',
      title: 'More than three communications or attempts on an account in seven days',
      applies: { notChannels: NOT_CONTACT },
      check: onlyWhen(isUnasked, attempted),
    },
    {
      ...common,
      id: 'US-NYC-POSTEXCHANGE',
      title: 'Within seven days of an exchange with the person about the account',
      confidence: 'low',
      basis: 'unread',
      applies: { notChannels: NOT_CONTACT },
      check: onlyWhen(isUnasked, exchanged),
    },
    {
      ...common,
      id: 'US-NYC-ELEC',
      title: 'Electronic contact only with written consent, which can be revoked by one word',
      applies: { channels: ELECTRONIC },
      requires: () => ['one_word_opt_out', 'language_preference_recorded'],
      check: electronicConsent,
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
  ],
} satisfies Pack;
