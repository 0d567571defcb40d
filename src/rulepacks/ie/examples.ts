import {
  attempt,
  consentAt,
  examplesOn,
  inbound,
  moreOn,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('IE', 'IE', 'Europe/Dublin', '2026-06-10T10:00:00+01:00'),
  packs: ['IE'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const byEmail = { channel: 'email', to: 'e1' };
const toWork = { to: 'w1' };
const talk = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00+01:00`, { result: 'conversation', ...of });
const sent = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00+01:00`, { ...byEmail, result: 'sent', ...of });
const letter = { channel: 'letter', to: 'a1', result: 'sent' };
const three = [talk('2026-06-01'), sent('2026-06-04'), sent('2026-06-09', letter)];

export default [
  ...on('IE-CCA46-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['nine on a Saturday to the second', at('2026-06-13T09:00:00+01:00')],
    outside: [
      'Saturday at nine in the evening',
      at('2026-06-13T21:00:00+01:00'),
      ['IE-CCA46-HOURS'],
      '2026-06-15T09:00:00+01:00',
    ],
  }),
  ...more(
    'IE-CCA46-HOURS',
    [
      'the October holiday, the day after the clocks went back',
      at('2026-10-24T21:30:00+01:00'),
      ['IE-CCA46-HOURS'],
      '2026-10-27T09:00:00+00:00',
    ],
    [
      'St Brigid’s Day',
      at('2026-02-02T10:00:00+00:00'),
      ['IE-CCA46-HOURS'],
      '2026-02-03T09:00:00+00:00',
    ],
    ['Good Friday is no public holiday', at('2026-04-03T10:00:00+01:00')],
    ['an e-mail on a Sunday', at('2026-06-14T10:00:00+01:00', byEmail)],
    [
      'consent to Sunday calls',
      {
        consents: [
          consentAt('contact_time', '2026-06-01T10:00:00+01:00', {
            weekdays: ['sun'],
            from: '10:00',
            to: '12:00',
          }),
        ],
        ...at('2026-06-14T10:00:00+01:00'),
      },
    ],
  ),
  ...on('IE-CCA46-WORK', {
    inside: ['home', { proposed: { to: 'h1' } }],
    edge: [
      'work, with consent',
      {
        consents: [consentAt('contact_place', '2026-06-01T10:00:00+01:00', { place: 'work' })],
        proposed: toWork,
      },
    ],
    outside: ['work without', { proposed: toWork }],
  }),
  ...more(
    'IE-CCA46-WORK',
    [
      'the employer, by letter',
      { proposed: { channel: 'letter', to: 'a1', person: 'employer' } },
      ['IE-CCA46-WORK'],
    ],
    [
      'a consent to call at work is none to speak with the employer',
      {
        consents: [consentAt('contact_place', '2026-06-01T10:00:00+01:00', { place: 'work' })],
        proposed: { person: 'employer' },
      },
      ['IE-CCA46-WORK'],
    ],
    [
      'their mobile, while they say they are at work until noon',
      { consumer: { current_place: 'work', current_place_until: '2026-06-10T12:00:00+01:00' } },
      ['IE-CCA46-WORK'],
      '2026-06-10T12:00:00+01:00',
    ],
    ['a sister', { proposed: { person: 'third_party:sibling' } }, ['IE-CCA46-WORK']],
    [
      'a member of the family',
      { proposed: { person: 'third_party:family_member' } },
      ['IE-CCA46-WORK'],
    ],
    ['an adult son', { proposed: { person: 'third_party:adult_son' } }, ['IE-CCA46-WORK']],
    ['a person the consumer named', { proposed: { person: 'third_party:contact_person' } }],
  ),
  ...on('IE-CPC-3MONTH', {
    inside: ['two this month', { contact_log: three.slice(1) }],
    edge: [
      'three, the first of them on the last day of May',
      { contact_log: [talk('2026-05-31'), ...three.slice(1)] },
    ],
    outside: [
      'three this month, by whatever medium',
      { contact_log: three },
      ['IE-CPC-3MONTH'],
      '2026-07-01T09:00:00+01:00',
    ],
  }),
  ...more(
    'IE-CPC-3MONTH',
    [
      'an e-mail may go at midnight of the new month',
      { contact_log: three, proposed: byEmail },
      ['IE-CPC-3MONTH'],
      '2026-07-01T00:00:00+01:00',
    ],
    [
      'unanswered calls did not succeed',
      { contact_log: [...three.slice(1), attempt('2026-06-08T10:00:00+01:00')] },
    ],
    [
      'letters the law wants are left out',
      {
        contact_log: [
          ...three.slice(1),
          sent('2026-06-08', { ...letter, purpose: 'statutory_notice' }),
        ],
      },
    ],
    [
      'an answer to the person',
      {
        contact_log: [...three, inbound('L1', '2026-06-10T09:00:00+01:00', {})],
        proposed: { ...byEmail, in_response_to: 'L1' },
      },
    ],
    [
      'asked for by the person',
      { contact_log: [...three.slice(1), talk('2026-06-08', { unsolicited: false })] },
    ],
    [
      'under the code of 2012 as well',
      {
        contact_log: ['2026-03-02', '2026-03-09', '2026-03-16'].map((date) => talk(date)),
        ...at('2026-03-20T10:00:00+00:00'),
      },
      ['IE-CPC-3MONTH'],
      '2026-04-01T09:00:00+01:00',
    ],
  ),
];
