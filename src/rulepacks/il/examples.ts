import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { examplesOn, moreOn, ordinaryCall } from '#domain/gate/pack-examples.ts';

const ordinaryCase = ordinaryCall({
  pack: 'IL',
  region: 'IL-TA',
  zone: 'Asia/Jerusalem',
  number: '+972501234567',
  at: '2026-06-10T10:00:00+03:00',
});

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const open: WeeklyWindows['mon'] = [['08:00', '20:00']];
const week: WeeklyWindows = {
  sun: open,
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: [['08:00', '13:00']],
  sat: [['21:00', '22:00']],
};
const policy = { rule_hours: { 'IL-AGGR': week }, rule_hours_shut_on_holidays: ['IL-AGGR'] };
const bank = { actor: { type: 'bank', id: 'bank-1' } };

export default [
  ...on('IL-450', {
    inside: ['an agency', {}],
    edge: ['a suit', { ...bank, proposed: { channel: 'lawsuit' } }],
    outside: ['the bank itself', bank],
  }),
  ...on('IL-AGGR', {
    inside: ['inside the operator’s hours', { policy }],
    edge: ['off until set', at('2026-06-12T16:00:00+03:00')],
    outside: [
      'Friday afternoon',
      { policy, ...at('2026-06-12T13:00:00+03:00') },
      ['IL-AGGR'],
      '2026-06-13T21:00:00+03:00',
    ],
  }),
  ...more('IL-AGGR', [
    'Atonement',
    { policy, ...at('2026-09-21T10:00:00+03:00') },
    ['IL-AGGR'],
    '2026-09-22T08:00:00+03:00',
  ]),
];
