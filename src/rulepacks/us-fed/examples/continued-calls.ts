import { consentAt, eventAt, inbound, moreOn } from '#domain/gate/pack-examples.ts';
import { email, ordinaryCase, text } from './ordinary-case.ts';

const more = moreOn(ordinaryCase);
const at = (clock: string) => `2026-06-10T${clock}:00-04:00`;
const home = { consumer: { inconvenient_places: ['home'] } };

/** The person calls from home, though home was called inconvenient. */
const called = inbound('IN1', at('09:58'), {
  channel: 'phone_call',
  from: 'h1',
  result: 'conversation_start',
  conversation_debts: ['d1'],
});
const evening = consentAt('contact_time', '2026-06-01T14:00:00-04:00', {
  ...{ from: '21:00', to: '23:00' },
});
const goOn = { to: 'h1', purpose: 'continue_inbound_call' };
const pickup = { consumer: { inconvenient: [{ from: '15:00', to: '17:00' }] } };
const wrote = inbound('IN2', at('15:30'), {});
const texted = inbound('IN3', at('15:30'), { channel: 'sms', from: 'm1' });
const reply = { ...email, at: at('15:50'), in_response_to: 'IN2' };
const otherAddresses = {
  contact_points: [
    ...ordinaryCase.contact_points,
    { id: 'e3', kind: 'email', address: 'sam@elsewhere.example' },
    { id: 'm2', kind: 'mobile', number: '+16145550149' },
  ],
};

/** Comment 6(b)(1)-2.ii while the call runs, and 2.i: by the same medium to whence they wrote. */
export const continuedCalls = [
  ...more(
    'USF-6B1-PLACE',
    ['the call they placed from there goes on', { ...home, contact_log: [called], proposed: goOn }],
    [
      'it goes on without naming what it answers',
      { ...home, contact_log: [called], proposed: { ...goOn, in_response_to: 'IN1' } },
    ],
    [
      'the line dropped: to ring home is a new call',
      { ...home, contact_log: [{ ...called, ended_by: 'line_drop' }], proposed: goOn },
      ['USF-14B-POSTCONV', 'USF-6B1-PLACE'],
    ],
    [
      'the call came from the mobile and not from home',
      { ...home, contact_log: [{ ...called, from: 'm1' }], proposed: goOn },
      ['USF-14B-POSTCONV', 'USF-6B1-PLACE'],
    ],
  ),
  ...more(
    'USF-6B1-HOURS',
    [
      'a call that the person placed at night goes on',
      {
        contact_log: [{ ...called, at: at('22:10') }],
        proposed: { ...goOn, at: at('22:20') },
      },
    ],
    [
      'they called from work, and another number would be rung',
      {
        contact_log: [{ ...called, at: at('22:00'), from: 'w1' }],
        proposed: { ...goOn, to: 'm1', at: at('22:05') },
      },
      ['USF-14B-POSTCONV', 'USF-6B1-HOURS'],
    ],
    [
      'a consent to the evening that was given at night, nobody knows how',
      {
        consents: [{ ...evening, received_at: '2026-06-01T22:00:00-04:00' }],
        proposed: { at: at('22:00') },
      },
      ['USF-6B1-HOURS'],
    ],
    ['the same given in the afternoon', { consents: [evening], proposed: { at: at('22:00') } }],
  ),
  ...more(
    'USF-6B1-STATED-TIME',
    [
      'the reply goes to the address that wrote, not to another one of theirs',
      { ...pickup, ...otherAddresses, contact_log: [wrote], proposed: { ...reply, to: 'e3' } },
      ['USF-6B1-STATED-TIME'],
      at('17:00'),
    ],
    [
      'the same to the address that wrote',
      { ...pickup, ...otherAddresses, contact_log: [wrote], proposed: reply },
    ],
    [
      'in a chat of which nobody tells that it is a visit, an answer is shut',
      { ...pickup, proposed: { ...email, channel: 'chat', at: at('15:50') } },
      ['USF-6B1-STATED-TIME'],
      at('17:00'),
    ],
  ),
  ...more('USF-6B2-ATTORNEY', [
    'a represented person who texts is not answered on another number of theirs',
    {
      ...otherAddresses,
      events: [eventAt('attorney_notice', '2026-06-01T10:00:00-04:00', { attorney_known: true })],
      contact_log: [texted],
      proposed: { ...text, to: 'm2', at: at('15:50'), in_response_to: 'IN3' },
    },
    ['USF-6B2-ATTORNEY'],
  ]),
];
