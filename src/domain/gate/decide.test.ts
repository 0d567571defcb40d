import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyDay, openHours } from './checks/open-hours.ts';
import { createGate, decide } from './decide.ts';
import { explainRule } from './explanations.ts';
import type { Facts } from './facts/facts.ts';
import { type Finding, type Pack, packsCovering, type Rule } from './pack.ts';

const rule = (id: string, other: Partial<Rule>): Rule => ({
  id,
  title: id,
  citation: 'Made up for the test',
  source: 'https://law.example/1',
  since: '2020-01-01',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'hard',
  ...other,
});

const pack = (rules: readonly Rule[], other: Partial<Pack> = {}): Pack => ({
  id: 'XX',
  name: 'Example land',
  version: '1.2.0',
  asOf: '2026-01-01',
  territory: ['XX'],
  rules,
  ...other,
});

const facts: Facts = {
  packs: ['XX'],
  actor: { type: 'third_party_collector', id: 'A' },
  consumer: {
    id: 'c',
    location_signals: [{ kind: 'residential_address', tz: ['America/New_York'] }],
  },
  contact_points: [{ id: 'm1', kind: 'mobile' }],
  debts: [{ id: 'd1' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: { channel: 'phone_call', at: '2026-06-10T22:00:00-04:00', to: 'm1', debts: ['d1'] },
};

const hours = (id: string, from: string, to: string) =>
  rule(id, { check: openHours({ week: everyDay(from, to) }) });
const failing = (finding: Finding) => () => finding;
const rulesOf = (results: readonly { readonly rule: string }[]) => results.map((r) => r.rule);

test('without a pack that covers the place nothing is allowed', () => {
  for (const packs of [[], ['YY'], ['XX', 'YY']]) {
    const decision = decide({ ...facts, packs }, [pack([])]);
    assert.equal(decision.permitted, false);
    assert.deepEqual(rulesOf(decision.reasons), ['DUNLIN-NO-PACK']);
    assert.equal(decision.nextKind, 'on_condition');
  }
});

test('an unknown place is refused even where no rule asks for the hour, but for a letter', () => {
  const nowhere = { ...facts, consumer: { id: 'c', location_signals: [] } };
  assert.deepEqual(rulesOf(decide(nowhere, [pack([])]).reasons), ['DUNLIN-ZONE-UNKNOWN']);
  const letter = { ...nowhere, proposed: { ...facts.proposed, channel: 'letter' } };
  assert.equal(decide(letter, [pack([])]).permitted, true);
});

test('an unknown place is open only where every zone of the configured set is', () => {
  const nowhere: Facts = {
    ...facts,
    consumer: { id: 'c', location_signals: [] },
    policy: { unknown_location_zone_set: ['America/New_York', 'Pacific/Honolulu'] },
  };
  const decision = decide(nowhere, [pack([hours('H', '08:00', '21:00')])]);
  assert.equal(decision.nextPermittedAt, '2026-06-11T14:00:00-04:00');
});

test('every failing rule is reported and the strictest decides the time', () => {
  const rules = [
    hours('EARLY', '07:00', '20:00'),
    hours('LATE', '09:00', '21:00'),
    rule('SOFT', {
      enforcement: 'presumption',
      check: failing({ untilMs: Date.UTC(2026, 5, 12) }),
    }),
  ];
  const decision = decide(facts, [pack(rules.slice(0, 2))]);
  assert.deepEqual(rulesOf(decision.reasons), ['EARLY', 'LATE']);
  assert.equal(decision.nextPermittedAt, '2026-06-11T09:00:00-04:00');
  assert.equal(decide(facts, [pack(rules)]).permitted, false);
});

test('presumptions alone make a presumed violation', () => {
  const soft = rule('SOFT', {
    enforcement: 'presumption',
    check: ({ ms }) => (ms < Date.UTC(2026, 5, 12) ? { untilMs: Date.UTC(2026, 5, 12) } : null),
  });
  const decision = decide(facts, [pack([soft])]);
  assert.equal(decision.permitted, 'presumed_violation');
  assert.equal(decision.nextPermittedAt, '2026-06-11T20:00:00-04:00');
});

test('no time is promised while one block waits for an event, and none ever after a final one', () => {
  const waits = rule('WAITS', { check: failing({ releasing: ['answer_sent'] }) });
  const final = rule('FINAL', { check: failing({ final: true }) });
  const first = decide(facts, [pack([hours('H', '08:00', '21:00'), waits])]);
  assert.deepEqual([first.nextKind, first.nextPermittedAt], ['on_condition', null]);
  assert.deepEqual(first.releasing, ['answer_sent']);
  assert.equal(decide(facts, [pack([waits, final])]).nextKind, 'never');
});

test('a rule that is not in force until the promised day is asked on that day', () => {
  const late = { ...hours('NEW', '10:00', '21:00'), since: '2026-06-11' };
  const decision = decide(facts, [pack([hours('H', '08:00', '21:00'), late])]);
  assert.deepEqual(rulesOf(decision.reasons), ['H']);
  assert.equal(decision.nextPermittedAt, '2026-06-11T10:00:00-04:00');
});

test('a safe harbour blocks only when the operator asks for it', () => {
  const harbour = rule('HARBOUR', { enforcement: 'safe_harbour', check: failing({}) });
  const open = decide(facts, [pack([harbour])]);
  assert.equal(open.permitted, true);
  assert.deepEqual(rulesOf(open.advisories), ['HARBOUR']);
  const strict = { ...facts, policy: { require_safe_harbors: true } };
  assert.equal(decide(strict, [pack([harbour])]).permitted, false);
});

test('windows that never meet promise nothing', () => {
  const rules = [hours('AM', '08:00', '10:00'), hours('PM', '18:00', '20:00')];
  const decision = decide(facts, [pack(rules)]);
  assert.deepEqual([decision.nextKind, decision.nextPermittedAt], ['on_condition', null]);
});

test('an operator’s hold blocks under every pack, and only when the policy names it', () => {
  const held = { ...facts, events: [{ kind: 'hardship_notice', received_at: '2026-06-01' }] };
  assert.equal(decide(held, [pack([])]).permitted, true);
  const decision = decide({ ...held, policy: { holds: ['hardship'] } }, [pack([])]);
  assert.deepEqual(rulesOf(decision.reasons), ['DUNLIN-HOLD-HARDSHIP']);
  assert.equal(explainRule([pack([])], 'DUNLIN-HOLD-HARDSHIP')?.enforcement, 'policy');
});

test('a parent pack is asked with its child, and versions are named', () => {
  const child = pack([], { id: 'XX-A', parent: 'XX', version: '3.0.0' });
  const gate = createGate([pack([hours('H', '08:00', '21:00')]), child]);
  const decision = gate({ ...facts, packs: ['XX-A'] });
  assert.deepEqual(rulesOf(decision.reasons), ['H']);
  assert.equal(decision.packVersions['XX'], '1.2.0');
  assert.equal(decision.packVersions['XX-A'], '3.0.0');
});

test('two packs of one id are a bug', () => {
  assert.throws(() => createGate([pack([]), pack([])]), /two rule packs/);
});

test('packs are found by region and rules by id', () => {
  const packs = [pack([rule('R', {})]), pack([], { id: 'XX-A', territory: ['XX-A'] })];
  assert.deepEqual(
    packsCovering(packs, ['XX-A-B']).map(({ id }) => id),
    ['XX', 'XX-A'],
  );
  assert.deepEqual(packsCovering(packs, ['XXL']), []);
  assert.equal(explainRule(packs, 'R')?.citation, 'Made up for the test');
  assert.equal(explainRule(packs, 'NONE'), undefined);
});
