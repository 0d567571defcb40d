import { eventAt, examplesOn, inbound, moreOn, TWO_DEBTS } from '#domain/gate/pack-examples.ts';
import { open, ordinaryCase, start } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const endUnderAnotherName = { treatment_ended: '2026-05-17' };

const spaced = (of: object) => ({
  events: [{ kind: 'bs_moratorium', debts: ['d1'], ...of }],
});

/** Examples of the statutory pauses. */
export const moratoriaExamples = [
  ...on('GB-BS-MORATORIUM', {
    inside: ['no breathing space', {}],
    edge: ['the day after the sixtieth', start('breathing_space', '2026-04-17')],
    outside: [
      'the sixtieth day',
      start('breathing_space', '2026-04-18'),
      ['GB-BS-MORATORIUM'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...on('GB-MHC-MORATORIUM', {
    inside: ['no treatment', {}],
    edge: [
      'thirty days after treatment ended',
      start('mhc_moratorium', '2026-03-01', { treatment_ended: '2026-05-17' }),
    ],
    outside: ['treatment goes on', start('mhc_moratorium', '2026-03-01')],
  }),
  ...on('GB-SCT-MORATORIUM', {
    inside: ['none', {}],
    edge: [
      'six months are over',
      start('scottish_moratorium', '2025-12-17', { first_day: '2025-12-17' }),
    ],
    outside: [
      'last day',
      start('scottish_moratorium', '2025-12-18', { first_day: '2025-12-18' }),
      ['GB-SCT-MORATORIUM'],
      '2026-06-18T00:00:00+01:00',
    ],
  }),
  ...more(
    'GB-BS-MORATORIUM',
    [
      'the first of sixty days is the day after entry',
      { ...spaced({ entered_at: '2026-04-18T15:00:00+01:00' }), policy: open },
      ['GB-BS-MORATORIUM'],
      '2026-06-18T08:00:00+01:00',
    ],
    [
      'as the register dates it',
      { ...spaced({ first_day: '2026-05-05', last_day: '2026-07-03' }), policy: open },
      ['GB-BS-MORATORIUM'],
      '2026-07-04T08:00:00+01:00',
    ],
    [
      'a joint debtor is protected for the debt',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { person: 'joint_debtor' } },
      ['GB-BS-MORATORIUM'],
    ],
    ['another debt', { ...spaced({ first_day: '2026-05-05', debts: ['d2'] }), debts: TWO_DEBTS }],
    [
      'a student loan',
      { ...spaced({ first_day: '2026-05-05' }), debts: [{ id: 'd1', type: 'student_loan' }] },
    ],
    [
      'cancelled early',
      {
        events: [
          eventAt('breathing_space', '2026-05-01T09:00:00+01:00'),
          eventAt('breathing_space_cancelled', '2026-06-01T09:00:00+01:00'),
        ],
      },
    ],
    [
      'a letter for payment is contact as well',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { channel: 'letter', to: 'a1' } },
      ['GB-BS-MORATORIUM'],
    ],
    [
      'a statutory notice',
      {
        ...spaced({ first_day: '2026-05-05' }),
        proposed: { channel: 'letter', to: 'a1', purpose: 'statutory_notice' },
      },
    ],
    [
      'an answer to the debtor’s own question',
      {
        ...spaced({ first_day: '2026-05-05' }),
        contact_log: [
          inbound('L1', '2026-06-17T09:00:00+01:00', { channel: 'phone_call', from: 'm1' }),
        ],
        proposed: { in_response_to: 'L1' },
      },
    ],
    [
      'cancelled early, told with its entry',
      spaced({ first_day: '2026-05-05', ended_at: '2026-06-10' }),
    ],
    [
      'by leave of the court',
      {
        events: [
          { kind: 'bs_moratorium', debts: ['d1'], first_day: '2026-05-05' },
          eventAt('court_leave', '2026-06-01T09:00:00+01:00'),
        ],
      },
    ],
    [
      'through the adviser',
      { ...spaced({ first_day: '2026-05-05' }), proposed: { person: 'debt_adviser' } },
    ],
  ),
  ...more(
    'GB-MHC-MORATORIUM',
    [
      'the thirtieth day after treatment',
      {
        events: [
          {
            kind: 'mhc_moratorium',
            first_day: '2026-03-01',
            treatment_ended: '2026-05-18',
            debts: ['d1'],
          },
        ],
        policy: open,
      },
      ['GB-MHC-MORATORIUM'],
      '2026-06-18T08:00:00+01:00',
    ],
    [
      'the end of the treatment under another name',
      {
        events: [
          eventAt('mhc_moratorium', '2026-03-01T09:00:00+00:00', {
            first_day: '2026-03-01',
            ...endUnderAnotherName,
          }),
        ],
      },
    ],
    [
      'the end of the treatment told later',
      {
        events: [
          { kind: 'mhc_moratorium', first_day: '2026-03-01', debts: ['d1'] },
          eventAt('mhc_treatment_ended', '2026-05-17T12:00:00+01:00'),
        ],
      },
    ],
  ),
];
