import { attempt, eventAt, inbound, workedOn } from '#domain/gate/pack-examples.ts';
import { email, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock: string) =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const at = (day: number, clock: string, other: object = {}) => ({
  proposed: { at: june(day, clock), ...other },
});
const schoolRun = { consumer: { inconvenient: [{ from: '15:00', to: '17:00' }] } };
const wrote = inbound('IN1', june(10, '15:30'), {});
const wroteAgain = inbound('IN2', june(10, '16:10'), {});
const answered = attempt(june(10, '15:40'), {
  id: 'L1',
  channel: 'email',
  to: 'e1',
  result: 'sent',
  in_response_to: 'IN1',
});
const reply = { ...email, in_response_to: 'IN1' };
const stated = ['USF-6B1-STATED-TIME'];
const home = { consumer: { inconvenient_places: ['home'] } };
const attorney = eventAt('attorney_notice', june(1, '10:00'), { attorney_known: true });
const represented = ['USF-6B2-ATTORNEY'];
const chat = { channel: 'chat', to: 'e1', content: email.content };
const stop = eventAt('media_optout', june(10, '10:00'), { medium: 'sms', address: 'm1' });
const texted = inbound('IN3', june(11, '10:00'), { channel: 'sms', from: 'm1' });
const closed = ['USF-14H-MEDIUM'];

const required = {
  purpose: 'legally_required_medium',
  legal_basis: '12 CFR 1026.41 periodic statement',
};

