import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactPoint, Debt } from '#domain/gate/facts/facts.ts';
import { OPERATOR_HOLDS } from '#domain/gate/operator-holds.ts';
import { placeLaw } from '#domain/gate/place-law.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import gb from '#rulepacks/gb/index.ts';
import usFed from '#rulepacks/us-fed/index.ts';
import { rowsOf } from '#test/support/books/one-person.ts';
import { actorOf, factsFrom, type Intended, limitsOf } from './build-gate-facts.ts';
import type { GateRows } from './gate-rows.ts';

const packs = [usFed];
const portfolio = {
  id: 'portfolio',
  collectorRole: 'third_party_collector',
  callerId: '+12125550100',
};
const intended: Intended = {
  channel: 'phone_call',
  contactPointId: 'phone',
  debts: ['debt'],
  at: '2026-06-15T16:00:00Z',
  today: '2026-06-15',
  mode: 'live_agent',
  purpose: null,
  reference: null,
  person: 'consumer',
  content: { identity_disclosed: true },
  inResponseTo: null,
  voicemailPlan: null,
  inLiveSession: false,
  rebuttalFactor: null,
  countDebts: null,
  team: null,
  voice: null,
  confirmedRules: ['RULE-1'],
  silencedRules: ['RULE-2'],
};
const facts = (rows: GateRows, change: Partial<Intended> = {}) =>
  factsFrom(
    rows,
    portfolio,
    defaultSettings.gate,
    'tenant',
    { packs, law: placeLaw(packs) },
    {
      ...intended,
      ...change,
    },
  );

test('a contact is proposed with all that is known of it and the caller id of the portfolio', () => {
  const { proposed, packs: asked } = facts(rowsOf(), {
    purpose: 'statutory_notice',
    inResponseTo: 'message',
    inLiveSession: true,
    rebuttalFactor: 'asked-for',
  });
  assert.deepEqual(asked, ['US-FED']);
  assert.deepEqual(proposed, {
    channel: 'phone_call',
    at: '2026-06-15T16:00:00Z',
    to: 'phone',
    person: 'consumer',
    debts: ['debt'],
    mode: 'live_agent',
    purpose: 'statutory_notice',
    caller_id: '+12125550100',
    content: { identity_disclosed: true },
    in_response_to: 'message',
    voicemail_plan: null,
    voice: null,
    in_live_session: true,
    rebuttal_factor: 'asked-for',
  });
});

test('a debt is as old as its oldest due date, and one without balance is paid', () => {
  const [debt] = rowsOf().debts;
  assert.ok(debt);
  const cases = [
    { row: {}, days: 45, status: null },
    { row: { oldestDueOn: null }, days: 0, status: null },
    { row: { oldestDueOn: '2026-06-20' }, days: -5, status: null },
    { row: { balance: 0 }, days: 45, status: 'paid' },
    { row: { balance: -5 }, days: 45, status: 'paid' },
  ];
  for (const { row, days, status } of cases) {
    const debts: GateRows['debts'] = [{ ...debt, ...row }];
    const mapped: Debt | undefined = facts(rowsOf({ debts })).debts[0];
    assert.equal(mapped?.days_past_due, days, JSON.stringify(row));
    assert.equal(mapped?.status, status, JSON.stringify(row));
  }
});

test('a phone is a number, mail and e-mail are addresses, somebody else’s is marked', () => {
  const [phone] = rowsOf().points;
  assert.ok(phone);
  const cases = [
    { row: {}, has: { number: '+12125550123', owner: null } },
    { row: { kind: 'email', value: 'a@example.org' }, has: { address: 'a@example.org' } },
    { row: { kind: 'mail', value: '1 High Street' }, has: { address: '1 High Street' } },
    { row: { state: 'wrong_person' }, has: { owner: 'third_party:unknown' } },
    { row: { place: 'work' }, has: { place: 'work' } },
  ];
  for (const { row, has } of cases) {
    const points: GateRows['points'] = [{ ...phone, ...row }];
    const mapped: ContactPoint | undefined = facts(rowsOf({ points })).contact_points[0];
    assert.deepEqual({ ...mapped, ...has }, mapped, JSON.stringify(row));
  }
});

