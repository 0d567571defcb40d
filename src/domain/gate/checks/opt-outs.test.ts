import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../decide.ts';
import type { Facts } from '../facts/facts.ts';
import type { CaseEvent } from '../facts/history-facts.ts';
import type { Pack } from '../pack.ts';
import { optOuts } from './opt-outs.ts';

const pack: Pack = {
  id: 'XX',
  name: 'Example land',
  version: '1.0.0',
  asOf: '2026-01-01',
  territory: ['XX'],
  rules: [
    {
      id: 'XX-OPT-OUT',
      title: 'What was asked to stop, stops',
      citation: 'Made up for the test',
      source: 'https://law.example/1',
      since: '2020-01-01',
      confidence: 'high',
      basis: 'primary',
      enforcement: 'hard',
      check: (moment) => (optOuts(moment).length > 0 ? { releasing: ['opt_in'] } : null),
    },
  ],
};

/** Whether a contact by a channel may be made after what was asked, in that order. */
function isOpen(channel: string, ...asked: readonly (readonly [kind: string, medium: string])[]) {
  const events = asked.map(
    ([kind, medium], index): CaseEvent => ({
      ...{ kind, medium, received_at: `2026-06-0${index + 1}T12:00:00Z` },
      at: `2026-06-0${index + 1}T12:00:00Z`,
    }),
  );
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
    events,
    proposed: { channel, at: '2026-06-10T15:00:00-04:00', to: 'm1', debts: ['d1'] },
  };
  return decide(facts, [pack]).permitted === true;
}

test('what closes all that is electronic closes each electronic channel, and one medium only itself', () => {
  assert.ok(isOpen('messaging'));
  assert.ok(!isOpen('messaging', ['opt_out', 'all']));
  assert.ok(!isOpen('messaging', ['opt_out', 'electronic']));
  assert.ok(isOpen('messaging', ['opt_out', 'sms']));
});

test('a request that names nothing that could be closed closes all', () => {
  assert.ok(!isOpen('messaging', ['opt_out', 'oral']));
  assert.ok(!isOpen('letter', ['opt_out', 'portal']));
});

test('it is opened by what opens all, not by one medium', () => {
  assert.ok(!isOpen('messaging', ['opt_out', 'all'], ['opt_in', 'sms']));
  assert.ok(isOpen('messaging', ['opt_out', 'all'], ['opt_in', 'all']));
});
