import {
  attempt,
  BY_LETTER,
  consentAt,
  eventAt,
  examplesOn,
  moreOn,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-FED', 'CA-ON', 'America/Toronto'),
  packs: ['CA-FED'],
  actor: { type: 'bank', id: 'agency-A' },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const toWork = { to: 'w1' };
const registered = { events: [eventAt('written_only_request', '2026-06-01T09:00:00-04:00')] };

export default [
  ...on('CA-FED-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['the last second of a Sunday afternoon', at('2026-06-14T16:59:59-04:00')],
    outside: [
      'Sunday at five',
      at('2026-06-14T17:00:00-04:00'),
      ['CA-FED-HOURS'],
      '2026-06-15T07:00:00-04:00',
    ],
  }),
  ...more(
    'CA-FED-HOURS',
    [
      'Canada Day, by e-mail',
      at('2026-07-01T10:00:00-04:00', { channel: 'email', to: 'e1' }),
      ['CA-FED-HOURS'],
      '2026-07-02T07:00:00-04:00',
    ],
    ['a letter on Canada Day', at('2026-07-01T10:00:00-04:00', BY_LETTER)],
    [
      'Easter Monday is a holiday of the Interpretation Act',
      at('2026-04-06T10:00:00-04:00'),
      ['CA-FED-HOURS'],
      '2026-04-07T07:00:00-04:00',
    ],
    [
      'consent to Sunday mornings',
      {
        consents: [
          consentAt('contact_time', '2026-06-01T10:00:00-04:00', {
            weekdays: ['sun'],
            from: '09:00',
            to: '12:00',
          }),
        ],
        ...at('2026-06-14T10:00:00-04:00'),
      },
    ],
    [
      'an agency of the province is not meant',
      {
        actor: {
          ...{ type: 'third_party_collector', id: 'agency-A' },
          acts_for: 'original_creditor',
        },
        debts: [{ id: 'd1', type: 'telecom', creditor: 'Banque Street Telephone' }],
        ...at('2026-06-14T20:00:00-04:00'),
      },
    ],
    [
      'an agency of which nobody said for what kind of creditor it collects',
      {
        actor: { type: 'third_party_collector', id: 'agency-A' },
        ...at('2026-06-14T20:00:00-04:00'),
      },
      ['CA-FED-HOURS'],
      '2026-06-15T07:00:00-04:00',
    ],
    [
      'a creditor that is no bank, whatever its name',
      {
        actor: { type: 'original_creditor', id: 'creditor-1' },
        debts: [{ id: 'd1', type: 'telecom', creditor: 'Riverbank Bank Note Printers' }],
        ...at('2026-06-14T20:00:00-04:00'),
      },
    ],
    [
      'an agency that acts for the bank is',
      {
        actor: { type: 'third_party_collector', id: 'agency-A', acts_for: 'bank' },
        ...at('2026-06-14T22:00:00-04:00'),
      },
      ['CA-FED-HOURS'],
      '2026-06-15T07:00:00-04:00',
    ],
    ['a call after a registered letter that asked for writing', registered, ['CA-FED-HOURS']],
    ['an e-mail after that letter', { ...registered, proposed: { channel: 'email', to: 'e1' } }],
  ),
  ...on('CA-FED-WORK', {
    inside: ['home', { proposed: { to: 'h1' } }],
    edge: [
      'work, after home was tried in vain',
      { contact_log: [attempt('2026-06-09T10:00:00-04:00', { to: 'h1' })], proposed: toWork },
    ],
    outside: ['work first', { proposed: toWork }],
  }),
  ...more(
    'CA-FED-WORK',
    [
      'reached at home, so not at work',
      {
        contact_log: [attempt('2026-06-09T10:00:00-04:00', { to: 'h1', result: 'conversation' })],
        proposed: toWork,
      },
      ['CA-FED-WORK'],
    ],
    [
      'nothing but work is known',
      {
        contact_points: [{ id: 'w1', kind: 'landline', place: 'work' }],
        proposed: toWork,
      },
    ],
    [
      'permission to call at work',
      {
        consents: [consentAt('contact_place', '2026-06-01T10:00:00-04:00', { place: 'work' })],
        proposed: toWork,
      },
    ],
    [
      'their mobile, while they say they are at work until noon',
      { consumer: { current_place: 'work', current_place_until: '2026-06-10T12:00:00-04:00' } },
      ['CA-FED-WORK'],
      '2026-06-10T12:00:00-04:00',
    ],
    ['the employer about the debt', { proposed: { person: 'employer' } }, ['CA-FED-WORK']],
    [
      'the employer about the employment',
      { proposed: { person: 'employer', purpose: 'confirm_employment' } },
    ],
  ),
];
