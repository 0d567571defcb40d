import type { Example } from '#domain/gate/pack.ts';
import { attempt, consentAt, eventAt, examplesOn, inbound } from '#domain/gate/pack-examples.ts';
import { email, inOrder, letter, ordinaryCase, text } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const content = (what: object, of: object = {}) => ({ proposed: { ...of, content: what } });
const strict = { policy: { require_safe_harbors: true } };
const emailConsent = consentAt('email', '2026-05-20T10:00:00-04:00', { address: 'e1' });
const textConsent = (day: string) => consentAt('text', `${day}T10:00:00-04:00`, { address: 'm1' });
const callConsent = consentAt('tcpa_prior_express', '2026-05-01T10:00:00-04:00', { address: 'm1' });
const stop = eventAt('media_optout', '2026-06-09T10:00:00-04:00', { medium: 'sms', address: 'm1' });
const social = { channel: 'social_dm', to: 's1' };
const limited = {
  business_name: 'ABC Inc',
  requests_reply: true,
  contact_person_named: true,
  callback_number: true,
};
const recorded = (at: string) => attempt(at, { to: 'h1', mode: 'prerecorded' });
const threeRecorded = ['12', '20', '30'].map((day) => recorded(`2026-05-${day}T10:00:00-04:00`));
const recordedHome = { mode: 'prerecorded', to: 'h1' };

/** A reply to texts about the medical debt, on the number that has consent for calls. */
const stoppedOther = eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', {
  address: 'm1',
  in_reply_to: 'sms_about_d2',
  debts: null,
});

