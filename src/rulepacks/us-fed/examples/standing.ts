import type { Example } from '#domain/gate/pack.ts';
import { consentAt, eventAt, examplesOn } from '#domain/gate/pack-examples.ts';
import { letter, ordinaryCase } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });

export const standingExamples: readonly Example[] = [
  ...on('BK-STAY', {
    inside: ['no petition', {}],
    edge: [
      'dismissed',
      {
        events: [
          eventAt('bankruptcy_petition', '2026-05-01T09:00:00-04:00'),
          eventAt('bankruptcy_dismissed', '2026-06-01T09:00:00-04:00'),
        ],
      },
    ],
    outside: [
      'a letter by the creditor is stayed too',
      {
        actor: { type: 'original_creditor', id: 'bank' },
        events: [eventAt('bankruptcy_petition', '2026-05-01T09:00:00-04:00')],
        proposed: letter,
      },
    ],
  }),
  ...on('BK-DISCHARGE', {
    inside: ['no discharge', {}],
    edge: [
      'discharge of another debt',
      {
        events: [eventAt('discharge_order', '2026-05-01T09:00:00-04:00', { debts: ['d2'] })],
      },
    ],
    outside: ['discharged', { events: [eventAt('discharge_order', '2026-05-01T09:00:00-04:00')] }],
  }),
  ...on('SCRA-ACTIVE-DUTY', {
    inside: ['a civilian', {}],
    edge: ['service known to have ended', { consumer: { status: { active_duty: false } } }],
    outside: ['on active duty', { consumer: { status: { active_duty: true } } }],
  }),
  ...on('DECEASED-REP', {
    inside: ['alive', {}],
    edge: [
      'the executor may be called',
      {
        consumer: { status: { deceased: true } },
        proposed: { person: 'executor' },
      },
    ],
    outside: ['a call for the dead', { consumer: { status: { deceased: true } } }],
  }),
  ...on('MINOR', {
    inside: ['an adult', {}],
    edge: [
      'the parent may be called',
      {
        consumer: { status: { minor: true } },
        proposed: { person: 'parent_of_minor' },
      },
    ],
    outside: ['a call for the child', { consumer: { status: { minor: true } } }],
  }),
  ...on('CREDITOR-OUTSIDE-FDCPA', {
    inside: ['an agency', {}],
    edge: [
      'a creditor under another name',
      {
        actor: { type: 'original_creditor', id: 'bank', uses_third_party_name: true },
      },
    ],
    outside: [
      'a creditor at night, outside the federal hours',
      {
        actor: { type: 'original_creditor', id: 'bank' },
        ...at('2026-06-10T22:00:00-04:00'),
      },
    ],
  }),
  ...on('TCPA-CONSENT', {
    inside: ['an agent dials by hand', {}],
    edge: [
      'the number was given to the creditor for the account',
      {
        consents: [
          consentAt('tcpa_prior_express', '2025-01-10T10:00:00-05:00', {
            address: 'm1',
            given_to: 'Example Bank',
          }),
        ],
        proposed: { mode: 'prerecorded' },
      },
    ],
    outside: ['a synthetic voice without consent', { proposed: { mode: 'artificial_voice' } }],
  }),
];
