import {
  attempt,
  eventAt,
  examplesOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/compliance/examples.ts';

const on = examplesOn({
  ...stateCase('US-CA', 'US-CA', 'America/Los_Angeles', '2026-06-10T10:00:00-07:00'),
  actor: OWN_CREDITOR,
});
const eightDays = ['03', '04', '05', '06', '07', '08', '09'].map((day) =>
  attempt(`2026-06-${day}T10:00:00-07:00`),
);

export default [
  ...on('US-CA-ROSENTHAL-1692', {
    inside: [
      'a creditor’s eighth call in a week: the number is not in the Act',
      { contact_log: eightDays },
    ],
    edge: ['one second before nine', { proposed: { at: '2026-06-10T20:59:59-07:00' } }],
    outside: [
      'a creditor writes to somebody whom an attorney represents, at night',
      {
        events: [eventAt('attorney_notice', '2026-06-01T10:00:00-07:00')],
        proposed: { at: '2026-06-10T22:00:00-07:00' },
      },
    ],
  }),
];
