import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import {
  consentAt,
  eventAt,
  locationWords,
  type WorkedRow,
  workedOn,
} from '#domain/gate/pack-examples.ts';
import { email, inOrder, letter, ordinaryCase, text } from './ordinary-case.ts';

const points = [
  ...ordinaryCase.contact_points,
  { id: 'n2', kind: 'mobile', number: '+16145550145', owner: 'third_party:neighbour' },
  { id: 'n3', kind: 'email', address: 'lee@example.org', owner: 'third_party:neighbour' },
  { id: 'n4', kind: 'mail', place: 'home', owner: 'third_party:neighbour' },
  { id: 'sp1', kind: 'mobile', number: '+16145550146', owner: 'spouse' },
];
const base = { ...ordinaryCase, contact_points: points };
const on = workedOn(base);
const others = ['USF-6D-THIRD-PARTY'];
const june = (day: number, clock = '10:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;

const asking = (content: Content, other: object = {}) => ({
  proposed: {
    person: 'third_party:neighbour',
    to: 'n1',
    purpose: 'location_information',
    content: { ...locationWords, ...content },
    ...other,
  },
});
const locationContent = ['USF-10-LOCATION-CONTENT'];
const told: readonly (readonly [shows: string, content: Content])[] = [
  ['the first disclosure that a debt is collected', { debt_collector_disclosure: 'initial' }],
  ['the later disclosure', { debt_collector_disclosure: 'subsequent' }],
  ['a suit is threatened', { threatens_suit: true }],
  ['something besides', { other_content: true }],
  ['payment is demanded', { demands_payment: true }],
];

const wrong = (address: string) => [eventAt('number_not_consumers', june(5), { address })];
const voicemail = (other: object = {}) => ({
  voicemail_plan: {
    business_name: 'ABC Inc',
    name_reveals_collector: false,
    requests_reply: true,
    contact_person_named: true,
    callback_number: true,
    ...other,
  },
});
const withDisclosure = voicemail({
  other_content: 'about your account',
  debt_collector_disclosure: 'subsequent',
});

const locationCalls = told.map(
  ([shows, content]): WorkedRow => [
    '10(b)(2)',
    'USF-10-LOCATION-CONTENT',
    `when asking where the person is: ${shows}`,
    asking(content),
    locationContent,
  ],
);

const stopped = [eventAt('media_optout', june(10, '09:58'), { medium: 'email', address: 'e1' })];
const confirming = (content: Content) => ({
  events: stopped,
  proposed: {
    ...email,
    purpose: 'optout_confirmation',
    content: { ...inOrder, confirms_optout: true, ...content },
  },
});

/** Who reads or hears of a debt that is not theirs: location calls, others' addresses, opt-outs. */
export const workedThirdParties = on([
  ...locationCalls,
  [
    '10(b)(2)',
    'USF-10-LOCATION-CONTENT',
    'no disclosure is given',
    asking({ debt_collector_disclosure: 'none' }),
  ],
  [
    '10(b)(2)',
    'USF-10-LOCATION-CONTENT',
    'a text to the neighbour with the disclosure of a message',
    asking(
      { states_confirming_location: null, ...inOrder },
      { to: 'n2', channel: 'sms', mode: 'manual' },
    ),
    locationContent,
  ],
  [
    '10(b)(2)',
    'USF-10-LOCATION-CONTENT',
    'a text for the person at the neighbour’s number, said to ask where they are',
    { proposed: { ...text, to: 'n2', purpose: 'location_information' } },
    locationContent,
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'a text to a neighbour’s number',
    { proposed: { ...text, to: 'n2' } },
    others,
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'an e-mail to a neighbour',
    { proposed: { ...email, to: 'n3' } },
    others,
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'a letter to a neighbour',
    { proposed: { ...letter, to: 'n4' } },
    others,
  ],
  [
    '6(d)(2)(ii)',
    'USF-6D-THIRD-PARTY',
    'the person agreed that the neighbour reads it',
    {
      proposed: { ...email, to: 'n3' },
      consents: [consentAt('third_party_contact', june(1), { person: 'third_party:neighbour' })],
    },
  ],
  [
    '6(a)(1)-1',
    'USF-6D-THIRD-PARTY',
    'a text to the spouse’s number',
    { proposed: { ...text, to: 'sp1' } },
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'a text to a number that is not theirs',
    { proposed: text, events: wrong('m1') },
    others,
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'an e-mail to an address that is not theirs',
    { proposed: email, events: wrong('e1') },
    others,
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'another number was not theirs',
    { proposed: text, events: wrong('h1') },
  ],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'a voicemail with content and disclosure where the number is not theirs',
    { proposed: withDisclosure, events: wrong('m1') },
    others,
  ],
  [
    '2(j)',
    'USF-6D-THIRD-PARTY',
    'a limited-content message where the number is not theirs',
    { proposed: voicemail(), events: wrong('m1') },
  ],
  ...(
    [
      ['the debt is mentioned', { mentions_debt: true }],
      ['payment is demanded', { demands_payment: true }],
      ['the validation information is in it', { validation_information: true }],
      ['it asks where the person is', { states_confirming_location: true }],
    ] as const
  ).map(
    ([shows, content]): WorkedRow => [
      '14(h)(2)(i)',
      'USF-14H-MEDIUM',
      `the confirmation of an opt-out: ${shows}`,
      confirming(content),
      ['USF-14H-MEDIUM'],
    ],
  ),
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'the confirmation of an opt-out: who sends it, and how to stop',
    confirming({ mentions_debt: false, identity_disclosed: true, optout_notice: true }),
  ],
]);
