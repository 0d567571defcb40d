import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { attempt, workedOn } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock = '10:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const mailed = (at: string, other: Partial<CaseEvent> = {}) => ({
  kind: 'letter_about_debt_mailed',
  at,
  ...other,
});
const bureau = (at: string, other: object = {}) => ({
  proposed: {
    channel: 'credit_reporting',
    to: 'bureau',
    person: 'consumer_reporting_agency',
    at,
    already_furnished: false,
    ...other,
  },
});
const sale = (status: string, other: object = {}) => ({
  debts: [{ id: 'd1', status }],
  proposed: { channel: 'debt_transfer', to: 'buyer', person: 'debt_buyer', ...other },
});
const reporting = ['USF-30A-FURNISH'];

/** Comments 30(a) and 30(b): telling a bureau, and selling. */
export const workedReporting = on([
  [
    '30(a)(1)-1',
    'USF-30A-FURNISH',
    'nobody spoke and nothing was written',
    bureau(june(10)),
    reporting,
  ],
  [
    '30(a)(1)-1',
    'USF-30A-FURNISH',
    'spoken about it',
    {
      contact_log: [attempt(june(9), { result: 'conversation', conversation_debts: ['d1'] })],
      ...bureau(june(10)),
    },
  ],
  [
    '30(a)(1)-2',
    'USF-30A-FURNISH',
    'a limited-content message is not a talk',
    { contact_log: [attempt(june(9), { result: 'voicemail_lcm' })], ...bureau(june(10)) },
    reporting,
  ],
  [
    '30(a)(1)-3.i',
    'USF-30A-FURNISH',
    'a letter and fourteen days',
    { events: [mailed(june(1))], ...bureau(june(15)) },
  ],
  [
    '30(a)(1)-3.i',
    'USF-30A-FURNISH',
    'a letter and thirteen',
    { events: [mailed(june(1))], ...bureau(june(14)) },
    reporting,
    june(15, '00:00'),
  ],
  [
    '30(a)(1)-3.ii',
    'USF-30A-FURNISH',
    'it came back: the second one counts',
    {
      events: [
        mailed('2026-05-01T10:00:00-04:00', { undelivered_notice_at: '2026-05-10T10:00:00-04:00' }),
        mailed('2026-05-11T10:00:00-04:00'),
      ],
      ...bureau('2026-05-26T10:00:00-04:00'),
    },
  ],
  [
    '30(a)(1)-3.ii',
    'USF-30A-FURNISH',
    'before the second has had its time',
    {
      events: [
        mailed('2026-05-01T10:00:00-04:00', { undelivered_notice_at: '2026-05-10T10:00:00-04:00' }),
        mailed('2026-05-11T10:00:00-04:00'),
      ],
      ...bureau('2026-05-20T10:00:00-04:00'),
    },
    reporting,
    '2026-05-25T00:00:00-04:00',
  ],
  [
    '30(a)(2)-1',
    'USF-30A-FURNISH',
    'a bureau for cheques',
    bureau(june(10), { person: 'check_history_bureau' }),
  ],
  ['30(b)(1)-1', 'USF-30B-TRANSFER', 'a settled debt', sale('settled'), ['USF-30B-TRANSFER']],
  ['30(b)(1)-1', 'USF-30B-TRANSFER', 'a debt that is owed', sale('open')],
  [
    '30(b)(2)(i)',
    'USF-30B-TRANSFER',
    'a paid debt goes back to its owner',
    sale('paid', { purpose: 'return_to_owner' }),
  ],
  [
    '30(b)(2)(ii)-1',
    'USF-30B-TRANSFER',
    'with the whole business in a merger',
    sale('paid', { purpose: 'merger' }),
  ],
]);
