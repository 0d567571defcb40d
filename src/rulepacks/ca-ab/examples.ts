import {
  attempt,
  BY_LETTER,
  consentAt,
  examplesOn,
  moreOn,
  OWN_CREDITOR,
  stateCase,
} from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('CA-AB', 'CA-AB', 'America/Edmonton', '2026-06-10T10:00:00-06:00'),
  packs: ['CA-AB'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const made = (date: string, of: object = {}) =>
  attempt(`${date}T10:00:00-06:00`, { result: 'voicemail_content', ...of });
const three = [
  made('2026-06-05'),
  made('2026-06-07', { channel: 'email', to: 'e1', result: 'sent' }),
  made('2026-06-09', { result: 'conversation' }),
];
const movedAway = {
  location_signals: [{ kind: 'confirmed_tz', region: 'CA-BC', tz: ['America/Vancouver'] }],
};

export default [
  ...on('CA-AB-HOURS', {
    inside: ['a weekday morning', {}],
    edge: ['one second before ten at night, a Sunday', at('2026-06-14T21:59:59-06:00')],
    outside: [
      'ten at night',
      at('2026-06-14T22:00:00-06:00'),
      ['CA-AB-HOURS'],
      '2026-06-15T07:00:00-06:00',
    ],
  }),
  ...more(
    'CA-AB-HOURS',
    [
      'Alberta’s clock decides, not that of the coast',
      { consumer: movedAway, ...at('2026-06-10T21:30:00-07:00') },
      ['CA-AB-HOURS'],
      '2026-06-11T06:00:00-07:00',
    ],
    ['seven by Alberta’s clock', { consumer: movedAway, ...at('2026-06-10T06:00:00-07:00') }],
    ['a creditor', { actor: OWN_CREDITOR, ...at('2026-06-10T23:00:00-06:00') }],
  ),
  ...on('CA-AB-3IN7', {
    inside: ['two contacts', { contact_log: three.slice(1) }],
    edge: [
      'the first of three was seven days ago',
      { contact_log: [made('2026-06-03'), ...three.slice(1)] },
    ],
    outside: ['a fourth', { contact_log: three }, ['CA-AB-3IN7'], '2026-06-12T07:00:00-06:00'],
  }),
  ...more(
    'CA-AB-3IN7',
    [
      'the person agreed to more',
      {
        contact_log: three,
        consents: [consentAt('additional_calls', '2026-06-09T10:00:00-06:00')],
      },
    ],
    [
      'unanswered calls are no contact',
      { contact_log: [...three.slice(1), made('2026-06-10', { result: 'no_answer' })] },
    ],
    ['a letter', { contact_log: three, proposed: BY_LETTER }],
    [
      'a text opens at midnight: it has no hours',
      { contact_log: three, proposed: { channel: 'sms' } },
      ['CA-AB-3IN7'],
      '2026-06-12T00:00:00-06:00',
    ],
  ),
];
