import { attempt, examplesOn, moreOn } from '#domain/gate/pack-examples.ts';
import { arrearsExamples } from './arrears-examples.ts';
import { moratoriaExamples } from './moratoria-examples.ts';
import { open, ordinaryCase, start } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const shutHolidays = { ...open, rule_hours_shut_on_holidays: ['GB-POLICY-HOURS'] };
const livingIn = (region: string) => ({
  location_signals: [{ kind: 'residential_address', region, tz: ['Europe/London'] }],
});
const barred = { debts: [{ id: 'd1', time_barred: true }] };
const morning = [{ from: '09:00', to: '11:00' }];

export default [
  ...on('GB-CONC-TIMES', {
    inside: ['no request made', {}],
    edge: [
      'the named time has ended',
      { consumer: { inconvenient: morning }, ...at('2026-06-17T11:00:00+01:00') },
    ],
    outside: [
      'inside the named time',
      { consumer: { inconvenient: morning } },
      ['GB-CONC-TIMES'],
      '2026-06-17T11:00:00+01:00',
    ],
  }),
  ...on('GB-POLICY-HOURS', {
    inside: ['mid-morning', { policy: open }],
    edge: ['off until the operator sets it', at('2026-06-17T23:00:00+01:00')],
    outside: [
      'Christmas to the first working day',
      { policy: shutHolidays, ...at('2026-12-25T10:00:00+00:00') },
      ['GB-POLICY-HOURS'],
      '2026-12-27T08:00:00+00:00',
    ],
  }),
  ...on('GB-CONC-THIRD', {
    inside: ['the customer', {}],
    edge: ['the debt adviser', { proposed: { person: 'debt_adviser' } }],
    outside: ['a neighbour', { proposed: { person: 'third_party:neighbour' } }],
  }),
  ...on('GB-CONC-VISIT', {
    inside: ['a call', {}],
    edge: [
      'announced',
      { proposed: { channel: 'visit', to: 'a1', content: { notice_given: true } } },
    ],
    outside: ['unannounced', { proposed: { channel: 'visit', to: 'a1' } }],
  }),
  ...more(
    'GB-CONC-VISIT',
    [
      'announced by a letter of its own',
      { ...start('visit_notice_sent', '2026-06-08'), proposed: { channel: 'visit', to: 'a1' } },
    ],
    [
      'an announcement still to come',
      { ...start('visit_notice_sent', '2026-06-18'), proposed: { channel: 'visit', to: 'a1' } },
      ['GB-CONC-VISIT'],
    ],
  ),
  ...on('GB-CONC-DEBTADVICE', {
    inside: ['no adviser', {}],
    edge: ['thirty-first day', start('debt_adviser_notice', '2026-05-18')],
    outside: [
      'thirtieth day',
      start('debt_adviser_notice', '2026-05-19'),
      ['GB-CONC-DEBTADVICE'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...on('GB-CONC-DISPUTE', {
    inside: ['not disputed', {}],
    edge: [
      'without reasonable grounds',
      start('dispute', '2026-06-01', { reasonable_grounds: false }),
    ],
    outside: ['not yet investigated', start('dispute', '2026-06-01')],
  }),
  ...on('GB-CONC-STATUTEBARRED', {
    inside: ['not barred', {}],
    edge: ['barred, and the customer has said nothing', barred],
    outside: ['barred and refused', { ...barred, ...start('will_not_pay', '2026-06-01') }],
  }),
  ...on('GB-CONC-CAPACITY', {
    inside: ['nothing known', {}],
    edge: [
      'the specialist team',
      { consumer: { status: { vulnerable: true } }, proposed: { team: 'specialist' } },
    ],
    outside: ['an ordinary agent', { consumer: { status: { vulnerable: true } } }],
  }),
  ...on('GB-OFCOM-ABANDON', {
    inside: ['off until the operator sets it', { proposed: { mode: 'predictive' } }],
    edge: [
      'seventy-two hours later',
      {
        policy: { rules_on: ['GB-OFCOM-ABANDON'] },
        contact_log: [attempt('2026-06-14T10:00:00+01:00', { result: 'abandoned' })],
        proposed: { mode: 'predictive' },
      },
    ],
    outside: [
      'a second too early',
      {
        policy: { rules_on: ['GB-OFCOM-ABANDON'] },
        contact_log: [attempt('2026-06-14T10:00:01+01:00', { result: 'abandoned' })],
        proposed: { mode: 'predictive' },
      },
      ['GB-OFCOM-ABANDON'],
      '2026-06-17T10:00:01+01:00',
    ],
  }),
  ...more(
    'GB-POLICY-HOURS',
    [
      'Easter Monday in Scotland is an ordinary day',
      {
        policy: shutHolidays,
        consumer: livingIn('GB-SCT'),
        ...at('2026-04-06T10:00:00+01:00'),
      },
    ],
    [
      'and in England it is not',
      { policy: shutHolidays, ...at('2026-04-06T10:00:00+01:00') },
      ['GB-POLICY-HOURS'],
      '2026-04-07T08:00:00+01:00',
    ],
    [
      'St Andrew’s Day on a Sunday is kept on Monday',
      {
        policy: shutHolidays,
        consumer: livingIn('GB-SCT'),
        ...at('2025-12-01T10:00:00+00:00'),
      },
      ['GB-POLICY-HOURS'],
      '2025-12-02T08:00:00+00:00',
    ],
    [
      'an hour skipped in spring',
      { policy: open, ...at('2026-03-28T21:00:00+00:00') },
      ['GB-POLICY-HOURS'],
      '2026-03-29T08:00:00+01:00',
    ],
  ),
  ...more(
    'GB-CONC-THIRD',
    [
      'an envelope that shows the debt',
      { proposed: { channel: 'letter', to: 'a1', content: { envelope_reveals_debt: true } } },
      ['GB-CONC-THIRD'],
    ],
    [
      'the customer, on a neighbour’s line',
      {
        contact_points: [
          { id: 'm1', kind: 'landline', number: '+442079460199', owner: 'third_party:neighbour' },
        ],
      },
      ['GB-CONC-THIRD'],
    ],
    ['a public post', { proposed: { channel: 'social_public' } }, ['GB-CONC-THIRD']],
  ),
  ...moratoriaExamples,
  ...arrearsExamples,
];