/** Comments 6(b)(1)-2, 6(b)(2)-1 and 14(h): one answer by the same medium, and what shuts again. */
export const workedReplies = on([
  [
    '6(b)(1)-2.i',
    'USF-6B1-STATED-TIME',
    'one reply to an e-mail sent at a shut time',
    { ...schoolRun, contact_log: [wrote], ...at(10, '15:50', reply) },
  ],
  [
    '6(b)(1)-2.i',
    'USF-6B1-STATED-TIME',
    'a second one is shut',
    { ...schoolRun, contact_log: [wrote, answered], ...at(10, '15:50', reply) },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-2.i',
    'USF-6B1-STATED-TIME',
    'each new e-mail opens one more',
    {
      ...schoolRun,
      contact_log: [wrote, answered, wroteAgain],
      ...at(10, '16:20', { ...email, in_response_to: 'IN2' }),
    },
  ],
  [
    '6(b)(1)-2.i',
    'USF-6B1-STATED-TIME',
    'the reply goes by the same medium',
    { ...schoolRun, contact_log: [wrote], ...at(10, '15:50', { in_response_to: 'IN1' }) },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-2.i',
    'USF-6B1-STATED-TIME',
    'without being an answer it is shut',
    { ...schoolRun, contact_log: [wrote], ...at(10, '15:50', email) },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-2.ii',
    'USF-6B1-PLACE',
    'the person’s call from home does not open home',
    {
      ...home,
      contact_log: [
        inbound('IN4', june(1, '10:00'), {
          channel: 'phone_call',
          from: 'h1',
          result: 'conversation',
          conversation_debts: ['d1'],
        }),
      ],
      ...at(10, '10:00', { to: 'h1' }),
    },
    ['USF-6B1-PLACE'],
  ],
  [
    '6(b)(1)-2.iii',
    'USF-6B1-STATED-TIME',
    'an automatic answer uses the reply up',
    {
      ...schoolRun,
      contact_log: [wrote, { ...answered, at: june(10, '15:30'), mode: 'automatic' }],
      ...at(10, '15:50', reply),
    },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-2.iv',
    'USF-6B1-STATED-TIME',
    'inside a visit to the site answers are open',
    { ...schoolRun, ...at(10, '15:50', { ...chat, in_live_session: true }) },
  ],
  [
    '6(b)(1)-2.iv',
    'USF-6B1-STATED-TIME',
    'after the visit they are shut',
    { ...schoolRun, ...at(10, '16:30', { ...chat, in_live_session: false }) },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-2',
    'USF-6B1-HOURS',
    'a text that came at night may be answered once',
    {
      contact_log: [inbound('IN5', june(10, '22:00'), { channel: 'sms', from: 'm1' })],
      ...at(10, '22:05', { ...text, in_response_to: 'IN5' }),
    },
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'an attorney on this debt',
    { events: [attorney] },
    represented,
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'an attorney on another debt',
    { events: [{ ...attorney, debts: ['d2'] }] },
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'nobody knows the name, and it cannot be found',
    { events: [{ ...attorney, attorney_known: false }] },
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'the attorney may be called',
    { events: [attorney], proposed: { person: 'attorney' } },
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'a represented person who writes gets one answer',
    { events: [attorney], contact_log: [wrote], ...at(10, '17:30', reply) },
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'writing does not end representation',
    { events: [attorney], contact_log: [wrote, answered], ...at(11, '10:00', reply) },
    represented,
  ],
  [
    '6(b)(2)(i)',
    'USF-6B2-ATTORNEY',
    'the attorney has been asked and has thirty days',
    { events: [attorney, eventAt('attorney_asked', june(2, '10:00'))], ...at(30, '10:00') },
    represented,
  ],
  [
    '6(b)(2)(i)',
    'USF-6B2-ATTORNEY',
    'the thirty days are over without an answer',
    { events: [attorney, eventAt('attorney_asked', '2026-05-05T10:00:00-04:00')] },
  ],
  [
    '6(b)(2)(ii)',
    'USF-6B2-ATTORNEY',
    'the attorney consents',
    { events: [attorney, eventAt('attorney_consents', june(5, '10:00'))] },
  ],
  [
    '14(h)(1)-1',
    'USF-14H-MEDIUM',
    'stop calling closes every number',
    {
      events: [eventAt('media_optout', june(9, '10:00'), { medium: 'phone' })],
      ...at(10, '10:00', { to: 'h1' }),
    },
    closed,
  ],
  [
    '14(h)(1)-1',
    'USF-14H-MEDIUM',
    'and leaves texts open',
    { events: [eventAt('media_optout', june(9, '10:00'), { medium: 'phone' })], proposed: text },
  ],
  [
    '14(h)(1)-1',
    'USF-14H-MEDIUM',
    'said in a talk about stopping altogether, it closes the telephone',
    {
      events: [eventAt('cease_request', june(9, '10:00'), { medium: 'phone', in_writing: false })],
    },
    closed,
  ],
  [
    '14(h)(1)-2',
    'USF-14H-MEDIUM',
    'one number is closed, the other is not',
    { events: [eventAt('media_optout', june(9, '10:00'), { medium: 'phone', address: 'w1' })] },
  ],
  [
    '14(h)(1)-2',
    'USF-14H-MEDIUM',
    'an address closed for one debt is closed for all',
    { events: [stop], ...at(10, '11:00', { ...text, debts: ['d2'] }) },
    closed,
  ],
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'one confirmation, with nothing else in it',
    {
      events: [stop],
      ...at(10, '10:02', {
        channel: 'sms',
        purpose: 'optout_confirmation',
        content: { confirms_optout: true },
      }),
    },
  ],
  [
    '14(h)(2)(i)',
    'USF-14H-MEDIUM',
    'a second one is a message',
    {
      events: [stop],
      contact_log: [
        attempt(june(10, '10:01'), {
          id: 'L2',
          channel: 'sms',
          result: 'sent',
          purpose: 'optout_confirmation',
        }),
      ],
      ...at(10, '10:02', { ...text, purpose: 'optout_confirmation' }),
    },
    [...closed, 'TCPA-CONFIRM-TEXT'],
  ],
  [
    '14(h)(2)(ii)',
    'USF-14H-MEDIUM',
    'one answer to a text by which the person came back',
    {
      events: [stop],
      contact_log: [texted],
      ...at(11, '10:05', { ...text, in_response_to: 'IN3' }),
    },
  ],
  [
    '14(h)(2)(iii)',
    'USF-14H-MEDIUM',
    'another law wants the notice in this medium',
    { events: [stop], ...at(11, '10:05', { ...text, ...required }) },
  ],
  [
    '14(h)(2)(iii)',
    'USF-14H-MEDIUM',
    'that a law wants it, without saying which',
    {
      events: [stop],
      ...at(11, '10:05', { ...text, purpose: 'legally_required_medium' }),
    },
    ['USF-14H-MEDIUM'],
  ],
  [
    '14(h)(1)',
    'USF-14H-MEDIUM',
    'the attorney’s line is not the person’s',
    {
      events: [eventAt('media_optout', june(9, '10:00'), { medium: 'phone' })],
      proposed: { person: 'attorney' },
    },
  ],
]);
