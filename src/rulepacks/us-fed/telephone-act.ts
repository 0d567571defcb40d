import { frequency, KEY_OF_PERSON } from '#domain/gate/checks/frequency.ts';
import { isConfirmation } from '#domain/gate/checks/opt-outs.ts';
import { mayBeAddress } from '#domain/gate/checks/unnamed-address.ts';
import {
  type EvaluationContext,
  eventsOf,
  type Given,
  isAddress,
  type Known,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, channelsOfMedium } from '#domain/gate/facts/channels.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { ARTIFICIAL_VOICES, RECORDED_MODES } from '#domain/gate/facts/words.ts';
import type { Rule } from '#domain/gate/pack.ts';
import { isUnrelated } from './revocation-scope.ts';

const isRecordedMode = (mode: string | null | undefined) => RECORDED_MODES.includes(mode ?? '');

/** Voices that nobody speaks at that moment; a synthetic agent is an artificial voice. */
const isRecorded = ({ mode, channel, facts }: EvaluationContext) =>
  isRecordedMode(mode) ||
  channel === 'ringless_voicemail' ||
  ARTIFICIAL_VOICES.some((voice) => voice === facts.proposed.voice);

/** A machine's doing, whether the mode says so or the attempt itself. */
const isAutomatic = (moment: EvaluationContext) =>
  isRecorded(moment) || moment.mode === 'automatic' || moment.facts.proposed.automated === true;

/** Mobile numbers, and numbers of which nobody knows what they are. */
const isMobile = (moment: EvaluationContext) => moment.point?.kind !== 'landline';

const isResidential = (moment: EvaluationContext) =>
  moment.point?.kind === 'landline' && moment.point.place !== 'work';

/** How a consent names the creditor of the debt where it gives no name. */
const CREDITOR_WORDS: readonly string[] = ['creditor', 'original_creditor'];

/** Consent given to the collector, or to the creditor when the number was given for the account. */
function numberConsents(moment: EvaluationContext): Given[] {
  const creditors = moment.debts.map((debt) => debt.creditor);
  const heirs = [moment.facts.actor.id, ...creditors, ...CREDITOR_WORDS];
  return moment.consents.filter(
    ({ consent, ms }) =>
      consent.kind === 'tcpa_prior_express' &&
      ms <= moment.ms &&
      (!consent.address || isAddress(moment, consent.address)) &&
      (!consent.given_to || heirs.includes(consent.given_to)),
  );
}

/** The number a revocation names, whatever the field. */
const numberOf = ({ number, address }: CaseEvent) => number ?? address;

/** What a revocation takes back: consent to one matter, the number's, or to all that are named. */
const takesBack = ({ event, word }: Known, moment: EvaluationContext) =>
  !isUnrelated(event, moment) &&
  (!numberOf(event) || mayBeAddress(moment, numberOf(event))) &&
  (word === 'tcpa_revocation' ||
    [...CALLS, 'sms'].some((channel) => channelsOfMedium(event.medium ?? 'all').includes(channel)));

function revocationsSince(moment: EvaluationContext): Known[] {
  const given = Math.max(...numberConsents(moment).map(({ ms }) => ms), Number.NEGATIVE_INFINITY);
  return eventsOf(moment, 'tcpa_revocation', 'opt_out').filter(({ ms }) => ms > given);
}

/** Whether consent to this number was taken back since it was last given. */
function isRevoked(moment: EvaluationContext): boolean {
  const consents = numberConsents(moment);
  const allEnded = consents.length > 0 && consents.every(({ revokedMs }) => revokedMs <= moment.ms);
  return allEnded || revocationsSince(moment).some((known) => takesBack(known, moment));
}

/** A revocation that reaches this attempt only from the day on which one reaches everything. */
function revokedElsewhere(moment: EvaluationContext): boolean {
  // The revocation of this very matter is TCPA-REVOKE's own.
  const other = revocationsSince(moment).some(
    (known) => known.word === 'tcpa_revocation' && !takesBack(known, moment),
  );
  return other && !isConfirmation(moment);
}

/** The operator takes a revocation of one kind of message for one of all, before a law says so. */
const takesStopForAll = ({ facts }: EvaluationContext) =>
  facts.policy?.stop_means_everything === true;

/** 64.1200(a)(12): within five minutes a confirming text is presumed to be within the consent. */
const CONFIRM_MS = 5 * 60_000;

function isTimelyConfirmation(moment: EvaluationContext): boolean {
  if (!isConfirmation(moment)) return false;
  const stops = eventsOf(moment, 'opt_out', 'tcpa_revocation').map(({ ms }) => ms);
  return stops.length === 0 || moment.ms - Math.max(...stops) <= CONFIRM_MS;
}

const toMobile = (moment: EvaluationContext) => isAutomatic(moment) && isMobile(moment);

type TelephoneAct = Omit<Rule, 'source' | 'enforcement'> & Partial<Pick<Rule, 'enforcement'>>;

const telephoneAct = (rule: TelephoneAct): Rule => ({
  enforcement: 'hard',
  source: 'https://www.ecfr.gov/current/title-47/section-64.1200',
  ...rule,
});

/** From then on a revocation reaches all automatic calls and texts (DA 26-12). */
const ALL_SINCE = '2027-01-31';

