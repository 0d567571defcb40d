import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyDay, openHours } from './checks/open-hours.ts';
import { createJudge } from './decide.ts';
import type { Facts } from './facts/facts.ts';
import type { Pack, Rule } from './pack.ts';
import { type KeptVerdict, replayed } from './replay.ts';

const rule = (id: string, more: Partial<Rule>): Rule => ({
  id,
  title: id,
  citation: 'test',
  source: 'https://example.test',
  since: '2020-01-01',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'hard',
  ...more,
});

const hours: Pack = {
  id: 'XX',
  name: 'Example',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['XX'],
  rules: [
    rule('XX-HOURS', { about: ['hours'], check: openHours({ week: everyDay('08:00', '21:00') }) }),
    rule('XX-UNREAD', { basis: 'unread', check: () => ({ releasing: ['never-mind'] }) }),
  ],
};
const city: Pack = {
  ...hours,
  id: 'XX-CITY',
  territory: ['XX-1'],
  rules: [rule('CITY-SHUT', { check: () => ({ releasing: ['city'] }) })],
};
const packs = [hours, city];
const judge = createJudge(packs);

const facts: Facts = {
  packs: ['XX'],
  actor: { id: 'a' },
  consumer: {
    id: 'c',
    location_signals: [{ kind: 'residential_address', region: 'XX-1', tz: ['UTC'] }],
  },
  contact_points: [{ id: 'm', kind: 'mobile' }],
  debts: [{ id: 'd' }],
  contact_log: [],
  consents: [],
  events: [],
  policy: { silence_refuses: true, silenced_rules: ['XX-UNREAD'] },
  proposed: { channel: 'phone_call', at: '2026-11-18T10:00:00Z', to: 'm', debts: ['d'] },
};
const permitted: KeptVerdict = { verdict: 'permitted', rules: [], facts };
const asBefore = {
  ...{ confirmedRules: [], silencedRules: ['XX-UNREAD'] },
  ...{ newPacks: false, portfolios: 'all' as const },
};

test('a contact decided under the same rules comes out the same', () => {
  assert.equal(replayed(permitted, asBefore, packs, judge).change, null);
});

test('a rule switched on refuses what passed', () => {
  const { change, rules } = replayed(permitted, { ...asBefore, silencedRules: [] }, packs, judge);
  assert.deepEqual([change, rules], ['newly_refused', ['XX-UNREAD']]);
});

test('a pack installed since is asked when it covers the person', () => {
  const { change, rules } = replayed(permitted, { ...asBefore, newPacks: true }, packs, judge);
  assert.deepEqual([change, rules], ['newly_refused', ['CITY-SHUT']]);
});

test('what a rule refused that is gone would pass', () => {
  const kept: KeptVerdict = { verdict: 'refused', rules: ['XX-OLD'], facts };
  assert.equal(replayed(kept, asBefore, packs, judge).change, 'newly_allowed');
});

test('a reason that lies in the case and not in the facts stands', () => {
  const kept: KeptVerdict = { verdict: 'refused', rules: ['DUNLIN-COVERED'], facts };
  const { becomes, change } = replayed(kept, asBefore, packs, judge);
  assert.deepEqual([becomes, change], ['refused', null]);
});

test('facts kept under a word that nobody knows today are refused', () => {
  const kept = { ...permitted, facts: { ...facts, events: [{ kind: 'some_new_notice' }] } };
  const { becomes, rules } = replayed(kept, asBefore, packs, judge);
  assert.equal(becomes, 'refused');
  assert.deepEqual(rules, ['DUNLIN-WORD-UNKNOWN']);
});
