import { consentAt, workedOn } from '#domain/gate/pack-examples.ts';
import { at, call, calls, seven, talk, time } from './august-calls.ts';
import { email, ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);

/** Comments 14(a), 14(b)(1) and 14(b)(2): how many calls, and what may be said against the count. */
export const workedCalls = on([
  [
    '14(b)(1)-1',
    'USF-14B-7IN7',
    'a message dropped into the mailbox is a call',
    {
      contact_log: calls([12, 13, 13, 14, 14, 17, 17]),
      ...at(18, '10:00', { channel: 'ringless_voicemail' }),
      consents: [consentAt('tcpa_prior_express', time(1))],
    },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
  [
    '14(b)(2)(i)-1.i',
    'USF-14B-7IN7',
    'the seventh call on Monday stays within the number',
    { contact_log: seven.slice(0, 6), ...at(17, '12:00') },
  ],
  [
    '14(b)(2)(i)-1.i',
    'USF-14B-7IN7',
    'from the Wednesday after, the first call has left the seven days',
    { contact_log: seven, ...at(19, '08:00') },
  ],
  [
    '14(b)(2)(i)-1.ii',
    'USF-14B-POSTCONV',
    'after a talk on a Friday, the next Friday is free',
    { contact_log: [call(11), talk(14)], ...at(21, '08:00') },
  ],
  [
    '14(b)(2)(ii)-1.i',
    'USF-14B-7IN7',
    'an eighth call on the Tuesday is one too many',
    { contact_log: seven, ...at(18) },
    ['USF-14B-7IN7'],
    time(19, '08:00'),
  ],
  [
    '14(b)(2)(ii)-1.ii',
    'USF-14B-POSTCONV',
    'a call on Thursday evening comes before the week is over',
    { contact_log: [call(11), talk(14)], ...at(20, '20:30') },
    ['USF-14B-POSTCONV'],
    time(21, '08:00'),
  ],
  [
    '14(b)(2)(ii)-1',
    'USF-14B-POSTCONV',
    'the person’s own call starts the wait',
    { contact_log: [talk(14, ['d1'], { dir: 'inbound', from: 'm1' })], ...at(17) },
    ['USF-14B-POSTCONV'],
    time(21, '08:00'),
  ],
  [
    '14(b)(2)(i)-2.i',
    'USF-14B-CONCENTRATION',
    'two unanswered calls within five minutes',
    { contact_log: [call(12, {}, '09:55')], ...at(12) },
    ['USF-14B-CONCENTRATION'],
  ],
  [
    '14(b)(2)(i)-2.i',
    'USF-14B-CONCENTRATION',
    'seven calls on one day',
    { contact_log: calls([12, 12, 12, 12, 12, 12]), ...at(12, '18:00') },
    ['USF-14B-CONCENTRATION'],
  ],
  [
    '14(b)(2)(ii)-2.i',
    'USF-14B-REBUTTAL',
    'another law requires the eighth call',
    { contact_log: seven, ...at(18, '10:00', { purpose: 'required_by_law' }) },
    ['USF-14B-7IN7', 'USF-14B-REBUTTAL'],
  ],
  [
    '14(b)(2)(ii)-2.ii',
    'USF-14B-REBUTTAL',
    'the call belongs to a suit that is going on',
    { contact_log: seven, ...at(18, '10:00', { rebuttal_factor: 'active_litigation' }) },
    ['USF-14B-7IN7', 'USF-14B-REBUTTAL'],
  ],
  [
    '14(b)(2)(ii)-2.iii',
    'USF-14B-REBUTTAL',
    'the person had asked for something and could not consent in time',
    { contact_log: [talk(14)], ...at(17, '10:00', { rebuttal_factor: 'answering_request' }) },
    ['USF-14B-POSTCONV', 'USF-14B-REBUTTAL'],
  ],
  [
    '14(b)(2)(ii)-2.iv',
    'USF-14B-REBUTTAL',
    'a chance to avoid a harm that others control',
    { contact_log: seven, ...at(18, '10:00', { rebuttal_factor: 'avoid_harm' }) },
    ['USF-14B-7IN7', 'USF-14B-REBUTTAL'],
  ],
  [
    '14(b)(2)(ii)-2.iv',
    'USF-14B-REBUTTAL',
    'the end of the collector’s own discount is no such chance',
    { contact_log: seven, ...at(18, '10:00', { rebuttal_factor: 'discount_ends' }) },
    ['USF-14B-7IN7'],
  ],
  [
    '14(a)-2.i',
    'USF-14A-CUMULATIVE',
    'seven calls and e-mails besides',
    {
      contact_log: [...seven, call(17, { channel: 'email', to: 'e1', result: 'sent' }, '15:00')],
      ...at(19, '09:00', email),
    },
    ['USF-14A-CUMULATIVE'],
  ],
  [
    '14(a)-2.ii',
    'USF-14A-CUMULATIVE',
    'many texts on one day of which nobody asked for any',
    {
      contact_log: ['09', '11', '13', '15'].map((hour) =>
        call(12, { channel: 'sms', result: 'sent' }, `${hour}:00`),
      ),
      ...at(12, '16:00'),
    },
    ['USF-14A-CUMULATIVE'],
  ],
]);
