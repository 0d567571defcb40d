import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hold } from './holds.ts';
import { type CaseSnapshot, checkCase, nextAction } from './next-action.ts';

const open: CaseSnapshot = {
  state: 'working',
  owner: null,
  queue: 'agents',
  action: 'call',
  actionOn: '2026-03-09',
  holds: [],
  notices: [],
  events: [],
  closeReason: null,
  decision: null,
};
const hold: Hold = {
  kind: 'complaint',
  setOn: '2026-03-01',
  reviewOn: '2026-03-15',
  owner: 'complaints',
  part: null,
  liftedOn: null,
};

test('the next action is the plan, else the review of a hold, else a review today', () => {
  const today = '2026-03-05';
  assert.equal(nextAction(open, today)?.from, 'plan');
  const bare = { ...open, action: null, actionOn: null };
  const held = { ...bare, holds: [hold] };
  assert.deepEqual(nextAction(held, today), { action: 'review', on: '2026-03-15', from: 'hold' });
  assert.deepEqual(nextAction(bare, today), { action: 'review', on: today, from: 'rescue' });
  assert.equal(nextAction({ ...bare, state: 'closed' }, today), null);
});

test('checkCase() is silent about a sound case and names each fault of another', () => {
  assert.deepEqual(checkCase(open), []);
  assert.deepEqual(checkCase({ ...open, queue: null }), ['no-owner-or-queue']);
  assert.deepEqual(checkCase({ ...open, owner: 'maya' }), ['owner-and-queue']);
  assert.deepEqual(checkCase({ ...open, actionOn: null }), ['no-next-action']);
  assert.deepEqual(checkCase({ ...open, actionOn: null, holds: [hold] }), []);
  assert.deepEqual(checkCase({ ...open, holds: [{ ...hold, owner: null }] }), [
    'hold-without-owner-or-review',
  ]);
  assert.deepEqual(checkCase({ ...open, state: 'warned' }), ['stage-without-notice']);
  assert.deepEqual(checkCase({ ...open, state: 'agency' }), ['no-person-behind-decision']);
  assert.deepEqual(checkCase({ ...open, state: 'closed' }), [
    'closed-without-reason',
    'closed-with-next-action',
  ]);
});
