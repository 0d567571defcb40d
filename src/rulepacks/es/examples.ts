import { examplesOn, moreOn, stateCase } from '#domain/gate/pack-examples.ts';

const ordinaryCase = {
  ...stateCase('ES', 'ES-CN', 'Atlantic/Canary', '2026-06-10T10:00:00+01:00'),
  packs: ['ES'],
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const saintJohn = (region: string) => ({
  consumer: {
    location_signals: [{ kind: 'confirmed_tz', region, tz: ['Europe/Madrid'] }],
  },
  ...at('2026-06-24T10:00:00+02:00'),
});
const open = [['09:00', '21:00']] as const;
const set = {
  policy: {
    rule_hours: { 'ES-GENERAL': { mon: open, tue: open, wed: open, thu: open, fri: open } },
    rule_hours_shut_on_holidays: ['ES-GENERAL'],
  },
};

export default [
  ...on('ES-GENERAL', {
    inside: ['nothing set, nothing shut', at('2026-06-14T23:00:00+01:00')],
    edge: ['nine in the Canaries, to the second', { ...set, ...at('2026-06-10T09:00:00+01:00') }],
    outside: [
      'half past nine in Madrid is half past eight there',
      { ...set, ...at('2026-06-10T09:30:00+02:00') },
      ['ES-GENERAL'],
      '2026-06-10T09:00:00+01:00',
    ],
  }),
  ...more(
    'ES-GENERAL',
    [
      'the national day',
      { ...set, ...at('2026-10-12T10:00:00+01:00') },
      ['ES-GENERAL'],
      '2026-10-13T09:00:00+01:00',
    ],
    [
      'Saint John’s day in Catalonia',
      { ...set, ...saintJohn('ES-CT') },
      ['ES-GENERAL'],
      '2026-06-25T09:00:00+02:00',
    ],
    ['Saint John’s day in Madrid, where it is none', { ...set, ...saintJohn('ES-MD') }],
  ),
];