test('a confirmed zone replaces every other sign of where somebody is', () => {
  const { customer } = rowsOf();
  const elsewhere = { ...customer, region: 'CA', confirmedZone: null };
  const unnamed = { ...elsewhere, region: null, city: null };
  const zones = (rows: GateRows) =>
    facts(rows).consumer.location_signals.map(({ kind, tz }) => [kind, ...tz]);
  const phone = ['mobile_area_code', 'America/New_York'];
  const own = ['residential_address', 'America/New_York'];
  const home = ['residential_address', 'America/Los_Angeles'];
  const confirmed = [['confirmed_tz', 'America/Denver']];
  const cases: [Partial<GateRows>, string[][]][] = [
    [{}, [phone, own]],
    [{ otherPlaces: [elsewhere] }, [phone, own, home]],
    [{ otherPlaces: [{ ...unnamed, postalCode: '90001' }] }, [phone, own, home]],
    [{ otherPlaces: [{ ...unnamed, city: 'New York', postalCode: '10001' }] }, [phone, own, own]],
    [{ customer: { ...customer, confirmedZone: 'America/Denver' } }, confirmed],
    [{ otherPlaces: [{ ...elsewhere, confirmedZone: 'America/Denver' }] }, confirmed],
    [{ points: [] }, [own]],
  ];
  for (const [change, expected] of cases) assert.deepEqual(zones(rowsOf(change)), expected);
});

test('the home tells the place once, an e-mail address nothing, an area code what it can', () => {
  const [phone] = rowsOf().points;
  assert.ok(phone);
  const kinds = (kind: string) =>
    facts(rowsOf({ points: [{ ...phone, kind }] })).consumer.location_signals.map(
      (signal) => signal.kind,
    );
  assert.deepEqual(kinds('email'), ['residential_address']);
  assert.deepEqual(kinds('mail'), ['residential_address']);
  assert.deepEqual(kinds('landline'), ['landline_area_code', 'residential_address']);
});

test('the collector of a portfolio is the one named for it, else the tenant', () => {
  const named = {
    ...{ portfolioId: 'portfolio', collector: 'agency', role: 'bank', kind: 'consumer' as const },
    ...{ usesThirdPartyName: false, businessAssociate: null, actsFor: null },
  };
  const cases = [
    { collectors: [], actor: { type: 'third_party_collector', id: 'tenant' } },
    { collectors: [named], actor: { type: 'bank', id: 'agency' } },
    { collectors: [{ ...named, collector: null }], actor: { type: 'bank', id: 'tenant' } },
    {
      collectors: [{ ...named, portfolioId: 'other' }],
      actor: { type: 'third_party_collector', id: 'tenant' },
    },
    {
      collectors: [
        { ...named, usesThirdPartyName: true, businessAssociate: false, actsFor: 'bank' },
      ],
      actor: {
        ...{ type: 'bank', id: 'agency', uses_third_party_name: true },
        ...{ business_associate: false, acts_for: 'bank' },
      },
    },
  ];
  for (const { collectors, actor } of cases) {
    assert.deepEqual(actorOf(rowsOf({ collectors }), portfolio, 'tenant'), actor);
  }
});

test('the limits of a portfolio reach the gate, days that are shut left out', () => {
  const { gate } = defaultSettings;
  const { mon } = gate.houseHours;
  const week = { ...gate.houseHours, sun: null };
  const own = { ...gate, ruleHours: { 'GB-POLICY-HOURS': { week, shutOnHolidays: false } } };
  const limits = limitsOf(own, [gb]);
  const hours = limits.rule_hours?.['GB-POLICY-HOURS'] ?? {};
  assert.deepEqual(Object.keys(hours), ['mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
  assert.deepEqual(hours.mon, [mon]);
  assert.equal(limits.rule_hours_shut_on_holidays, undefined);
});

test('a rule that leaves the hours to the operator starts with those of its pack', () => {
  const { gate } = defaultSettings;
  const limits = limitsOf(gate, [gb]);
  assert.deepEqual(limits.rule_hours?.['GB-POLICY-HOURS']?.sun, [['10:00', '18:00']]);
  assert.deepEqual(limits.rule_hours_shut_on_holidays, ['GB-POLICY-HOURS']);
  assert.equal(limitsOf(gate, packs).rule_hours, undefined);
});

test('a rule is switched on only where a pack of the place brings it', () => {
  const gate = { ...defaultSettings.gate, rulesOn: ['GB-OFCOM-ABANDON'] };
  assert.deepEqual(limitsOf(gate, [gb]).rules_on, ['GB-OFCOM-ABANDON']);
  assert.equal(limitsOf(gate, packs).rules_on, undefined);
});

test('the policy of a portfolio is told with its switches of rules', () => {
  const { policy } = facts(rowsOf());
  assert.equal(policy?.attorney_response_days, 30);
  assert.equal(policy?.silence_refuses, true);
  assert.deepEqual(policy?.confirmed_rules, ['RULE-1']);
  assert.deepEqual(policy?.silenced_rules, ['RULE-2']);
  assert.deepEqual(policy?.holds, OPERATOR_HOLDS);
});
