import type { Facts } from '#domain/gate/facts/facts.ts';
import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import { examplesOn, moreOn } from '#domain/gate/pack-examples.ts';

const lives = (region: string, tz: string) => ({
  consumer: { location_signals: [{ kind: 'confirmed_tz', region, tz: [tz] }] },
});

const ordinaryCase: Facts = {
  packs: ['BR'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'BR-SP', tz: ['America/Sao_Paulo'] }],
  },
  contact_points: [{ id: 'm1', kind: 'mobile', number: '+5511912345678' }],
  debts: [{ id: 'd1', type: 'credit_card', creditor: 'Banco Exemplo' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00-03:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

const on = examplesOn(ordinaryCase);
const more = moreOn(ordinaryCase);
const at = (time: string, of: object = {}) => ({ proposed: { ...of, at: time } });
const sms = { channel: 'sms' };
const rio = lives('BR-RJ', 'America/Sao_Paulo');
const vitoria = lives('BR-ES', 'America/Sao_Paulo');
const manaus = lives('BR-AM', 'America/Manaus');
const maceio = lives('BR-AL', 'America/Maceio');
const brasilia = lives('BR-DF', 'America/Sao_Paulo');
const says = (content: object) => ({ proposed: { content } });
const week: WeeklyWindows = { mon: [['08:00', '20:00']], wed: [['08:00', '20:00']] };
const policy = { rule_hours: { 'BR-POLICY-HOURS': week } };

export default [
  ...on('BR-SP-HOURS', {
    inside: ['a text on a Sunday in São Paulo', at('2026-06-14T10:00:00-03:00', sms)],
    edge: ['one second before Saturday closes', at('2026-06-13T13:59:59-03:00')],
    outside: [
      'Saturday at two',
      at('2026-06-13T14:00:00-03:00'),
      ['BR-SP-HOURS'],
      '2026-06-15T08:00:00-03:00',
    ],
  }),
  ...more(
    'BR-SP-HOURS',
    [
      'the state’s own holiday in July',
      at('2026-07-09T10:00:00-03:00'),
      ['BR-SP-HOURS'],
      '2026-07-10T08:00:00-03:00',
    ],
    [
      'a text on a Sunday in Alagoas',
      { ...maceio, ...at('2026-06-14T10:00:00-03:00', sms) },
      ['BR-SP-HOURS'],
      '2026-06-15T08:00:00-03:00',
    ],
    ['elsewhere no hour is named', { ...brasilia, ...at('2026-06-14T22:00:00-03:00') }],
    [
      'asked for by name',
      { ...brasilia, ...at('2026-06-10T20:00:00-03:00'), packs: ['BR-SP'] },
      ['BR-SP-HOURS'],
      '2026-06-11T08:00:00-03:00',
    ],
    ['before the law', at('2014-05-22T21:00:00-03:00')],
  ),
  ...on('BR-RJ-HOURS', {
    inside: ['mid-morning', rio],
    edge: ['nine on the dot', { ...rio, ...at('2026-06-10T09:00:00-03:00') }],
    outside: [
      'a Friday evening',
      { ...rio, ...at('2026-06-12T19:00:00-03:00') },
      ['BR-RJ-HOURS'],
      '2026-06-15T09:00:00-03:00',
    ],
  }),
  ...more('BR-RJ-HOURS', [
    'Tiradentes, and Saint George two days later is shut too',
    { ...rio, ...at('2026-04-22T19:30:00-03:00') },
    ['BR-RJ-HOURS'],
    '2026-04-24T09:00:00-03:00',
  ]),
  ...on('BR-ES', {
    inside: ['mid-morning', vitoria],
    edge: ['eight on the dot', { ...vitoria, ...at('2026-06-10T08:00:00-03:00') }],
    outside: [
      'a Saturday',
      { ...vitoria, ...at('2026-06-13T10:00:00-03:00') },
      ['BR-ES'],
      '2026-06-15T08:00:00-03:00',
    ],
  }),
  ...on('BR-AM', {
    inside: ['mid-morning in Manaus', { ...manaus, ...at('2026-06-10T10:00:00-04:00') }],
    edge: ['one second before seven', { ...manaus, ...at('2026-06-10T18:59:59-04:00') }],
    outside: [
      'seven in Manaus is eight in Brasília',
      { ...manaus, ...at('2026-06-10T20:00:00-03:00') },
      ['BR-AM'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('BR-CDC42', {
    inside: ['nothing known of the words', {}],
    edge: ['a lawful suit is announced', says({ threatens_suit: true })],
    outside: ['a threat', says({ threatens_harm: true })],
  }),
  ...on('BR-POLICY-HOURS', {
    inside: ['inside the operator’s hours', { ...brasilia, policy }],
    edge: ['off until set', { ...brasilia, ...at('2026-06-10T22:00:00-03:00') }],
    outside: [
      'after the operator’s hours',
      { ...brasilia, policy, ...at('2026-06-10T20:00:00-03:00') },
      ['BR-POLICY-HOURS'],
      '2026-06-15T08:00:00-03:00',
    ],
  }),
];
