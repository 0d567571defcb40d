import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { eventAt, examplesOn, moreOn, ordinaryCall } from '#domain/gate/pack-examples.ts';

const ordinaryCase = ordinaryCall({
  pack: 'ZA',
  region: 'ZA-GP',
  zone: 'Africa/Johannesburg',
  number: '+27821234567',
  at: '2026-06-10T10:00:00+02:00',
});

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const represented = { events: [eventAt('attorney_notice', '2026-06-01T10:00:00+02:00')] };
const reviewed = { events: [eventAt('debt_review_notice', '2026-06-01T10:00:00+02:00')] };
const noticed = { events: [eventAt('section_129_notice', '2026-06-08T10:00:00+02:00')] };
const letter = (content: object) => ({
  proposed: { channel: 'letter', to: 'a1', content },
});
const suit = { channel: 'lawsuit' };
const open: WeeklyWindows['mon'] = [['08:00', '20:00']];
const week: WeeklyWindows = {
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: open,
  sat: [['08:00', '13:00']],
};
const policy = { rule_hours: { 'ZA-POLICY-HOURS': week } };

export default [
  ...on('ZA-DCA', {
    inside: ['no adviser known', {}],
    edge: ['the adviser', { ...represented, proposed: { person: 'attorney' } }],
    outside: ['past the adviser', represented],
  }),
  ...more('ZA-DCA', [
    'a paper like a summons',
    letter({ resembles_court_document: true }),
    ['ZA-DCA'],
  ]),
  ...on('ZA-NCA', {
    inside: ['an ordinary debt', {}],
    edge: [
      'a suit on the tenth business day, Youth Day not counted',
      { ...noticed, ...at('2026-06-23T09:00:00+02:00', suit) },
    ],
    outside: [
      'the day before it',
      { ...noticed, ...at('2026-06-22T09:00:00+02:00', suit) },
      ['ZA-NCA'],
      '2026-06-23T00:00:00+02:00',
    ],
  }),
  ...more(
    'ZA-NCA',
    ['a suit without notice', { proposed: suit }, ['ZA-NCA']],
    ['under debt review', reviewed, ['ZA-NCA']],
    ['the debt counsellor', { ...reviewed, proposed: { person: 'debt_counsellor' } }],
    ['prescribed', { debts: [{ id: 'd1', time_barred: true }] }, ['ZA-NCA']],
  ),
  ...on('ZA-POLICY-HOURS', {
    inside: ['inside the operator’s hours', { policy }],
    edge: ['off until set', at('2026-06-10T23:00:00+02:00')],
    outside: [
      'Saturday at one',
      { policy, ...at('2026-06-13T13:00:00+02:00') },
      ['ZA-POLICY-HOURS'],
      '2026-06-15T08:00:00+02:00',
    ],
  }),
];
