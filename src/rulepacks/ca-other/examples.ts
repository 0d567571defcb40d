import { examplesOn, moreOn, stateCase } from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-NL', 'CA-NL', 'America/St_Johns', '2026-06-10T10:00:00-02:30'),
  packs: ['CA-NL'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const open = [['07:00', '21:00']] as const;
const set = {
  policy: {
    rule_hours: {
      'CA-OTHER': {
        mon: open,
        tue: open,
        wed: open,
        thu: open,
        fri: open,
        sat: open,
        sun: [['13:00', '17:00']],
      },
    },
  },
} as const;

export default [
  ...on('CA-OTHER', {
    inside: ['nothing set, nothing shut', at('2026-06-10T23:00:00-02:30')],
    edge: ['seven in Newfoundland, to the second', { ...set, ...at('2026-06-10T07:00:00-02:30') }],
    outside: [
      'nine in the evening there is half past seven in Toronto',
      { ...set, ...at('2026-06-10T19:30:00-04:00') },
      ['CA-OTHER'],
      '2026-06-11T07:00:00-02:30',
    ],
  }),
  ...more('CA-OTHER', [
    'Saskatchewan keeps its clock in winter and summer',
    {
      ...set,
      packs: ['CA-SK'],
      consumer: {
        location_signals: [{ kind: 'confirmed_tz', region: 'CA-SK', tz: ['America/Regina'] }],
      },
      ...at('2026-12-09T06:30:00-06:00'),
    },
    ['CA-OTHER'],
    '2026-12-09T07:00:00-06:00',
  ]),
];
