import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import {
  attempt,
  consentAt,
  eventAt,
  locationWords,
  type WorkedRow,
  workedOn,
} from '#domain/gate/pack-examples.ts';
import { letter, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock = '10:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const to = (person: string, other: object = {}) => ({ proposed: { person, ...other } });
const dead = { consumer: { status: { deceased: true } } };
const child = { consumer: { status: { minor: true } } };
const others = ['USF-6D-THIRD-PARTY'];
const asking = { to: 'n1', purpose: 'location_information', content: locationWords };
const fromTheProduct = { policy: { silence_refuses: true } };
const neighbour = (other: object = {}) => to('third_party:neighbour', { ...asking, ...other });
const answered = {
  contact_log: [
    attempt(june(1), { to: 'n1', person: 'third_party:neighbour', result: 'conversation' }),
  ],
};
const cease = (other: Partial<CaseEvent> = {}) =>
  eventAt('cease_notice', june(6), { medium: 'letter', mailed_at: june(3), ...other });
const ceased = ['USF-6C-CEASE'];
const loan = { consents: [consentAt('tcpa_prior_express', june(1), { address: 'm1' })] };
const revoked = (other: object = {}) => ({
  ...loan,
  events: [eventAt('tcpa_revocation', june(5), other)],
});
const recorded = { mode: 'prerecorded' };
const petition = (chapter: number) => eventAt('bankruptcy_petition', june(1), { chapter });

const people = on([
  ['6(a)(1)-1', 'USF-6D-THIRD-PARTY', 'the spouse stands for the person', to('spouse')],
  ['6(a)(2)', 'MINOR', 'the parent of a child', { ...child, ...to('parent_of_minor') }],
  ['6(a)(2)', 'USF-6D-THIRD-PARTY', 'the parent of a grown person', to('parent'), others],
  [
    '6(a)(4)-1',
    'DECEASED-REP',
    'whoever acts for the estate',
    { ...dead, ...to('personal_representative') },
  ],
  [
    '6(a)(4)-1',
    'USF-6D-THIRD-PARTY',
    'a grown child without authority',
    { ...dead, ...to('third_party:adult_child_no_authority') },
    others,
  ],
  ['6(a)(4)-1', 'DECEASED-REP', 'the surviving spouse', { ...dead, ...to('spouse') }],
  [
    '6(a)(5)',
    'USF-6D-THIRD-PARTY',
    'a confirmed successor in interest',
    to('confirmed_successor_in_interest'),
  ],
  [
    '6(a)(5)',
    'USF-6D-THIRD-PARTY',
    'one that is not confirmed',
    to('third_party:unconfirmed_successor'),
    others,
  ],
  ['6(d)(1)', 'USF-6D-THIRD-PARTY', 'a colleague', to('third_party:colleague'), others],
  [
    '6(d)(1)',
    'USF-6D-THIRD-PARTY',
    'the commanding officer',
    { consumer: { status: { active_duty: true } }, ...to('third_party:commanding_officer') },
    others,
  ],
  [
    '6(d)(2)(ii)',
    'USF-6D-THIRD-PARTY',
    'the person agreed to it',
    {
      ...to('third_party:adviser'),
      consents: [consentAt('third_party_contact', june(1), { person: 'third_party:adviser' })],
    },
  ],
  [
    '6(d)(2)(iv)',
    'USF-6D-THIRD-PARTY',
    'to carry out a judgment',
    to('third_party:sheriff', { purpose: 'post_judgment_remedy' }),
  ],
  ['6(d)(1)', 'USF-6D-THIRD-PARTY', 'the bureau', to('consumer_reporting_agency')],
  ['10(c)-1', 'USF-10-LOCATION-ONCE', 'a first question', neighbour()],
  [
    '10(c)-1',
    'USF-10-LOCATION-ONCE',
    'a second one',
    { ...neighbour(), ...answered },
    ['USF-10-LOCATION-ONCE'],
  ],
  [
    '10(c)-1',
    'USF-10-LOCATION-ONCE',
    'they asked to be called again',
    { ...neighbour({ requested_by_third_party: true }), ...answered },
  ],
  [
    '10(c)-1',
    'USF-10-LOCATION-ONCE',
    'the answer is thought wrong, and they now know better',
    { ...neighbour({ reason: 'earlier_response_believed_erroneous_now_correct' }), ...answered },
  ],
  [
    '10(b)(2)',
    'USF-10-LOCATION-CONTENT',
    'that a debt is owed',
    neighbour({ content: { mentions_debt: true } }),
    ['USF-10-LOCATION-CONTENT'],
  ],
  [
    '10(b)(1)',
    'USF-10-LOCATION-CONTENT',
    'for whom one works, unasked',
    neighbour({ content: { names_employer: true } }),
    ['USF-10-LOCATION-CONTENT'],
  ],
  [
    '10(b)(1)',
    'USF-10-LOCATION-CONTENT',
    'for whom one works, when asked',
    neighbour({
      content: { ...locationWords, names_employer: true, employer_requested: true },
    }),
  ],
  [
    '10(b)',
    'USF-10-LOCATION-CONTENT',
    'the product is about to ask, and all that will be said is told',
    { ...neighbour(), ...fromTheProduct },
  ],
  ...(['identifies_individual', 'mentions_debt', 'states_confirming_location'] as const).map(
    (flag): WorkedRow => [
      '10(b)',
      'USF-10-LOCATION-CONTENT',
      `the product is about to ask, and ${flag} is not told`,
      { ...neighbour({ content: { ...locationWords, [flag]: null } }), ...fromTheProduct },
      ['USF-10-LOCATION-CONTENT'],
    ],
  ),
  [
    '10(b)(5)',
    'USF-10-LOCATION-CONTENT',
    'an attorney is known: only the attorney is asked',
    { ...neighbour(), events: [eventAt('attorney_notice', june(1))] },
    ['USF-10-LOCATION-CONTENT'],
  ],
  [
    '10(a)-1',
    'USF-10-LOCATION-CONTENT',
    'who handles the estate',
    { ...dead, ...neighbour({ purpose: 'identify_estate_representative' }) },
  ],
  [
    '6(c)(1)-1',
    'USF-6C-CEASE',
    'posted, not yet here',
    { events: [cease()], proposed: { at: june(5) } },
  ],
  ['6(c)(1)-1', 'USF-6C-CEASE', 'here', { events: [cease()] }, ceased],
  [
    '6(c)(1)-2',
    'USF-6C-CEASE',
    'by e-mail, which the collector accepts',
    { events: [cease({ medium: 'email', accepted_channel: true })] },
    ceased,
  ],
  [
    '6(c)(1)-2',
    'USF-6C-CEASE',
    'by a medium through which it takes nothing',
    { events: [cease({ medium: 'social', accepted_channel: false })] },
  ],
  [
    '6(c)(1)',
    'USF-6C-CEASE',
    'a refusal to pay',
    { events: [eventAt('refusal_to_pay', june(6), { medium: 'letter' })] },
    ceased,
  ],
  [
    '6(c)(1)',
    'CEASE-ON-OTHER-DEBT',
    'on another debt',
    { events: [cease({ debts: ['d2'] })] },
    ['CEASE-ON-OTHER-DEBT'],
  ],
  [
    '6(c)(2)(i)',
    'USF-6C-CEASE',
    'that efforts end',
    { events: [cease()], proposed: { ...letter, purpose: 'terminate_efforts' } },
  ],
  [
    '6(c)(2)(iii)',
    'USF-6C-CEASE',
    'that a remedy will be used',
    { events: [cease()], proposed: { ...letter, purpose: 'notice_of_specified_remedy' } },
  ],
  [
    '6(c)(2)-1',
    'USF-6C-CEASE',
    'a notice that mortgage servicing requires',
    { events: [cease()], proposed: { ...letter, purpose: 'mortgage_servicing_notice' } },
  ],
]);

const acts = on([
  [
    '64.1200(a)(1)(iii)',
    'TCPA-CONSENT',
    'a recording without consent',
    { proposed: recorded },
    ['TCPA-CONSENT'],
  ],
  [
    '64.1200(a)(10)',
    'TCPA-REVOKE',
    'taken back yesterday',
    { ...revoked(), proposed: recorded },
    ['TCPA-REVOKE'],
  ],
  [
    '64.1200(a)(10)',
    'TCPA-REVOKE',
    'for another matter, before 31 January 2027',
    { ...revoked({ debts: ['d2'] }), proposed: recorded },
  ],
  [
    '64.1200(a)(10)',
    'TCPA-REVOKE-ALL',
    'for another matter, from then on',
    { ...revoked({ debts: ['d2'] }), proposed: { ...recorded, at: '2027-02-01T10:00:00-05:00' } },
    ['TCPA-REVOKE-ALL'],
  ],
  [
    '64.1200(a)(12)',
    'TCPA-CONFIRM-TEXT',
    'confirmed twenty minutes later',
    {
      ...loan,
      events: [eventAt('media_optout', june(10, '09:40'), { medium: 'sms', address: 'm1' })],
      proposed: { ...text, mode: 'automatic', purpose: 'optout_confirmation' },
    },
    ['TCPA-CONFIRM-TEXT', 'TCPA-REVOKE'],
  ],
  [
    '64.1200(a)(3)(iii)',
    'TCPA-RES-3IN30',
    'a fourth recording at home',
    {
      contact_log: [12, 20, 30].map((day) =>
        attempt(`2026-05-${day}T10:00:00-04:00`, { to: 'h1', mode: 'prerecorded' }),
      ),
      proposed: { ...recorded, to: 'h1' },
    },
    ['TCPA-RES-3IN30'],
    june(11, '08:00'),
  ],
  [
    '11 USC 1301',
    'BK-STAY',
    'who owes beside the debtor in chapter 13',
    { events: [petition(13)], ...to('co_debtor') },
    ['BK-STAY'],
  ],
  [
    '11 USC 362',
    'BK-STAY',
    'who owes beside the debtor in chapter 7',
    { events: [petition(7)], ...to('co_debtor') },
  ],
  [
    '11 USC 362',
    'BK-STAY',
    'the debtor’s attorney may be written to',
    { events: [petition(7)], ...to('attorney', letter) },
  ],
  [
    '11 USC 524(a)(2)',
    'BK-DISCHARGE',
    'after discharge never again',
    { events: [petition(7), eventAt('bankruptcy_discharge', june(8))] },
    ['BK-DISCHARGE'],
  ],
]);

export const workedConsumers = [...people, ...acts];
