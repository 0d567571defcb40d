import { examplesOn, moreOn, OWN_CREDITOR, stateCase } from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('DE', 'DE', 'Europe/Berlin', '2026-06-10T10:00:00+02:00'),
  packs: ['DE'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const first = {
  consumer: { initial_communication_made: false },
  proposed: { channel: 'letter', to: 'a1' },
};
const corpusChristi = (region: string) => ({
  consumer: {
    location_signals: [{ kind: 'residential_address', region, tz: ['Europe/Berlin'] }],
  },
  ...at('2026-06-04T10:00:00+02:00'),
});
const open = [['08:00', '20:00']] as const;
const set = {
  policy: {
    rule_hours: {
      'DE-GENERAL': { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open },
    },
    rule_hours_shut_on_holidays: ['DE-GENERAL'],
  },
};

export default [
  ...on('DE-RDG', {
    inside: ['a later letter', { proposed: { channel: 'letter', to: 'a1' } }],
    edge: ['the creditor’s own first letter', { ...first, actor: OWN_CREDITOR }],
    outside: ['the first letter of a provider', first],
  }),
  ...on('DE-GENERAL', {
    inside: ['nothing set, nothing shut', at('2026-06-14T23:00:00+02:00')],
    edge: ['one second before eight', { ...set, ...at('2026-06-10T19:59:59+02:00') }],
    outside: [
      'a Saturday night',
      { ...set, ...at('2026-06-13T22:00:00+02:00') },
      ['DE-GENERAL'],
      '2026-06-15T08:00:00+02:00',
    ],
  }),
  ...more(
    'DE-GENERAL',
    [
      'Whit Monday',
      { ...set, ...at('2026-05-25T10:00:00+02:00') },
      ['DE-GENERAL'],
      '2026-05-26T08:00:00+02:00',
    ],
    [
      'Corpus Christi in Bavaria',
      { ...set, ...corpusChristi('DE-BY') },
      ['DE-GENERAL'],
      '2026-06-05T08:00:00+02:00',
    ],
    ['Corpus Christi in Berlin, where it is none', { ...set, ...corpusChristi('DE-BE') }],
    [
      'Corpus Christi where nobody knows the state',
      { ...set, ...corpusChristi('DE') },
      ['DE-GENERAL'],
      '2026-06-05T08:00:00+02:00',
    ],
    ['Christmas Eve, when only banks are shut', { ...set, ...at('2026-12-24T10:00:00+01:00') }],
  ),
];
