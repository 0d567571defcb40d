import { consentAt, inbound, moreOn } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './ordinary-case.ts';

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
/** Comment 6(b)(1)-2.ii while the call runs. */
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
];
