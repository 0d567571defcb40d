import { inbound, workedOn } from '#domain/gate/pack-examples.ts';
import { at, call, calls, seven, talk, time } from './august-calls.ts';
import { ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const students = ['s1', 's2', 's3'].map((id) => ({
  id,
  type: 'student_loan',
  student_account_group: 'ACC-77',
}));
const studentCalls = [9, 9, 10, 10, 11, 11, 12].map((day, index) =>
  call(day, { debts: [`s${(index % 3) + 1}`] }, `1${index}:00`),
);

/** Comments 14(b)(4): which debt a call or a talk is about. */
export const workedDebts = on([
  [
    '14(b)(4)-1.i',
    'USF-14B-7IN7',
    'an unanswered call about two debts is charged to one of them',
    {
      contact_log: seven.map((entry) => ({ ...entry, debts: ['d2'] })),
      ...at(18, '10:00', { debts: ['d1', 'd2'], count_debts: ['d1'] }),
    },
  ],
  [
    '14(b)(4)-2.i',
    'USF-14B-7IN7',
    'four calls on one debt and three on another leave both open',
    {
      contact_log: [
        ...calls([12, 13, 14, 15]),
        ...calls([12, 13, 14], { debts: ['d2'] }).map((one) => ({ ...one, id: `${one.id}-d2` })),
      ],
      ...at(16),
    },
  ],
  [
    '14(b)(4)-2.ii',
    'USF-14B-7IN7',
    'messages that name both debts count for both',
    {
      contact_log: calls([12, 13, 13, 14, 14, 17, 17], {
        result: 'voicemail_content',
        debts: ['d1', 'd2'],
      }),
      ...at(18, '10:00', { debts: ['d2'] }),
    },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
  [
    '14(b)(4)-2.iii',
    'USF-14B-7IN7',
    'a limited-content message is charged to one',
    {
      contact_log: calls([12, 13, 13, 14, 14, 17, 17], { result: 'voicemail_lcm' }),
      ...at(18, '10:00', { debts: ['d2'] }),
    },
  ],
  [
    '14(b)(4)-2.iv',
    'USF-14B-POSTCONV',
    'a talk on both debts closes both',
    { contact_log: [talk(12, ['d1', 'd2'])], ...at(14, '10:00', { debts: ['d2'] }) },
    ['USF-14B-POSTCONV'],
    time(19, '08:00'),
  ],
  [
    '14(b)(4)-2.v',
    'USF-14B-POSTCONV',
    'a debt that the person brings up has been talked about',
    {
      contact_log: [call(12, { result: 'conversation', conversation_debts: ['d1', 'd2'] })],
      ...at(14, '10:00', { debts: ['d2'] }),
    },
    ['USF-14B-POSTCONV'],
    time(19, '08:00'),
  ],
  [
    '14(b)(4)-2.v',
    'USF-14B-7IN7',
    'but no call is charged to it',
    {
      contact_log: [
        ...calls([13, 14, 15, 16, 17, 18], { debts: ['d2'] }),
        call(12, { result: 'conversation', conversation_debts: ['d1', 'd2'] }),
      ],
      ...at(19, '10:00', { debts: ['d2'] }),
    },
  ],
  [
    '14(b)(4)-2.vi',
    'USF-14B-POSTCONV',
    'the person calls about the other debt only',
    { contact_log: [talk(12, ['d2'], { dir: 'inbound', from: 'm1' })], ...at(14) },
  ],
  [
    '14(b)(4)-2.vii',
    'USF-14B-7IN7',
    'student loans under one account number are one debt',
    { debts: students, contact_log: studentCalls, ...at(13, '10:00', { debts: ['s2'] }) },
    ['USF-14B-7IN7'],
    time(16, '08:00'),
  ],
  [
    '14(b)(4)-2.vii',
    'USF-14B-7IN7',
    'under numbers of their own they are not',
    {
      debts: students.map((debt) => ({ ...debt, student_account_group: debt.id })),
      contact_log: studentCalls,
      ...at(13, '10:00', { debts: ['s2'] }),
    },
  ],
  [
    '14(b)(2)(i)(B)',
    'USF-14B-POSTCONV',
    'an exchange in writing is no talk by telephone',
    {
      contact_log: [
        inbound('IN1', time(12), {}),
        call(13, { channel: 'chat', result: 'exchange' }),
      ],
      ...at(14),
    },
  ],
  [
    '14(b)(2)(i)(B)',
    'USF-14B-POSTCONV',
    'nor is a message the person left',
    {
      contact_log: [
        inbound('IN1', time(12), {
          channel: 'phone_call',
          from: 'm1',
          result: 'voicemail_left_by_consumer',
        }),
      ],
      ...at(13),
    },
  ],
  [
    '14(b)(2)(i)(A)',
    'USF-14B-7IN7',
    'a slot held for later today counts',
    { contact_log: [...seven.slice(0, 6), call(18, { result: 'reserved' }, '15:00')], ...at(18) },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
]);
