import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFacts } from './facts.ts';

const facts = {
  packs: ['US-FED'],
  actor: { type: 'third_party_collector', id: 'A' },
  consumer: { id: 'c', location_signals: [{ kind: 'address', tz: ['America/New_York'] }] },
  contact_points: [{ id: 'm1', kind: 'mobile', number: '+16145550101' }],
  debts: [{ id: 'd1' }],
  contact_log: [
    {
      id: 'L1',
      at: '2026-06-01T10:00:00-04:00',
      dir: 'inbound',
      channel: 'sms',
      result: 'received',
    },
  ],
  consents: [],
  events: [],
  proposed: { channel: 'sms', at: '2026-06-10T10:00:00-04:00', to: 'm1', debts: ['d1'] },
};

const pathOf = (json: unknown) => {
  const parsed = parseFacts(json);
  return parsed.ok ? null : parsed.path;
};

test('facts in order are taken as they are, unknown fields included', () => {
  const parsed = parseFacts({ ...facts, note: 'ours' });
  assert.ok(parsed.ok);
  assert.equal(parsed.facts.proposed.at, '2026-06-10T10:00:00-04:00');
});

test('what is wrong is named by its path', () => {
  const { proposed, consumer } = facts;
  assert.equal(pathOf({ ...facts, packs: 'US-FED' }), 'packs');
  assert.equal(pathOf({ ...facts, actor: undefined }), 'actor');
  assert.equal(
    pathOf({ ...facts, proposed: { ...proposed, at: '2026-06-10T10:00:00' } }),
    'proposed.at',
  );
  assert.equal(pathOf({ ...facts, proposed: { ...proposed, at: 'tomorrow' } }), 'proposed.at');
  const signals = [{ kind: 'address', tz: ['Mars/Olympus'] }];
  assert.equal(
    pathOf({ ...facts, consumer: { ...consumer, location_signals: signals } }),
    'consumer.location_signals.0.tz.0',
  );
  const [entry] = facts.contact_log;
  assert.equal(
    pathOf({ ...facts, contact_log: [{ ...entry, dir: 'sideways' }] }),
    'contact_log.0.dir',
  );
  const late = [{ from: '25:00', to: '26:00' }];
  assert.equal(
    pathOf({ ...facts, consumer: { ...consumer, inconvenient: late } }),
    'consumer.inconvenient.0.from',
  );
  assert.equal(pathOf(null), '');
});
