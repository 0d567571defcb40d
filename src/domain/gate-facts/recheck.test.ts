import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleResult } from '#domain/gate/decision.ts';
import { placeLaw } from '#domain/gate/place-law.ts';
import { callOf, rowsOf } from '#test/support/books/one-person.ts';
import { mergeRecords } from './gate-rows.ts';
import { changeOf, factsAsNowKnown } from './recheck.ts';

const reasons = (...rules: string[]) => ({
  reasons: rules.map(
    (rule): RuleResult => ({
      ...{ rule, pack: 'US-FED', enforcement: rule === 'SOFT' ? 'presumption' : 'hard' },
      ...{ bound: 'event', releasing: [], details: {} },
    }),
  ),
});

test('a kept decision changes by the reasons that the new facts add or remove', () => {
  const cases = [
    { kept: [], before: [], after: [], change: null },
    { kept: [], before: [], after: ['HARD'], change: ['refused', [], ['HARD']] },
    { kept: [], before: [], after: ['SOFT'], change: ['presumed_violation', [], ['SOFT']] },
    { kept: ['HARD'], before: ['HARD'], after: [], change: ['permitted', ['HARD'], []] },
    // A rule that came with a later pack says the same before and after: no change.
    { kept: [], before: ['NEW'], after: ['NEW'], change: null },
    { kept: ['GONE'], before: [], after: [], change: null },
    { kept: ['A'], before: ['A'], after: ['A', 'B'], change: ['refused', ['A'], ['A', 'B']] },
  ];
  for (const { kept, before, after, change } of cases) {
    const found = changeOf(reasons(...kept), reasons(...before), reasons(...after));
    const expected = change && { becomes: change[0], rulesWas: change[1], rulesBecomes: change[2] };
    assert.deepEqual(found, expected, JSON.stringify({ kept, before, after }));
  }
});

test('a minor is one also when the decision is made again, and what was withdrawn is gone', () => {
  const consumer = {
    ...{ id: 'person', location_signals: [], authorised_channels: ['email'] },
    status: { minor: true, deceased: true },
  };
  const facts = {
    ...{ packs: [], actor: { id: 'tenant' }, consumer, contact_points: [], debts: [] },
    ...{ contact_log: [], consents: [], events: [] },
    proposed: { channel: 'phone_call', at: '2026-06-15T16:00:00Z', debts: [] },
  };
  const past = { portfolioId: null, facts, decidedAt: '2026-06-15T16:00:00Z' };
  const known = factsAsNowKnown(past, rowsOf(), 'tenant', {
    packs: [],
    law: placeLaw([]),
  }).consumer;
  assert.deepEqual(known.status, { minor: true, deceased: false });
  assert.equal(known.authorised_channels, undefined);
});

test('a decision is made again from the log as it is known now, its other facts as they were', () => {
  const facts = {
    packs: ['US-FED'],
    actor: { id: 'tenant', type: 'bank' },
    consumer: { id: 'person', location_signals: [] },
    contact_points: [{ id: 'phone', kind: 'mobile', place: 'work' }],
    debts: [{ id: 'debt', type: 'credit_card' }],
    contact_log: [],
    consents: [],
    events: [{ kind: 'cease' }, { kind: 'wrong_party', address: 'phone' }],
    proposed: { channel: 'phone_call', at: '2026-06-15T16:00:00Z', debts: ['debt'] },
  };
  const past = { portfolioId: 'portfolio', facts, decidedAt: '2026-06-15T16:00:00Z' };
  const [debt] = rowsOf().debts;
  assert.ok(debt);
  const rows = rowsOf({ log: [callOf()], debts: [debt, { ...debt, id: 'second' }] });
  const known = factsAsNowKnown(past, rows, 'tenant', { packs: [], law: placeLaw([]) });
  assert.equal(known.contact_log.length, 1);
  assert.deepEqual(known.contact_points, facts.contact_points);
  assert.deepEqual(
    known.debts.map(({ id, type }) => [id, type]),
    [
      ['debt', 'credit_card'],
      ['second', 'personal_loan'],
    ],
  );
  assert.deepEqual(known.events, [{ kind: 'wrong_party', address: 'phone' }]);
  assert.deepEqual(known.actor, { id: 'tenant', type: 'bank' });
});

test('records of one person are merged: logs in order of time, told where any was', () => {
  const record = (id: string, callAt: string, debts: readonly string[]) => {
    const log = [callOf({ id, at: callAt })];
    const told = { debts, by: null, person: 'consumer' };
    const { otherPlaces: _, ...rows } = rowsOf({ log, conveyed: [told] });
    return { ...rows, customer: { ...rows.customer, id }, linked: true };
  };
  const own = record('own', '2026-06-03T10:00:00Z', ['one']);
  const other = record('other', '2026-06-01T10:00:00Z', ['two']);
  assert.deepEqual(mergeRecords(own, []).otherPlaces, []);
  const merged = mergeRecords(own, [other]);
  assert.equal(merged.customer.id, 'own');
  assert.deepEqual(
    merged.conveyed.map(({ debts }) => debts),
    [['one'], ['two']],
  );
  assert.equal(merged.otherPlaces.length, 1);
  assert.deepEqual(
    merged.log.map(({ id }) => id),
    ['other', 'own'],
  );
});
