import { eventAt, workedOn } from '#domain/gate/pack-examples.ts';
import { at, call, calls, consent, seven, talk, time } from './august-calls.ts';
import { ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);

/** Comments 14(b)(3): calls that do not count. */
export const workedExclusions = on([
  [
    '14(b)(3)(i)-1',
    'USF-14B-7IN7',
    'an eighth call under direct consent does not count',
    { contact_log: seven, consents: [consent(17)], ...at(18) },
  ],
  [
    '14(b)(3)(i)-2.i',
    'USF-14B-7IN7',
    'seven days after the consent it is spent',
    { contact_log: calls([12, 13, 14, 14, 15, 15, 16]), consents: [consent(11)], ...at(18) },
  ],
  [
    '14(b)(3)(i)-2.i',
    'USF-14B-POSTCONV',
    'on its seventh day it still opens the wait after a talk',
    { contact_log: [talk(11)], consents: [consent(11)], ...at(17, '20:00') },
  ],
  [
    '14(b)(3)(i)-2.ii',
    'USF-14B-POSTCONV',
    'consent for the coming Monday opens that Monday',
    {
      contact_log: [talk(14)],
      consents: [consent(14, { only_local_dates: ['2026-08-17'] })],
      ...at(17),
    },
  ],
  [
    '14(b)(3)(i)-2.ii',
    'USF-14B-POSTCONV',
    'and no other day',
    {
      contact_log: [talk(14)],
      consents: [consent(14, { only_local_dates: ['2026-08-17'] })],
      ...at(18),
    },
    ['USF-14B-POSTCONV'],
    time(21, '08:00'),
  ],
  [
    '14(b)(3)(i)-2.iii',
    'USF-14B-POSTCONV',
    'the next talk on the debt ends it',
    { contact_log: [talk(12), talk(14)], consents: [consent(12)], ...at(15) },
    ['USF-14B-POSTCONV'],
    time(21, '08:00'),
  ],
  [
    '14(b)(3)(i)-2.iii',
    'USF-14B-POSTCONV',
    'taken back, it ends',
    { contact_log: [talk(12)], consents: [consent(12, { revoked_at: time(13) })], ...at(14) },
    ['USF-14B-POSTCONV'],
    time(19, '08:00'),
  ],
  [
    '14(b)(3)(i)-1',
    'USF-14B-7IN7',
    'consent given to the creditor is not direct',
    { contact_log: seven, consents: [consent(17, { given_to: 'Example Bank' })], ...at(18) },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
  [
    '14(b)(3)(ii)-1',
    'USF-14B-7IN7',
    'busy and dead lines were not reached',
    {
      contact_log: [
        ...seven.slice(0, 5),
        call(15, { result: 'busy' }),
        call(16, { result: 'not_in_service' }),
      ],
      ...at(18),
    },
  ],
  [
    '14(b)(3)(ii)-2',
    'USF-14B-7IN7',
    'a full mailbox, a dropped call and somebody else’s answer were',
    {
      contact_log: [
        ...seven.slice(0, 4),
        call(15, { result: 'mailbox_full' }),
        call(15, { result: 'answered_dropped' }, '12:00'),
        call(16, { result: 'third_party_answered' }),
      ],
      ...at(18),
    },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
  [
    '14(b)(3)(iii)-1',
    'USF-14B-7IN7',
    'calls to the attorney and the creditor are not the person’s',
    {
      contact_log: [
        ...seven.slice(0, 5),
        call(15, { person: 'attorney' }),
        call(16, { person: 'creditor' }),
      ],
      ...at(18),
    },
  ],
  [
    '14(b)(2)(i)(A)',
    'USF-14B-7IN7',
    'calls to a number that turns out to be somebody else’s leave the count',
    {
      contact_log: [...seven.slice(0, 5), ...calls([15, 16], { to: 'h1' })],
      events: [eventAt('wrong_number_learned', time(17), { address: 'h1' })],
      ...at(18),
    },
  ],
  [
    '14(b)(2)(i)(A)',
    'USF-14B-7IN7',
    'another collector’s calls are its own',
    { contact_log: seven.map((entry) => ({ ...entry, by: 'agency-B' })), ...at(18) },
  ],
  [
    '14(b)(2)(i)(A)',
    'USF-14B-7IN7',
    'calls to the spouse are counted apart',
    { contact_log: seven.map((entry) => ({ ...entry, person: 'spouse' })), ...at(18) },
  ],
  [
    '14(b)(2)(i)(A)',
    'USF-14B-7IN7',
    'all numbers of the person count together',
    {
      contact_log: seven.map((entry, index) => ({ ...entry, to: index % 2 ? 'h1' : 'w1' })),
      ...at(18),
    },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
]);