export const telephoneActRules: readonly Rule[] = [
  telephoneAct({
    id: 'TCPA-CONSENT',
    about: ['channels'],
    title: 'Automatic calls and texts to a mobile need prior express consent',
    citation: '47 USC 227(b); 47 CFR 64.1200(a)(1)(iii)',
    since: '1992-12-20',
    confidence: 'high',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: toMobile },
    check: (moment) => {
      // The one text that confirms a stop is within whatever consent the thread rested on.
      const confirms = revocationsSince(moment).length > 0 && isTimelyConfirmation(moment);
      return confirms || numberConsents(moment).length > 0 ? null : { releasing: ['tcpa_consent'] };
    },
  }),
  telephoneAct({
    id: 'TCPA-REVOKE',
    about: ['channels'],
    title: 'Consent to automatic calls and texts was taken back',
    citation: '47 CFR 64.1200(a)(10)',
    since: '2025-04-11',
    confidence: 'high',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: toMobile },
    check: (moment) =>
      isRevoked(moment) && !isTimelyConfirmation(moment) ? { releasing: ['tcpa_consent'] } : null,
  }),
  telephoneAct({
    id: 'TCPA-REVOKE-ALL',
    about: ['channels'],
    title: 'A revocation reaches all automatic calls and texts of this caller',
    citation: '47 CFR 64.1200(a)(10), delayed to 31 January 2027',
    since: ALL_SINCE,
    confidence: 'medium',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: isAutomatic },
    check: (moment) => (revokedElsewhere(moment) ? { releasing: ['tcpa_consent'] } : null),
  }),
  telephoneAct({
    id: 'TCPA-REVOKE-ALL-PENDING',
    title: 'Consent was taken back for another matter; from 31 January 2027 that reaches this one',
    citation: '47 CFR 64.1200(a)(10), delayed to 31 January 2027 by DA 26-12',
    since: '2025-04-11',
    until: '2027-01-30',
    confidence: 'medium',
    basis: 'secondary',
    enforcement: 'advisory',
    applies: {
      channels: [...CALLS, 'sms'],
      when: (moment) => isAutomatic(moment) && !takesStopForAll(moment),
    },
    check: (moment) => (revokedElsewhere(moment) ? { details: { from: ALL_SINCE } } : null),
  }),
  telephoneAct({
    id: 'TCPA-REVOKE-ALL-POLICY',
    title: 'The operator takes STOP for everything: no automatic calls or texts on other matters',
    citation: 'Operator’s own limit, ahead of 47 CFR 64.1200(a)(10)',
    since: '2025-04-11',
    until: '2027-01-30',
    confidence: 'high',
    basis: 'primary',
    enforcement: 'policy',
    applies: {
      channels: [...CALLS, 'sms'],
      when: (moment) => isAutomatic(moment) && takesStopForAll(moment),
    },
    check: (moment) => (revokedElsewhere(moment) ? { releasing: ['tcpa_consent'] } : null),
  }),
  telephoneAct({
    id: 'TCPA-CONFIRM-TEXT',
    title: 'One text may confirm an opt-out, with nothing else in it',
    citation: '47 CFR 64.1200(a)(12)',
    since: '2024-04-04',
    confidence: 'medium',
    basis: 'secondary',
    applies: { channels: ['sms'], purposes: ['optout_confirmation'] },
    check: (moment) => {
      const mayGo = isAutomatic(moment) ? isTimelyConfirmation(moment) : isConfirmation(moment);
      return mayGo ? null : { releasing: ['content_corrected'] };
    },
  }),
  telephoneAct({
    id: 'TCPA-RES-3IN30',
    about: ['frequency'],
    title: 'Three recorded calls in thirty days to a residential line without consent',
    citation: '47 CFR 64.1200(a)(3)(iii), (b)',
    since: '2023-07-20',
    confidence: 'high',
    basis: 'secondary',
    applies: {
      channels: CALLS,
      when: (moment) =>
        isRecorded(moment) &&
        isResidential(moment) &&
        (numberConsents(moment).length === 0 || isRevoked(moment)),
    },
    check: frequency({
      name: 'tcpa-3in30',
      limit: 3,
      days: 30,
      channels: CALLS,
      keys: () => [KEY_OF_PERSON],
      counts:
        ({ facts: { proposed, actor } }) =>
        ({ entry, channel }) =>
          entry.to === proposed.to &&
          (entry.by ?? actor.id) === actor.id &&
          (isRecordedMode(entry.mode) || channel === 'ringless_voicemail'),
    }),
  }),
  telephoneAct({
    id: 'TCPA-ID',
    title: 'A recorded message says at its start whose it is',
    citation: '47 CFR 64.1200(b)',
    since: '1992-12-20',
    confidence: 'high',
    basis: 'unread',
    applies: { channels: CALLS, when: isRecorded },
    requires: () => ['business_identity_and_number'],
    check: (moment) =>
      moment.content?.identity_disclosed === false ? { releasing: ['content_corrected'] } : null,
  }),
  telephoneAct({
    id: 'TCPA-HIPAA',
    title: 'Recorded health-care calls to a home: one a day, three a week; never billing calls',
    citation: '47 CFR 64.1200(a)(3)(v)',
    since: '2023-07-20',
    confidence: 'medium',
    basis: 'unread',
    enforcement: 'definition',
  }),
  telephoneAct({
    id: 'TCPA-RND',
    title: 'A query of the database of reassigned numbers protects when the database is wrong',
    citation: 'FCC 18-177 (Second Report and Order on reassigned numbers, 2018)',
    since: '2021-11-01',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'definition',
  }),
  telephoneAct({
    id: 'TCPA-ABANDON',
    title: 'At most three in a hundred answered calls abandoned over thirty days of a campaign',
    citation: '47 CFR 64.1200(a)(6)-(7), for telemarketing; taken over as a dialler’s limit',
    since: '2008-10-27',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'definition',
  }),
  telephoneAct({
    id: 'TCPA-SOLICIT-HOURS',
    title: 'Hours of telephone solicitations; a call to collect is none, so this never speaks',
    citation: '47 CFR 64.1200(c)(1)',
    since: '1992-12-20',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'definition',
  }),
];
