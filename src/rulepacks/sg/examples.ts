import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { examplesOn, moreOn, ordinaryCall } from '#domain/gate/pack-examples.ts';

const ordinaryCase = ordinaryCall({
  pack: 'SG',
  region: 'SG',
  zone: 'Asia/Singapore',
  number: '+6581234567',
  at: '2026-06-10T10:00:00+08:00',
});

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const says = (content: object) => ({ proposed: { content } });
const week: WeeklyWindows = { wed: [['08:00', '21:00']], thu: [['08:00', '21:00']] };
const policy = { rule_hours: { 'SG-POLICY-HOURS': week } };

export default [
  ...on('SG-DCA', {
    inside: ['nothing known of the words', {}],
    edge: ['a lawful suit is announced', says({ threatens_suit: true })],
    outside: ['a threat of harm', says({ threatens_harm: true })],
  }),
  ...on('SG-POLICY-HOURS', {
    inside: ['inside the operator’s hours', { policy }],
    edge: ['off until set', at('2026-06-10T23:00:00+08:00')],
    outside: [
      'after the operator’s hours',
      { policy, ...at('2026-06-10T21:00:00+08:00') },
      ['SG-POLICY-HOURS'],
      '2026-06-11T08:00:00+08:00',
    ],
  }),
  ...more('SG-DCA', ['before the act', { ...at('2023-11-30T10:00:00+08:00') }]),
];
