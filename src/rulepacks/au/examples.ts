import {
  attempt,
  consentAt,
  eventAt,
  examplesOn,
  moreOn,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('AU', 'AU-NSW', 'Australia/Sydney', '2026-06-10T10:00:00+10:00'),
  packs: ['AU'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const inState = (region: string, tz: string) => ({
  location_signals: [{ kind: 'confirmed_tz', region, tz: [tz] }],
});
const visit = { channel: 'visit', to: 'a1' };
const toWork = { to: 'w1' };
const talk = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00+10:00`, { result: 'conversation', ...of });
const visited = (date: string) => talk(date, visit);
const three = ['2026-06-04', '2026-06-06', '2026-06-09'].map((date) => talk(date));
const ten = [12, 14, 16, 19, 21, 23, 26, 28, 30]
  .map((day) => talk(`2026-05-${day}`))
  .concat(talk('2026-06-05'));
const told = (...kinds: readonly string[]) => ({
  events: kinds.map((kind, index) => eventAt(kind, `2026-06-0${index + 1}T10:00:00+10:00`)),
});

export default [
  ...on('AU-RG96-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['half past seven to the second', at('2026-06-10T07:30:00+10:00')],
    outside: [
      'half past eight on a Saturday',
      at('2026-06-13T08:30:00+10:00'),
      ['AU-RG96-HOURS'],
      '2026-06-13T09:00:00+10:00',
    ],
  }),
  ...more(
    'AU-RG96-HOURS',
    [
      'Melbourne Cup Day is a holiday of one state',
      { consumer: inState('AU-VIC', 'Australia/Melbourne'), ...at('2026-11-03T10:00:00+11:00') },
    ],
    [
      'Australia Day',
      at('2026-01-26T10:00:00+11:00'),
      ['AU-RG96-HOURS'],
      '2026-01-27T07:30:00+11:00',
    ],
    [
      'Good Friday; Saturday has the hours of a weekend',
      at('2026-04-03T10:00:00+11:00'),
      ['AU-RG96-HOURS'],
      '2026-04-04T09:00:00+11:00',
    ],
    [
      'South Australia is half an hour behind',
      { consumer: inState('AU-SA', 'Australia/Adelaide'), ...at('2026-06-10T07:45:00+10:00') },
      ['AU-RG96-HOURS'],
      '2026-06-10T07:30:00+09:30',
    ],
    [
      'a text is treated alike',
      at('2026-06-10T21:00:00+10:00', { channel: 'sms' }),
      ['AU-RG96-HOURS'],
      '2026-06-11T07:30:00+10:00',
    ],
    ['an e-mail is not', at('2026-06-10T22:00:00+10:00', { channel: 'email', to: 'e1' })],
    [
      'a shift worker asked for late calls',
      {
        consents: [
          consentAt('contact_time', '2026-06-01T10:00:00+10:00', { from: '21:00', to: '23:00' }),
        ],
        ...at('2026-06-10T22:00:00+10:00'),
      },
    ],
    [
      'and asked not to be called in the morning',
      { consumer: { inconvenient: [{ from: '06:00', to: '12:00' }] } },
      ['AU-RG96-HOURS'],
      '2026-06-10T12:00:00+10:00',
    ],
  ),
  ...on('AU-RG96-F2F', {
    inside: ['the first visit', { proposed: visit }],
    edge: [
      'the thirty-first day after the last',
      { contact_log: [visited('2026-05-11')], proposed: visit },
    ],
    outside: [
      'a second visit in the month',
      { contact_log: [visited('2026-05-20')], proposed: visit },
      ['AU-RG96-F2F'],
      '2026-06-19T09:00:00+10:00',
    ],
  }),
  ...more(
    'AU-RG96-F2F',
    [
      'half past eight is too early for a visit',
      at('2026-06-10T08:30:00+10:00', visit),
      ['AU-RG96-F2F'],
      '2026-06-10T09:00:00+10:00',
    ],
    [
      'Anzac Day',
      at('2026-04-25T10:00:00+10:00', visit),
      ['AU-RG96-F2F'],
      '2026-04-26T09:00:00+10:00',
    ],
  ),
  ...on('AU-RG96-WORK-HOURS', {
    inside: ['at work in the morning', { proposed: toWork }],
    edge: ['one second before five', at('2026-06-10T16:59:59+10:00', toWork)],
    outside: [
      'Friday at five',
      at('2026-06-12T17:00:00+10:00', toWork),
      ['AU-RG96-WORK-HOURS'],
      '2026-06-15T09:00:00+10:00',
    ],
  }),
  ...more('AU-RG96-WORK-HOURS', [
    'their mobile at six, while they say they are at work until seven',
    {
      consumer: { current_place: 'work', current_place_until: '2026-06-10T19:00:00+10:00' },
      ...at('2026-06-10T18:00:00+10:00'),
    },
    ['AU-RG96-WORK-HOURS'],
    '2026-06-10T19:00:00+10:00',
  ]),
  ...on('AU-RG96-FREQ-WEEK', {
    inside: ['two contacts', { contact_log: three.slice(1) }],
    edge: [
      'the first of three was seven days ago',
      { contact_log: [talk('2026-06-03'), ...three.slice(1)] },
    ],
    outside: [
      'a fourth',
      { contact_log: three },
      ['AU-RG96-FREQ-WEEK'],
      '2026-06-11T07:30:00+10:00',
    ],
  }),
  ...more(
    'AU-RG96-FREQ-WEEK',
    [
      'attempts that reached nobody are no contacts, visits have their own count',
      {
        contact_log: [
          ...three.slice(1),
          attempt('2026-06-08T09:00:00+10:00'),
          attempt('2026-06-08T11:00:00+10:00', { result: 'voicemail_none' }),
          visited('2026-06-08'),
        ],
      },
    ],
    [
      'another account has a count of its own',
      {
        debts: [{ id: 'd1' }, { id: 'd2' }],
        contact_log: three,
        proposed: { debts: ['d2'] },
      },
    ],
    ['a visit is not counted here', { contact_log: three, proposed: visit }],
  ),
  ...on('AU-RG96-FREQ-MONTH', {
    inside: ['nine contacts', { contact_log: ten.slice(1) }],
    edge: [
      'the first of ten was thirty days ago',
      { contact_log: [talk('2026-05-11'), ...ten.slice(1)] },
    ],
    outside: [
      'an eleventh',
      { contact_log: ten },
      ['AU-RG96-FREQ-MONTH'],
      '2026-06-11T07:30:00+10:00',
    ],
  }),
  ...on('AU-RG96-REP', {
    inside: ['nobody speaks for them', {}],
    edge: [
      'the representative',
      { ...told('authorised_representative'), proposed: { person: 'representative' } },
    ],
    outside: ['the person', told('authorised_representative')],
  }),
  ...on('AU-HARDSHIP', {
    inside: ['no hardship told', {}],
    edge: ['decided', told('hardship_notice', 'hardship_decided')],
    outside: ['told and not answered', told('hardship_notice')],
  }),
  ...more(
    'AU-HARDSHIP',
    ['the answer', { ...told('hardship_notice'), proposed: { purpose: 'hardship_response' } }],
    [
      'a bill for water is no credit',
      { ...told('hardship_notice'), debts: [{ id: 'd1', type: 'utility' }] },
    ],
  ),
];
