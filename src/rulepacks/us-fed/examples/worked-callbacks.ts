import { eventAt, inbound, workedOn } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock: string) =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const home = { consumer: { inconvenient_places: ['home'] } };
const attorney = eventAt('attorney_notice', june(1, '10:00'), { attorney_known: true });

/** The person's own call from home; what became of it decides whether it is still to be answered. */
const rang = (result: string) =>
  inbound('IN6', june(2, '22:00'), { channel: 'phone_call', from: 'h1', result });
const callBack = (clock: string) => ({
  proposed: { at: june(10, clock), to: 'h1', in_response_to: 'IN6' },
});
const talked = { contact_log: [rang('conversation')] };

/** Comments 6(b)(1)-2.ii, 6(b)(2)-1 and 14(h): a call the person placed, and what still answers it. */
export const workedCallbacks = on([
  [
    '6(b)(1)-2.ii',
    'USF-6B1-PLACE',
    'their own call from home, answered by the talk itself',
    { ...home, ...talked, ...callBack('10:00') },
    ['USF-6B1-PLACE'],
  ],
  ...['voicemail_left_by_consumer', 'no_answer', 'mailbox_full'].map(
    (result) =>
      [
        '6(b)(1)-2.ii',
        'USF-6B1-PLACE',
        `their own call from home that reached nobody: ${result}`,
        { ...home, contact_log: [rang(result)], ...callBack('10:00') },
      ] as const,
  ),
  [
    '6(b)(1)-2.ii',
    'USF-6B1-HOURS',
    'their own call at night, answered by the talk itself',
    { ...talked, ...callBack('22:00') },
    ['USF-6B1-HOURS'],
    june(11, '08:00'),
  ],
  [
    '6(b)(2)-1',
    'USF-6B2-ATTORNEY',
    'their own call while represented, answered by the talk itself',
    { events: [attorney], ...talked, ...callBack('10:00') },
    ['USF-6B2-ATTORNEY'],
  ],
  [
    '14(h)(2)(ii)',
    'USF-14H-MEDIUM',
    'their own call on a closed telephone, answered by the talk itself',
    {
      events: [eventAt('media_optout', june(1, '10:00'), { medium: 'phone' })],
      ...talked,
      ...callBack('10:00'),
    },
    ['USF-14H-MEDIUM'],
  ],
]);
