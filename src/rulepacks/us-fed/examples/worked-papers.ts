import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { consentAt, eventAt, workedOn } from '#domain/gate/pack-examples.ts';
import { email, inOrder, letter, ordinaryCase } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock = '10:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const dispute = (received: string, other: Partial<CaseEvent> = {}) =>
  eventAt('dispute', received, { in_writing: true, validation_period_end: '2026-06-08', ...other });
const disputed = dispute(june(5));
const held = ['USF-38-DISPUTE'];
const notice = { purpose: 'send_validation_notice' };
const first = { consumer: { initial_communication_made: false } };
const undelivered = ['USF-42-DELIVERY'];

/** Comments 34, 38 and 42: notices, disputes and delivery. */
export const workedPapers = on([
  [
    '34(a)(1)-1',
    'USF-34-VALIDATION-5D',
    'the first talk starts five days',
    first,
    ['USF-34-VALIDATION-5D'],
  ],
  [
    '34(a)(1)-1',
    'USF-34-VALIDATION-5D',
    'a pleading is no first communication',
    { ...first, proposed: { ...letter, purpose: 'pleading' } },
  ],
  [
    '34(a)(2)',
    'USF-34-VALIDATION-5D',
    'nothing is due once it is paid',
    { ...first, debts: [{ id: 'd1', status: 'paid' }] },
  ],
  [
    '34(b)(5)-1',
    'USF-34-VALIDATION-PERIOD',
    'a notice by letter starts the period',
    { proposed: { ...letter, ...notice } },
    ['USF-34-VALIDATION-PERIOD'],
  ],
  [
    '34(b)(5)-2',
    'USF-34-VALIDATION-PERIOD',
    'one that came back never ran',
    { events: [{ kind: 'validation_notice_sent', at: june(1), undelivered_notice_at: june(9) }] },
  ],
  [
    '34(a)(1)-1',
    'DECEASED-REP',
    'a notice to the estate that names nobody',
    {
      consumer: { status: { deceased: true } },
      proposed: { ...letter, ...notice, person: 'estate' },
    },
    ['DECEASED-REP'],
  ],
  [
    '38(b)(1)-1',
    'USF-38-OVERSHADOW',
    'pay today, inside the period',
    {
      events: [{ kind: 'validation_notice_sent', at: june(1) }],
      proposed: { ...letter, content: { overshadows_rights: true } },
    },
    ['USF-38-OVERSHADOW'],
  ],
  [
    '38(c)-1',
    'USF-38-ORIGCRED',
    'asked for the original creditor in writing',
    {
      events: [
        eventAt('original_creditor_request', june(5), {
          in_writing: true,
          validation_period_end: '2026-06-08',
        }),
      ],
    },
    ['USF-38-ORIGCRED'],
  ],
  [
    '38(c)-1',
    'USF-38-ORIGCRED',
    'and answered',
    {
      events: [
        eventAt('original_creditor_request', june(5)),
        eventAt('original_creditor_sent', june(6)),
      ],
    },
  ],
  ['38(d)(2)-1', 'USF-38-DISPUTE', 'in writing and in time', { events: [disputed] }, held],
  [
    '38(d)(2)-1',
    'USF-38-DISPUTE',
    'ten minutes before the last midnight',
    { events: [dispute(june(8, '23:50'))] },
    held,
  ],
  [
    '38(d)(2)-1',
    'MARK-DISPUTED',
    'on the day after',
    { events: [dispute(june(9, '00:05'))] },
    ['MARK-DISPUTED'],
  ],
  [
    '38(d)(2)',
    'MARK-DISPUTED',
    'in a talk',
    { events: [dispute(june(5), { in_writing: false })] },
    ['MARK-DISPUTED'],
  ],
  ['38(d)(2)-1', 'USF-38-DISPUTE', 'on another debt', { events: [{ ...disputed, debts: ['d2'] }] }],
  [
    '38(d)(2)(i)',
    'USF-38-DISPUTE',
    'verified',
    { events: [disputed, eventAt('verification_sent', june(7))] },
  ],
  [
    '38(d)(2)(i)',
    'USF-38-DISPUTE',
    'the verification came back',
    {
      events: [disputed, eventAt('verification_sent', june(7), { undelivered_notice_at: june(9) })],
    },
    held,
  ],
  [
    '38(d)(2)(ii)',
    'USF-38-DISPUTE',
    'told that it was answered before',
    { events: [disputed, eventAt('duplicative_dispute_notice', june(7))] },
  ],
  [
    '38(d)(2)',
    'USF-38-DISPUTE',
    'sending the verification',
    { events: [disputed], proposed: { ...letter, purpose: 'send_verification' } },
  ],
  [
    '38(d)(2)',
    'USF-38-DISPUTE',
    'a suit is an act to collect',
    { events: [disputed], proposed: { channel: 'lawsuit', to: 'court' } },
    held,
  ],
  [
    '38(a)(1)-1',
    'MARK-DISPUTED',
    'by a medium through which the collector takes nothing',
    { events: [dispute(june(5), { accepted_channel: false })] },
    ['MARK-DISPUTED'],
  ],
  [
    '42(a)(1)-1',
    'USF-42-DELIVERY',
    'by mail to the last address',
    { proposed: { ...letter, ...notice } },
  ],
  [
    '42(a)(1)-3',
    'USF-42-DELIVERY',
    'to an address from which mail comes back',
    {
      events: [eventAt('mail_returned', june(1), { address: 'a1' })],
      proposed: { ...letter, ...notice },
    },
    undelivered,
  ],
  [
    '42(a)(1)-4',
    'USF-42-DELIVERY',
    'to an e-mail address that was closed',
    {
      consents: [consentAt('esign', june(1))],
      events: [eventAt('media_optout', june(9), { medium: 'email', address: 'e1' })],
      proposed: { ...email, ...notice },
    },
    [...undelivered, 'USF-14H-MEDIUM'],
  ],
  [
    '42(b)(1)-1',
    'USF-42-DELIVERY',
    'by e-mail without consent to electronic notices',
    { proposed: { ...email, ...notice } },
    undelivered,
  ],
  [
    '42(b)(1)-1',
    'USF-42-DELIVERY',
    'inside the first e-mail',
    {
      ...first,
      proposed: {
        ...email,
        ...notice,
        content: { ...inOrder, debt_collector_disclosure: 'initial' },
      },
    },
  ],
]);
