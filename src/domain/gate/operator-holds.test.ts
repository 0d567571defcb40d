import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptParts } from '#domain/contact/call-script.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { dutyContact } from '#domain/strategy/notice-contact.ts';
import { decide } from './decide.ts';
import { obligationKinds } from './duties.ts';
import type { Facts } from './facts/facts.ts';
import { OPERATOR_HOLDS } from './operator-holds.ts';
import type { Pack, Rule } from './pack.ts';

const parts: ScriptParts = ['debt_collector_disclosure'];

/** Duties that reach the person, each with what it is for. */
const duties = obligationKinds.flatMap((kind) => {
  const contact = dutyContact(kind, parts);
  return contact?.purpose ? [{ kind, purpose: contact.purpose, content: contact.content }] : [];
});

/** Holds by which others act for the person, and wishes about how one is reached. */
const ofThePerson = ['attorney', 'deceased', 'minor'];
const ofTheWay = ['medium_optout', 'time_inconvenient', 'place_inconvenient', 'wrong_party'];
const open = OPERATOR_HOLDS.filter((word) => ![...ofThePerson, ...ofTheWay].includes(word));

const pack = (rules: readonly Rule[]): Pack => ({
  ...{ id: 'XX', name: 'Example land', version: '1.0.0', asOf: '2026-01-01', territory: ['XX'] },
  rules,
});

const facts = (word: string, proposed: Partial<Facts['proposed']>): Facts => ({
  packs: ['XX'],
  actor: { type: 'third_party_collector', id: 'A' },
  consumer: {
    id: 'c',
    location_signals: [{ kind: 'residential_address', tz: ['America/New_York'] }],
  },
  contact_points: [{ id: 'home', kind: 'mail' }],
  debts: [{ id: 'd1' }],
  contact_log: [],
  consents: [],
  events: [{ kind: word, received_at: '2026-06-01T12:00:00Z', debts: ['d1'] }],
  policy: { holds: OPERATOR_HOLDS },
  proposed: {
    ...{ channel: 'letter', to: 'home', at: '2026-06-15T16:00:00Z', debts: ['d1'] },
    ...{ person: 'consumer', ...proposed },
  },
});

const reasons = (word: string, proposed: Partial<Facts['proposed']>, packs = [pack([])]) =>
  decide(facts(word, proposed), packs).reasons.map(({ rule }) => rule);

test('who lacks capacity is held for the specialists until it was looked at', () => {
  assert.deepEqual(reasons('lacks_capacity', { purpose: 'collect' }), ['DUNLIN-HOLD-VULNERABLE']);
  assert.deepEqual(reasons('lacks_capacity', { purpose: 'collect', team: 'specialist' }), []);
});

test('a hold of ours keeps nothing back that a law asks for, and keeps back what presses', () => {
  for (const word of open) {
    const own = `DUNLIN-HOLD-${word.toUpperCase().replaceAll('_', '-')}`;
    assert.ok(reasons(word, { purpose: 'collect' }).includes(own), word);
    for (const { kind, purpose, content } of duties) {
      assert.deepEqual(reasons(word, { purpose, content }), [], `${word}: ${kind}`);
    }
  }
});

test('where others act for the person, what is owed goes to them', () => {
  for (const word of ofThePerson) {
    for (const { kind, purpose, content } of duties) {
      assert.equal(reasons(word, { purpose, content }).length, 1, `${word}: ${kind}`);
    }
  }
});

test('a bar of a law holds against what is owed as well', () => {
  const law: Rule = {
    ...{ id: 'LAW', title: 'Nothing at all', citation: 'Made up', source: 'https://law.example/1' },
    ...{ since: '2020-01-01', confidence: 'high', basis: 'primary', enforcement: 'hard' },
    check: () => ({ final: true }),
  };
  for (const { kind, purpose, content } of duties) {
    assert.deepEqual(reasons('complaint', { purpose, content }, [pack([law])]), ['LAW'], kind);
  }
});

test('nor does a hold on the case, unless there is nobody or nothing to tell', () => {
  const how = { channel: 'letter', inResponseTo: null, team: null, person: 'consumer' } as const;
  const kinds = ['stop-contact', 'identity', 'insolvent', 'complaint', 'vulnerable'] as const;
  for (const { kind: duty, purpose, content } of duties) {
    const against = (kind: (typeof kinds)[number] | 'deceased' | 'error') =>
      holdAgainst([{ kind, lettersOpen: false }], { ...how, purpose, content });
    for (const kind of kinds) assert.equal(against(kind), null, `${kind}: ${duty}`);
    assert.equal(against('deceased'), 'deceased', duty);
    // What was found out about a debt is told to whoever questioned it.
    assert.equal(against('error'), purpose === 'dispute_response' ? null : 'error', duty);
  }
});
