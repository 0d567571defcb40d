import { examplesOn, moreOn, ordinaryCall } from '#domain/gate/pack-examples.ts';

const ordinaryCase = ordinaryCall({
  pack: 'IN',
  region: 'IN-MH',
  zone: 'Asia/Kolkata',
  number: '+919812345678',
  at: '2026-06-14T10:00:00+05:30',
});

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });

export default [
  ...on('IN-RBI-HOURS', {
    inside: ['a Sunday morning', {}],
    edge: ['one second before seven in the evening', at('2026-06-14T18:59:59+05:30')],
    outside: [
      'seven in the evening, on the half hour of India',
      at('2026-06-14T13:30:00Z'),
      ['IN-RBI-HOURS'],
      '2026-06-15T08:00:00+05:30',
    ],
  }),
  ...more(
    'IN-RBI-HOURS',
    ['messages are not named', at('2026-06-14T21:00:00+05:30', { channel: 'sms' })],
    ['the day before the circular', at('2022-08-11T21:00:00+05:30')],
  ),
];
