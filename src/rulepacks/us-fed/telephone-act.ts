import { CALLS } from '#domain/compliance/channels.ts';
import { frequency, KEY_OF_PERSON } from '#domain/compliance/frequency.ts';
import { eventsOf, type Given, isAddress, type Moment } from '#domain/compliance/moment.ts';
import { isConfirmation } from '#domain/compliance/opt-outs.ts';
import type { Rule } from '#domain/compliance/pack.ts';

/** Voices that nobody speaks at that moment; a synthetic agent is an artificial voice. */
const RECORDED = [
  'prerecorded',
  'artificial_voice',
  'artificial',
  'ai_voice',
  'recorded',
  'ringless',
  'voicemail_drop',
];
const AUTODIALLED = ['autodialed', 'autodialled', 'atds', 'autodialer', 'automated'];

const isRecorded = (moment: Moment) =>
  RECORDED.includes(moment.mode) || moment.channel === 'ringless_voicemail';

const isAutomatic = (moment: Moment) => isRecorded(moment) || AUTODIALLED.includes(moment.mode);

/** Mobile numbers, and numbers of which nobody knows what they are. */
const isMobile = (moment: Moment) => moment.point?.kind !== 'landline';

const isResidential = (moment: Moment) =>
  moment.point?.kind === 'landline' && moment.point.place !== 'work';

/** Consent given to the collector, or to the creditor when the number was given for the account. */
function numberConsents(moment: Moment): Given[] {
  const heirs = [moment.facts.actor.id, ...moment.debts.map((debt) => debt.creditor)];
  return moment.consents.filter(
    ({ consent, ms }) =>
      consent.kind === 'tcpa_prior_express' &&
      ms <= moment.ms &&
      (!consent.address || isAddress(moment, consent.address)) &&
      (!consent.given_to || heirs.includes(consent.given_to)),
  );
}

/** Whether consent to this number was taken back since it was last given. */
function isRevoked(moment: Moment): boolean {
  const consents = numberConsents(moment);
  const given = Math.max(...consents.map(({ ms }) => ms), Number.NEGATIVE_INFINITY);
  const taken = eventsOf(moment, 'tcpa_revocation', 'opt_out').some(
    ({ event, ms }) => ms > given && (!event.address || isAddress(moment, event.address)),
  );
  const allEnded = consents.length > 0 && consents.every(({ revokedMs }) => revokedMs <= moment.ms);
  return taken || allEnded;
}

const toMobile = (moment: Moment) => isAutomatic(moment) && isMobile(moment);

type TelephoneAct = Omit<Rule, 'source' | 'enforcement'>;

const telephoneAct = (rule: TelephoneAct): Rule => ({
  enforcement: 'hard',
  source: 'https://www.ecfr.gov/current/title-47/section-64.1200',
  ...rule,
});

export const telephoneActRules: readonly Rule[] = [
  telephoneAct({
    id: 'TCPA-CONSENT',
    title: 'Automatic calls and texts to a mobile need prior express consent',
    citation: '47 USC 227(b); 47 CFR 64.1200(a)(1)(iii)',
    since: '1992-12-20',
    confidence: 'high',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: toMobile },
    check: (moment) => (numberConsents(moment).length > 0 ? null : { releasing: ['tcpa_consent'] }),
  }),
  telephoneAct({
    id: 'TCPA-REVOKE',
    title: 'Consent to automatic calls and texts was taken back',
    citation: '47 CFR 64.1200(a)(10)',
    since: '2025-04-11',
    confidence: 'high',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: toMobile },
    check: (moment) =>
      isRevoked(moment) && !isConfirmation(moment) ? { releasing: ['tcpa_consent'] } : null,
  }),
  telephoneAct({
    id: 'TCPA-REVOKE-ALL',
    title: 'A revocation reaches all automatic calls and texts of this caller',
    citation: '47 CFR 64.1200(a)(10), delayed to 31 January 2027',
    since: '2027-01-31',
    confidence: 'medium',
    basis: 'secondary',
    applies: { channels: [...CALLS, 'sms'], when: isAutomatic },
    check: (moment) => {
      const given = Math.max(...numberConsents(moment).map(({ ms }) => ms), 0);
      const revoked = eventsOf(moment, 'tcpa_revocation').some(({ ms }) => ms > given);
      return revoked && !isConfirmation(moment) ? { releasing: ['tcpa_consent'] } : null;
    },
  }),
  telephoneAct({
    id: 'TCPA-CONFIRM-TEXT',
    title: 'One text may confirm an opt-out, with nothing else in it',
    citation: '47 CFR 64.1200(a)(12)',
    since: '2024-04-04',
    confidence: 'medium',
    basis: 'secondary',
    applies: { channels: ['sms'], purposes: ['optout_confirmation'] },
    check: (moment) => (isConfirmation(moment) ? null : { releasing: ['content_corrected'] }),
  }),
  telephoneAct({
    id: 'TCPA-RES-3IN30',
    title: 'Three recorded calls in thirty days to a residential line without consent',
    citation: '47 CFR 64.1200(a)(3)(iii), (b)',
    since: '2023-07-20',
    confidence: 'high',
    basis: 'secondary',
    applies: {
      channels: CALLS,
      when: (moment) =>
        isRecorded(moment) && isResidential(moment) && numberConsents(moment).length === 0,
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
          (RECORDED.includes(entry.mode ?? '') || channel === 'ringless_voicemail'),
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
];