export const messageExamples: readonly Example[] = [
  ...on('USF-14H-MEDIUM', {
    inside: ['texts open', { proposed: text }],
    edge: ['STOP to a text leaves calls open', { events: [stop] }],
    outside: ['a text after STOP', { events: [stop], proposed: text }],
  }),
  ...on('USF-6E-OPTOUT-NOTICE', {
    inside: ['the message says how to stop', { proposed: email }],
    edge: ['a call needs no such notice', {}],
    outside: ['no word on how to stop', content({ ...inOrder, optout_notice: false }, text)],
  }),
  ...on('USF-6D4-EMAIL-PROC', {
    inside: ['direct consent', { ...strict, consents: [emailConsent], proposed: email }],
    edge: [
      'the person wrote from the address',
      {
        ...strict,
        contact_log: [inbound('IN1', '2026-03-01T10:00:00-05:00', {})],
        proposed: email,
      },
    ],
    outside: ['nobody knows whence the address', { ...strict, proposed: email }],
  }),
  ...on('USF-6D5-TEXT-PROC', {
    inside: ['fresh consent', { ...strict, consents: [textConsent('2026-06-01')], proposed: text }],
    edge: ['sixty days old', { ...strict, consents: [textConsent('2026-04-11')], proposed: text }],
    outside: [
      'sixty-one days without a check of the number',
      { ...strict, consents: [textConsent('2026-04-10')], proposed: text },
    ],
  }),
  ...on('USF-22F3-WORK-EMAIL', {
    inside: ['a private address', { proposed: email }],
    edge: [
      'the person used the address themselves',
      {
        contact_log: [inbound('IN1', '2026-03-01T10:00:00-05:00', { from: 'e2' })],
        proposed: { ...email, to: 'e2' },
      },
    ],
    outside: ['known to be the employer’s', { proposed: { ...email, to: 'e2' } }],
  }),
  ...on('USF-22F4-SOCIAL-PUBLIC', {
    inside: ['a call', {}],
    edge: ['a private message', content({ ...inOrder, visibility: 'private' }, social)],
    outside: ['seen by friends', content({ ...inOrder, visibility: 'contacts' }, social)],
  }),
  ...on('USF-18D-SOCIAL-IDENTITY', {
    inside: ['no contact request', content(inOrder, social)],
    edge: [
      'the request says from whom it comes',
      content(
        { ...inOrder, identifies_as_debt_collector: true },
        { ...social, purpose: 'contact_request' },
      ),
    ],
    outside: [
      'the request hides it',
      content(
        { ...inOrder, identifies_as_debt_collector: false },
        { ...social, purpose: 'contact_request' },
      ),
    ],
  }),
  ...on('USF-22F1-POSTCARD', {
    inside: ['a letter', { proposed: letter }],
    edge: ['in an envelope', content({ format: 'letter' }, letter)],
    outside: ['a postcard', content({ format: 'postcard' }, letter)],
  }),
  ...on('USF-22F2-ENVELOPE', {
    inside: ['a letter', { proposed: letter }],
    edge: ['a plain envelope', content({ envelope_reveals_debt: false }, letter)],
    outside: ['the envelope names the trade', content({ envelope_reveals_debt: true }, letter)],
  }),
  ...on('USF-14G-IDENTITY', {
    inside: ['nothing said against it', {}],
    edge: ['the caller gives a name', content({ identity_disclosed: true })],
    outside: ['the caller hides', content({ identity_disclosed: false })],
  }),
  ...on('USF-2J-NOT-LCM', {
    inside: ['no voicemail planned', {}],
    edge: ['exactly the limited parts', { proposed: { voicemail_plan: limited } }],
    outside: [
      'limited parts, but on the neighbour’s machine',
      { proposed: { to: 'n1', voicemail_plan: limited } },
    ],
  }),
  ...on('USF-18E-DISCLOSURE', {
    inside: ['the message discloses', { proposed: email }],
    edge: [
      'more than the limited parts, but disclosed',
      {
        proposed: {
          voicemail_plan: {
            ...limited,
            other_content: ['balance'],
            debt_collector_disclosure: 'subsequent',
          },
        },
      },
    ],
    outside: ['a text without it', content({ optout_notice: true }, text)],
  }),
  ...on('USF-18F-ALIAS', {
    inside: ['the agent’s own name', {}],
    edge: ['said to be no alias', content({ uses_alias: false })],
    outside: ['an alias', content({ uses_alias: true })],
  }),
  ...on('USF-26-TIMEBARRED-THREAT', {
    inside: ['asking for payment', { debts: [{ id: 'd1', time_barred: true }] }],
    edge: ['a suit on a debt in time', content({ threatens_suit: true })],
    outside: [
      'a threat on a barred debt',
      { debts: [{ id: 'd1', time_barred: true }], ...content({ threatens_suit: true }) },
    ],
  }),
  ...on('HIPAA-MIN', {
    inside: ['not a health provider’s agent', content({ health_detail: true })],
    edge: [
      'the least that is needed',
      {
        actor: { type: 'third_party_collector', id: 'agency-A', business_associate: true },
        ...content({ health_detail: false }),
      },
    ],
    outside: [
      'a diagnosis in the message',
      {
        actor: { type: 'third_party_collector', id: 'agency-A', business_associate: true },
        ...content({ health_detail: true }),
      },
    ],
  }),
  ...on('TCPA-REVOKE', {
    inside: ['consent stands', { consents: [callConsent], proposed: { mode: 'prerecorded' } }],
    edge: [
      'an agent may still dial by hand',
      {
        consents: [callConsent],
        events: [eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', { address: 'm1' })],
      },
    ],
    outside: [
      'taken back',
      {
        consents: [callConsent],
        events: [eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', { address: 'm1' })],
        proposed: { mode: 'prerecorded' },
      },
    ],
  }),
  ...on('TCPA-REVOKE-ALL', {
    inside: ['nothing taken back', { consents: [callConsent], proposed: { mode: 'prerecorded' } }],
    edge: [
      'before 31 January 2027 another number stays open',
      {
        consents: [callConsent],
        events: [eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', { address: 'h1' })],
        proposed: { mode: 'prerecorded', at: '2027-01-30T10:00:00-05:00' },
      },
    ],
    outside: [
      'from then on it reaches every number',
      {
        consents: [callConsent],
        events: [eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', { address: 'h1' })],
        proposed: { mode: 'prerecorded', at: '2027-02-01T10:00:00-05:00' },
      },
    ],
  }),
  ...on('TCPA-REVOKE-ALL-PENDING', {
    inside: ['nothing taken back', { consents: [callConsent], proposed: { mode: 'prerecorded' } }],
    edge: [
      'from 31 January 2027 the law itself reaches the other matter',
      {
        consents: [callConsent],
        events: [stoppedOther],
        proposed: { mode: 'prerecorded', at: '2027-01-31T10:00:00-05:00' },
      },
      ['TCPA-REVOKE-ALL'],
    ],
    outside: [
      'STOP to texts about another debt, the day before',
      {
        consents: [callConsent],
        events: [stoppedOther],
        proposed: { mode: 'prerecorded', at: '2027-01-30T10:00:00-05:00' },
      },
    ],
  }),
  ...on('TCPA-REVOKE-ALL-POLICY', {
    inside: [
      'the operator takes no STOP for more than the law does',
      { consents: [callConsent], events: [stoppedOther], proposed: { mode: 'prerecorded' } },
    ],
    edge: [
      'a call dialled by hand',
      { consents: [callConsent], events: [stoppedOther], policy: { stop_means_everything: true } },
    ],
    outside: [
      'STOP to texts about another debt reaches recorded calls about this one',
      {
        consents: [callConsent],
        events: [stoppedOther],
        policy: { stop_means_everything: true },
        proposed: { mode: 'prerecorded' },
      },
    ],
  }),
  ...on('TCPA-CONFIRM-TEXT', {
    inside: ['an ordinary text', { proposed: text }],
    edge: [
      'a bare confirmation',
      { events: [stop], ...content(inOrder, { ...text, purpose: 'optout_confirmation' }) },
    ],
    outside: [
      'a payment link in it',
      {
        events: [stop],
        ...content(
          { ...inOrder, other_content: true },
          { ...text, purpose: 'optout_confirmation' },
        ),
      },
      ['TCPA-CONFIRM-TEXT', 'USF-14H-MEDIUM'],
    ],
  }),
  ...on('TCPA-RES-3IN30', {
    inside: ['first recorded call', { proposed: recordedHome }],
    edge: [
      'third within thirty days',
      { contact_log: threeRecorded.slice(0, 2), proposed: recordedHome },
    ],
    outside: ['fourth within thirty days', { contact_log: threeRecorded, proposed: recordedHome }],
  }),
  ...on('TCPA-ID', {
    inside: ['a live agent', {}],
    edge: ['the recording names its maker', content({ identity_disclosed: true }, recordedHome)],
    outside: [
      'it does not',
      content({ identity_disclosed: false }, recordedHome),
      ['TCPA-ID', 'USF-14G-IDENTITY'],
    ],
  }),
];
