import type { Proposed, VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { attempt, consentAt, eventAt, workedOn } from '#domain/gate/pack-examples.ts';
import { email, inOrder, letter, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const plan = (other: Partial<VoicemailPlan>) => ({
  proposed: {
    voicemail_plan: {
      business_name: 'ABC Inc',
      name_reveals_collector: false,
      requests_reply: true,
      contact_person_named: true,
      callback_number: true,
      ...other,
    },
  },
});
const outside = (content: object) => ({
  proposed: { ...letter, content } satisfies Partial<Proposed>,
});
const withFee = { ...inOrder, optout_requires: ['address', 'fee'] };
const notLimited = ['USF-18E-DISCLOSURE', 'USF-2J-NOT-LCM'];
const textConsent = (checks: boolean) => [
  consentAt('text', '2026-01-10T10:00:00-05:00', { address: 'm1', reassigned_checks_ok: checks }),
];
const safe = { policy: { require_safe_harbors: true } };
const stop = eventAt('media_optout', '2026-06-10T09:58:00-04:00', {
  medium: 'email',
  address: 'e1',
});
const confirmation = {
  ...email,
  purpose: 'optout_confirmation',
  content: { ...inOrder, confirms_optout: true },
};
const confirmed = (at: string) => ({
  id: 'K1',
  at,
  dir: 'outbound',
  channel: 'email',
  to: 'e1',
  result: 'sent',
  purpose: 'optout_confirmation',
});
const ceased = [eventAt('cease_notice', '2026-06-05T10:00:00-04:00', { debts: ['d1'] })];

/** The same things under other names, and words that only look like the allowed ones. */
export const workedWordings = on([
  ['2(j)-2', 'USF-2J-NOT-LCM', 'the date and the time', plan({ other_content: ['date_time'] })],
  [
    '2(j)-2',
    'USF-2J-NOT-LCM',
    'suggested times',
    plan({ other_content: 'suggested times to reply' }),
  ],
  [
    '2(j)-2',
    'USF-2J-NOT-LCM',
    'a suggested payment is something else',
    plan({ other_content: ['suggested payment'] }),
    notLimited,
  ],
  [
    '2(j)-2',
    'USF-2J-NOT-LCM',
    'a time-sensitive matter is no time',
    plan({ other_content: ['time-sensitive matter'] }),
    notLimited,
  ],
  [
    '2(j)-2',
    'USF-2J-NOT-LCM',
    'something more that nobody names',
    plan({ other_content: true }),
    notLimited,
  ],
  [
    '22(f)(2)-1',
    'USF-22F2-ENVELOPE',
    'words on the envelope tell the trade',
    outside({ envelope_text: 'ABC Debt Recovery, P.O. Box 12' }),
    ['USF-22F2-ENVELOPE'],
  ],
  [
    '22(f)(2)-1',
    'USF-22F2-ENVELOPE',
    'words on the envelope tell the trade in the language of the letter',
    outside({ envelope_text: 'Cobranzas ABC, aviso de deuda vencida' }),
    ['USF-22F2-ENVELOPE'],
  ],
  [
    '22(f)(2)-1',
    'USF-22F2-ENVELOPE',
    'a name on the envelope that tells nothing',
    outside({ envelope_text: 'ABC Inc, P.O. Box 12' }),
  ],
  [
    '6(e)-1',
    'USF-6E-OPTOUT-NOTICE',
    'a way to stop that costs something',
    {
      proposed: { ...text, content: withFee },
    },
    ['USF-6E-OPTOUT-NOTICE'],
  ],
  [
    '6(e)-1',
    'USF-6E-OPTOUT-NOTICE',
    'a way to stop that asks for the wish and the address',
    {
      proposed: { ...text, content: { ...inOrder, optout_requires: ['wish', 'telephone number'] } },
    },
  ],
  [
    '6(c)(2)(i)',
    'USF-6C-CEASE',
    'that no further efforts follow',
    { events: ceased, proposed: { ...letter, purpose: 'advise_no_further_contact' } },
  ],
  [
    '6(c)(2)(i)',
    'USF-6C-CEASE',
    'a letter on the weather',
    { events: ceased, proposed: { ...letter, purpose: 'greeting' } },
    ['USF-6C-CEASE'],
  ],
  [
    '6(d)(5)-1',
    'USF-6D5-TEXT-PROC',
    'checked today',
    { ...safe, consents: textConsent(true), proposed: text },
  ],
  [
    '6(d)(5)-1',
    'USF-6D5-TEXT-PROC',
    'never checked',
    { ...safe, consents: textConsent(false), proposed: text },
    ['USF-6D5-TEXT-PROC'],
  ],
  [
    '22(f)(3)-1',
    'USF-22F3-WORK-EMAIL',
    'an address that the employer provides',
    {
      contact_points: [{ id: 'e9', kind: 'email', employer_provided_known: true }],
      proposed: { ...email, to: 'e9' },
    },
    ['USF-22F3-WORK-EMAIL'],
  ],
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'the confirmation of an earlier opt-out is not this one’s',
    {
      events: [stop],
      contact_log: [confirmed('2026-05-01T10:00:00-04:00')],
      proposed: confirmation,
    },
  ],
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'this one was confirmed already',
    {
      events: [stop],
      contact_log: [confirmed('2026-06-10T09:59:00-04:00')],
      proposed: confirmation,
    },
    ['USF-14H-MEDIUM'],
  ],
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'a confirmation that names what else it holds',
    {
      events: [stop],
      proposed: { ...confirmation, content: { ...inOrder, other_content: ['payment link'] } },
    },
    ['USF-14H-MEDIUM'],
  ],
  [
    '6(d)(5)-1',
    'USF-6D5-TEXT-PROC',
    'a consent without a date may be older than sixty days',
    {
      ...safe,
      consents: [{ kind: 'text', given_to: 'agency-A', address: 'm1' }],
      proposed: text,
    },
    ['USF-6D5-TEXT-PROC'],
  ],
  [
    '34(b)(5)-1',
    'USF-34-VALIDATION-PERIOD',
    'no period can be told of a notice without a date',
    { events: [{ kind: 'validation_notice_sent' }] },
  ],
  [
    '30(a)(1)-2',
    'USF-30A-FURNISH',
    'a letter without a date waits for nothing',
    {
      events: [{ kind: 'letter_about_debt_mailed' }],
      proposed: { channel: 'credit_reporting', to: 'bureau', person: 'consumer_reporting_agency' },
    },
    ['USF-30A-FURNISH'],
  ],
  [
    '30(a)(1)-1',
    'USF-30A-FURNISH',
    'a talk with the spouse is none with the consumer',
    {
      contact_log: [
        attempt('2026-05-01T10:00:00-04:00', { result: 'conversation', person: 'spouse' }),
      ],
      proposed: { channel: 'credit_reporting', to: 'bureau', person: 'consumer_reporting_agency' },
    },
    ['USF-30A-FURNISH'],
  ],
]);
