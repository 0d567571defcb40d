import { consentAt, eventAt, inbound, workedOn } from '#domain/gate/pack-examples.ts';
import { email, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock = '10:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const strict = { policy: { require_safe_harbors: true } };
const strictly = (channel: object, other: object = {}) => ({
  ...strict,
  proposed: channel,
  ...other,
});
const chain = (other: object = {}) => ({
  events: [
    {
      kind: 'email_chain',
      address: 'e1',
      obtained_by: 'agency-P',
      under: '1006.6(d)(4)(i)',
      used_by: ['agency-P', 'agency-Q'],
      immediately_prior_collector: 'agency-Q',
      opted_out: false,
      ...other,
    },
  ],
});
const notice = (sent_at: string, optout_deadline: string, other: object = {}) => ({
  events: [
    {
      kind: 'creditor_email_notice',
      address: 'e1',
      sent_at,
      optout_deadline,
      domain_public: true,
      ...other,
    },
  ],
});
const mails = ['USF-6D4-EMAIL-PROC'];
const texts = ['USF-6D5-TEXT-PROC'];
const textConsent = (received: string, other: object = {}) => ({
  consents: [consentAt('text', received, { address: 'm1', ...other })],
});

/** Comments 6(d)(3) to 6(d)(5) and 22(f)(3): where an address or number comes from. */
export const workedAddresses = on([
  [
    '6(d)(4)(i)-1',
    'USF-6D4-EMAIL-PROC',
    'the person wrote from the address about the debt',
    strictly(email, { contact_log: [inbound('IN1', june(1), {})] }),
  ],
  [
    '6(d)(4)(i)-1',
    'USF-6D4-EMAIL-PROC',
    'a message about another debt is none about this one',
    strictly(email, { contact_log: [inbound('IN1', june(1), { debts: ['d2'] })] }),
    mails,
  ],
  [
    '6(d)(4)(i)-2',
    'USF-6D4-EMAIL-PROC',
    'direct consent',
    strictly(email, { consents: [consentAt('email', june(1), { address: 'e1' })] }),
  ],
  [
    '6(d)(4)(i)-2',
    'USF-6D4-EMAIL-PROC',
    'consent given to the creditor',
    strictly(email, {
      consents: [consentAt('email', june(1), { address: 'e1', given_to: 'Example Bank' })],
    }),
    mails,
  ],
  [
    '6(d)(4)(ii)-1',
    'USF-6D4-EMAIL-PROC',
    'the creditor’s notice and its thirty-five days are over',
    strictly(email, notice('2026-05-01T10:00:00-04:00', '2026-06-05')),
  ],
  [
    '6(d)(4)(ii)-1',
    'USF-6D4-EMAIL-PROC',
    'the period still runs',
    strictly(email, notice('2026-05-10T10:00:00-04:00', '2026-06-14')),
    mails,
    june(15, '08:00'),
  ],
  [
    '6(d)(4)(ii)-1',
    'USF-6D4-EMAIL-PROC',
    'thirty days were too few',
    strictly(email, notice('2026-05-01T10:00:00-04:00', '2026-05-31')),
    mails,
  ],
  [
    '6(d)(4)(ii)-2',
    'USF-6D4-EMAIL-PROC',
    'the domain is not open to the public',
    strictly(email, notice('2026-05-01T10:00:00-04:00', '2026-06-05', { domain_public: false })),
    mails,
  ],
  [
    '6(d)(4)(ii)-3',
    'USF-6D4-EMAIL-PROC',
    'the person opted out',
    strictly(email, notice('2026-05-01T10:00:00-04:00', '2026-06-05', { opted_out: true })),
    mails,
  ],
  [
    '6(d)(4)(iii)-2.i',
    'USF-6D4-EMAIL-PROC',
    'obtained and used by the collector before this one',
    strictly(email, chain({ used_by: ['agency-P'], immediately_prior_collector: 'agency-P' })),
  ],
  [
    '6(d)(4)(iii)-2.ii',
    'USF-6D4-EMAIL-PROC',
    'obtained by one, used by the next',
    strictly(email, chain()),
  ],
  [
    '6(d)(4)(iii)-2',
    'USF-6D4-EMAIL-PROC',
    'the one immediately before never used it',
    strictly(email, chain({ used_by: ['agency-P'] })),
    mails,
  ],
  ...[null, '(iii)', 'procedure_iii', '1006.6(d)(5)(i)', 'some other way'].map(
    (under) =>
      [
        '6(d)(4)(iii)-1',
        'USF-6D4-EMAIL-PROC',
        `first obtained in no way of (i) or (ii): ${under}`,
        strictly(email, chain({ under })),
        mails,
      ] as const,
  ),
  ...['(i)', 'i', 'procedure_i', '6(d)(4)(i)', '(d)(4)(ii)', '12 CFR 1006.6(d)(4)(ii)(C)'].map(
    (under) =>
      [
        '6(d)(4)(iii)-1',
        'USF-6D4-EMAIL-PROC',
        `first obtained as ${under} says`,
        strictly(email, chain({ under })),
      ] as const,
  ),
  [
    '6(d)(4)(iii)-2',
    'USF-6D4-EMAIL-PROC',
    'opted out on the way',
    strictly(email, chain({ opted_out: true })),
    mails,
  ],
  [
    '6(d)(3)-1',
    'USF-6D4-EMAIL-PROC',
    'somebody told that others read the address',
    strictly(email, {
      contact_log: [inbound('IN1', june(1), {})],
      events: [eventAt('third_party_disclosure', june(5), { address: 'e1' })],
    }),
    mails,
  ],
  [
    '6(d)(5)(i)-1',
    'USF-6D5-TEXT-PROC',
    'the person texted from the number',
    strictly(text, { contact_log: [inbound('IN1', june(1), { channel: 'sms', from: 'm1' })] }),
  ],
  [
    '6(d)(5)(i)-1',
    'USF-6D5-TEXT-PROC',
    'a telephone call from it is no text',
    strictly(text, {
      contact_log: [
        inbound('IN1', june(1), { channel: 'phone_call', from: 'm1', result: 'conversation' }),
      ],
    }),
    texts,
  ],
  [
    '6(d)(5)(i)-2',
    'USF-6D5-TEXT-PROC',
    'sixty-one days later without a check',
    strictly(text, {
      contact_log: [inbound('IN1', '2026-04-10T10:00:00-04:00', { channel: 'sms', from: 'm1' })],
    }),
    texts,
  ],
  [
    '6(d)(5)(i)-2',
    'USF-6D5-TEXT-PROC',
    'with a check within sixty days',
    strictly(
      text,
      textConsent('2026-01-10T10:00:00-05:00', { reassigned_checks_ok: ['2026-05-01'] }),
    ),
  ],
  [
    '6(d)(5)(ii)-1',
    'USF-6D5-TEXT-PROC',
    'the check lies more than sixty days back',
    strictly(
      text,
      textConsent('2026-01-10T10:00:00-05:00', { reassigned_checks_ok: ['2026-03-01'] }),
    ),
    texts,
  ],
  [
    '6(d)(5)(ii)-1',
    'USF-6D5-TEXT-PROC',
    'consent given to the creditor is not direct',
    strictly(text, textConsent(june(1), { given_to: 'Example Bank' })),
    texts,
  ],
  [
    '22(f)(3)-1',
    'USF-22F3-WORK-EMAIL',
    'known from somebody to be the employer’s',
    { events: [eventAt('employer_email_known', june(1), { address: 'e1' })], proposed: email },
    ['USF-22F3-WORK-EMAIL'],
  ],
  [
    '22(f)(3)-2',
    'USF-22F3-WORK-EMAIL',
    'direct consent to the employer’s address',
    {
      consents: [consentAt('email', june(1), { address: 'e2' })],
      proposed: { ...email, to: 'e2' },
    },
  ],
]);
