import {
  consentAt,
  examplesOn,
  inbound,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-NB', 'CA-NB', 'America/Moncton', '2026-06-10T10:00:00-03:00'),
  packs: ['CA-NB'],
  actor: OWN_CREDITOR,
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });

export default [
  ...on('CA-NB-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['one second before nine in the evening', at('2026-06-10T20:59:59-03:00')],
    outside: [
      'the August holiday',
      at('2026-08-03T10:00:00-03:00'),
      ['CA-NB-HOURS'],
      '2026-08-04T07:00:00-03:00',
    ],
  }),
  ...more(
    'CA-NB-HOURS',
    [
      'a Sunday morning',
      at('2026-06-14T10:00:00-03:00'),
      ['CA-NB-HOURS'],
      '2026-06-14T13:00:00-03:00',
    ],
    [
      'the person asked for that hour',
      {
        consents: [
          consentAt('contact_time', '2026-06-01T10:00:00-03:00', {
            given_to: 'creditor-1',
            weekdays: ['sun'],
            from: '09:00',
            to: '11:00',
          }),
        ],
        ...at('2026-06-14T10:00:00-03:00'),
      },
    ],
    [
      'a call back that was asked for on a Sunday morning',
      {
        contact_log: [
          inbound('L1', '2026-06-14T09:50:00-03:00', { channel: 'phone_call', from: 'm1' }),
        ],
        ...at('2026-06-14T10:00:00-03:00', { in_response_to: 'L1' }),
      },
    ],
    ['an e-mail at night', at('2026-06-10T23:00:00-03:00', { channel: 'email', to: 'e1' })],
  ),
];
