import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EvaluationContext, situationOf } from '../evaluation-context.ts';
import { courtLook, firstOf, publicity, undignified } from './hard-standards.ts';

function saying(content: object): EvaluationContext {
  const situation = situationOf({
    packs: [],
    actor: { id: 'agency-A' },
    consumer: { id: 'c1', location_signals: [] },
    contact_points: [],
    debts: [],
    contact_log: [],
    consents: [],
    events: [],
    proposed: { channel: 'letter', at: '2026-06-10T10:00:00Z', debts: [], content },
  });
  return { ...situation, ms: situation.atMs };
}

test('threats, abuse and ridicule are undignified', () => {
  for (const name of ['threatens_harm', 'abusive', 'humiliates']) {
    assert.ok(undignified(saying({ [name]: true })), name);
    assert.equal(undignified(saying({ [name]: false })), null, name);
  }
});

test('announcing a lawful action is no threat', () => {
  for (const name of ['threatens_suit', 'demands_payment', 'mentions_debt']) {
    assert.equal(undignified(saying({ [name]: true })), null, name);
  }
});

test('papers that look like a court’s and messages to everybody are told apart', () => {
  const letter = saying({ resembles_court_document: true });
  assert.ok(courtLook(letter));
  assert.equal(publicity(letter), null);
  assert.ok(publicity(saying({ visibility: 'public' })));
  assert.ok(publicity(saying({ envelope_reveals_debt: true })));
  assert.equal(publicity(saying({ visibility: 'private' })), null);
  assert.ok(firstOf(publicity, courtLook)(letter));
  assert.equal(firstOf(publicity, undignified)(letter), null);
});
