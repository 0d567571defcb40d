import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { examplesOn, moreOn, ordinaryCall } from '#domain/gate/pack-examples.ts';

const ordinaryCase = ordinaryCall({
  pack: 'MY',
  region: 'MY-10',
  zone: 'Asia/Kuala_Lumpur',
  number: '+60123456789',
  at: '2026-06-10T10:00:00+08:00',
});

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const says = (content: object) => ({ proposed: { content } });
const open: WeeklyWindows['mon'] = [['09:00', '21:00']];
const week: WeeklyWindows = { mon: open, tue: open, wed: open, thu: open, fri: open };
const policy = {
  rule_hours: { 'MY-POLICY-HOURS': week },
  rule_hours_shut_on_holidays: ['MY-POLICY-HOURS'],
};

export default [
  ...on('MY-BNM', {
    inside: ['nothing known of the words', {}],
    edge: ['a lawful suit is announced', says({ threatens_suit: true })],
    outside: ['abuse', says({ abusive: true })],
  }),
  ...on('MY-POLICY-HOURS', {
    inside: ['inside the operator’s hours', { policy }],
    edge: ['off until set', at('2026-06-10T23:00:00+08:00')],
    outside: [
      'the eve of the national day, a Sunday before a Monday holiday',
      { policy, ...at('2026-08-28T21:00:00+08:00') },
      ['MY-POLICY-HOURS'],
      '2026-09-01T09:00:00+08:00',
    ],
  }),
  ...more(
    'MY-POLICY-HOURS',
    ['the calendar ends', { policy, ...at('2029-06-13T10:00:00+08:00') }, ['DUNLIN-NO-CALENDAR']],
    [
      'the birthday of the Sultan of Selangor, whose state it is',
      { policy, ...at('2026-12-11T10:00:00+08:00') },
      ['MY-POLICY-HOURS'],
      '2026-12-14T09:00:00+08:00',
    ],
  ),
];
