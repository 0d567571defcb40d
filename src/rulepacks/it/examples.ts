import {
  attempt,
  examplesOn,
  inbound,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('IT', 'IT', 'Europe/Rome', '2026-06-10T16:00:00+02:00'),
  packs: ['IT'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const whitMonday = (region: string) => ({
  consumer: { location_signals: [{ kind: 'residential_address', region, tz: ['Europe/Rome'] }] },
  ...at('2026-05-25T10:00:00+02:00'),
});
const talk = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00+02:00`, { result: 'conversation', ...of });
const three = [talk('2026-06-04'), talk('2026-06-06'), talk('2026-06-09')];

export default [
  ...on('IT-UNIREC-DAY', {
    inside: ['no talk yet', { contact_log: [attempt('2026-06-10T09:00:00+02:00')] }],
    edge: ['a talk late yesterday', { contact_log: [talk('2026-06-09')] }],
    outside: [
      'a second talk, by another number',
      { contact_log: [talk('2026-06-10', { to: 'h1' })] },
      ['IT-UNIREC-DAY'],
      '2026-06-11T08:30:00+02:00',
    ],
  }),
  ...more(
    'IT-UNIREC-DAY',
    [
      'after a talk on Saturday afternoon comes Monday',
      { contact_log: [talk('2026-06-13')], ...at('2026-06-13T14:00:00+02:00') },
      ['IT-UNIREC-DAY'],
      '2026-06-15T08:30:00+02:00',
    ],
    [
      'the person called',
      {
        contact_log: [
          inbound('L1', '2026-06-10T09:00:00+02:00', {
            channel: 'phone_call',
            from: 'm1',
            result: 'conversation',
          }),
        ],
      },
    ],
    ['who is no member', { actor: OWN_CREDITOR, contact_log: [talk('2026-06-10')] }],
    [
      'the code taken as advice',
      { policy: { warn_only: ['IT-UNIREC-DAY'] }, contact_log: [talk('2026-06-10')] },
    ],
  ),
  ...on('IT-UNIREC-WEEK', {
    inside: ['two talks', { contact_log: three.slice(1) }],
    edge: [
      'the first of three was seven days ago',
      { contact_log: [talk('2026-06-03'), ...three.slice(1)] },
    ],
    outside: ['a fourth', { contact_log: three }, ['IT-UNIREC-WEEK'], '2026-06-11T08:30:00+02:00'],
  }),
  ...more('IT-UNIREC-WEEK', [
    'messages left are no talks',
    {
      contact_log: [
        ...three.slice(1),
        attempt('2026-06-08T10:00:00+02:00', { result: 'voicemail_content' }),
        attempt('2026-06-08T12:00:00+02:00', { result: 'third_party_answered' }),
      ],
    },
  ]),
  ...on('IT-UNIREC-HOURS', {
    inside: ['a weekday afternoon', {}],
    edge: ['one second before three on a Saturday', at('2026-06-13T14:59:59+02:00')],
    outside: [
      'three on a Saturday',
      at('2026-06-13T15:00:00+02:00'),
      ['IT-UNIREC-HOURS'],
      '2026-06-15T08:30:00+02:00',
    ],
  }),
  ...more(
    'IT-UNIREC-HOURS',
    [
      'the day of the Republic',
      at('2026-06-02T10:00:00+02:00'),
      ['IT-UNIREC-HOURS'],
      '2026-06-03T08:30:00+02:00',
    ],
    [
      'Saint Francis, kept again since 2026',
      at('2027-10-04T10:00:00+02:00'),
      ['IT-UNIREC-HOURS'],
      '2027-10-05T08:30:00+02:00',
    ],
    ['and not before', at('2024-10-04T10:00:00+02:00')],
    [
      'Whit Monday in Bolzano',
      whitMonday('IT-BZ'),
      ['IT-UNIREC-HOURS'],
      '2026-05-26T08:30:00+02:00',
    ],
    ['Whit Monday in Rome, where it is none', whitMonday('IT-RM')],
  ),
];
