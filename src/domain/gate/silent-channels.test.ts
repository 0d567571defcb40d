import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from './decide.ts';
import type { Facts } from './facts/facts.ts';
import type { Pack, Rule } from './pack.ts';
import { silencesOf } from './silent-channels.ts';

const law = (id: string, more: Partial<Rule>): Rule => ({
  ...{ id, title: id, citation: 'test', source: 'https://example.test' },
  ...{ since: '2020-01-01', confidence: 'high', basis: 'primary', enforcement: 'hard' },
  check: () => null,
  ...more,
});

const pack = (...rules: Rule[]): Pack => ({
  ...{ id: 'XX', name: 'Example', version: '1.0.0', asOf: '2026-11-01', territory: ['XX'] },
  rules,
});

const facts: Facts = {
  packs: ['XX'],
  actor: { id: 'a' },
  consumer: {
    id: 'c',
    location_signals: [{ kind: 'residential_address', region: 'XX', tz: ['UTC'] }],
  },
  contact_points: [{ id: 'm', kind: 'mobile' }],
  debts: [{ id: 'd' }],
  ...{ contact_log: [], consents: [], events: [] },
  policy: { silence_refuses: true },
  proposed: { channel: 'sms', at: '2026-11-18T10:00:00Z', to: 'm', debts: ['d'] },
};

test('a law of a part of the country opens a channel there alone', () => {
  const part = pack(law('XX-1', { applies: { channels: ['sms'] }, territory: () => ['XX-A'] }));
  const opens = (...regions: string[]) => {
    const location_signals = regions.map((region) => ({
      ...{ kind: 'residential_address', region, tz: ['UTC'] },
    }));
    const consumer = { ...facts.consumer, location_signals };
    return createGate([part])({ ...facts, consumer }).reasons.length === 0;
  };
  assert.equal(opens('XX-A'), true);
  assert.equal(opens('XX-A-TOWN'), true);
  assert.equal(opens('XX-B'), false);
  assert.equal(opens('XX-AB'), false);
  assert.equal(opens('XX'), false);
  // Of two places in which somebody may be, one without a law is asked about.
  assert.equal(opens('XX-A', 'XX-B'), false);
  assert.ok(silencesOf([part], part).includes('sms'));
});

const against = (of: Pack, policy: Facts['policy'] = {}) =>
  createGate([of])({ ...facts, policy: { ...facts.policy, ...policy } }).reasons.map(
    ({ rule }) => rule,
  );

/** Rules, and whether a text may be sent where they are all that the place says. */
const cases: readonly (readonly [string, Partial<Rule>, boolean])[] = [
  ['a law read that names the channel', { applies: { channels: ['sms'] } }, true],
  ['a law read that names another', { applies: { channels: ['letter'] } }, false],
  ['a law read about hours, whatever the channel', { about: ['hours'] }, true],
  [
    'a law that leaves the channel out',
    { about: ['hours'], applies: { notChannels: ['sms'] } },
    false,
  ],
  ['a standard of conduct that names no channel', {}, false],
  ['a law about third parties alone', { about: ['third_parties'] }, false],
  ['a law that nobody has read', { basis: 'unread', applies: { channels: ['sms'] } }, false],
  ['a limit of the operator’s own', { enforcement: 'policy', about: ['hours'] }, false],
  ['a law that is over', { about: ['hours'], until: '2026-10-31' }, false],
  ['a law to come', { about: ['hours'], since: '2027-01-01' }, false],
];

for (const [what, rule, opens] of cases) {
  test(`${what} ${opens ? 'opens' : 'does not open'} a channel`, () => {
    const of = pack(law('XX-1', rule));
    assert.deepEqual(against(of), opens ? [] : ['DUNLIN-NO-RULE']);
    assert.equal(silencesOf([of], of).includes('sms'), !opens);
    assert.deepEqual(against(of, { confirmed_rules: ['DUNLIN-NO-RULE:XX:sms'] }), []);
  });
}

test('a law that nobody has read counts once two people have confirmed it', () => {
  const of = pack(law('XX-1', { basis: 'unread', about: ['hours'] }));
  assert.deepEqual(against(of, { confirmed_rules: ['XX-1'] }), []);
  assert.equal(silencesOf([of], of, ['XX-1']).includes('sms'), false);
});

test('a law that nobody has read refuses all the same, until two people switch it off', () => {
  const unread = law('XX-2', { basis: 'unread', check: () => ({ releasing: ['event'] }) });
  const of = pack(law('XX-1', { about: ['hours'] }), unread);
  assert.deepEqual(against(of), ['XX-2']);
  assert.deepEqual(against(of, { silenced_rules: ['XX-1', 'XX-2'] }), []);
});
