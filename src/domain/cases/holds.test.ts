import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actionKinds,
  askingStopped,
  blocked,
  blocksOf,
  freeOfHolds,
  type Hold,
  holdBlocks,
  holdKinds,
  holdProblems,
  liftHold,
  nextReviewOn,
  pausedSince,
  resumedOn,
  stopsAsking,
} from './holds.ts';

const hold: Hold = {
  kind: 'dispute',
  setOn: '2026-03-02',
  reviewOn: '2026-03-16',
  owner: 'back-office',
  part: null,
  liftedOn: null,
};
const items = [
  { itemId: 'a', accountId: 'one', openMinor: 5_000n },
  { itemId: 'b', accountId: 'other', openMinor: 3_000n },
];

test('no hold ever blocks an answer to the customer or the work of the back office', () => {
  for (const kind of holdKinds) {
    assert.equal(holdBlocks[kind].includes('answer'), false, kind);
    assert.equal(holdBlocks[kind].includes('task'), false, kind);
  }
});

test('every hold blocks what asks for payment, and only known actions', () => {
  for (const kind of holdKinds) {
    assert.ok(holdBlocks[kind].includes('chase-call'), kind);
    assert.ok(holdBlocks[kind].includes('notice'), kind);
    assert.equal(holdBlocks[kind].includes('service-call'), kind !== 'vulnerable', kind);
    assert.ok(holdBlocks[kind].every((action) => actionKinds.includes(action)));
  }
});

test('a hold of a kind that nobody knows blocks all but answers and the work of the back office', () => {
  const kind = JSON.parse('"new-kind"');
  assert.ok(stopsAsking(kind));
  const open = actionKinds.filter((action) => !blocked([{ ...hold, kind }], action).blocked);
  assert.deepEqual(open, ['answer', 'task']);
  assert.deepEqual(blocksOf(kind).length, actionKinds.length - open.length);
});

test('a dispute about one item leaves the other item open to a call but not to escalation', () => {
  const part: Hold = { ...hold, part: { kind: 'items', itemIds: ['a'] } };
  const free = freeOfHolds(items, [part]);
  assert.equal(free, 3_000n);
  assert.equal(blocked([part], 'chase-call', free).blocked, false);
  assert.deepEqual(blocked([part], 'escalate', free), { blocked: true, by: ['dispute'] });
});

test('a dispute about more than the debt leaves nothing free and blocks the call', () => {
  const part: Hold = { ...hold, part: { kind: 'amount', minor: 9_000n } };
  assert.equal(freeOfHolds(items, [part]), 0n);
  assert.equal(blocked([part], 'chase-call', 0n).blocked, true);
});

test('a hold on one account leaves the other; on both, and twice on one, as far as each goes', () => {
  const on = (accountId: string): Hold => ({ ...hold, part: { kind: 'account', accountId } });
  assert.equal(freeOfHolds(items, [on('one')]), 3_000n);
  assert.equal(freeOfHolds(items, [on('one'), on('one')]), 3_000n);
  assert.deepEqual(askingStopped(items, [on('one')]), []);
  assert.deepEqual(askingStopped(items, [on('one'), on('other')]), ['dispute']);
});

test('a lifted hold blocks nothing', () => {
  assert.equal(blocked([{ ...hold, liftedOn: '2026-03-09' }], 'chase-call').blocked, false);
});

test('a hold without owner or review date, or with a review before it began, is faulty', () => {
  assert.deepEqual(holdProblems(hold), []);
  assert.deepEqual(holdProblems({ ...hold, owner: null, reviewOn: null }), [
    'hold-without-owner',
    'hold-without-review',
  ]);
  assert.deepEqual(holdProblems({ ...hold, reviewOn: '2026-03-01' }), ['review-before-hold']);
});

test('the earliest review of the standing holds comes first', () => {
  const other: Hold = { ...hold, reviewOn: '2026-03-10' };
  assert.equal(nextReviewOn([hold, other]), '2026-03-10');
  assert.equal(nextReviewOn([hold, { ...other, liftedOn: '2026-03-05' }]), '2026-03-16');
  assert.equal(nextReviewOn([]), null);
});

test('overlapping holds pause the clock since the first; a stop-contact hold does not', () => {
  const first: Hold = { ...hold, liftedOn: '2026-03-10' };
  const second: Hold = { ...hold, kind: 'hardship', setOn: '2026-03-08' };
  assert.equal(pausedSince([second, first]), '2026-03-02');
  assert.equal(pausedSince([{ ...second, setOn: '2026-03-12' }, first]), '2026-03-12');
  assert.equal(pausedSince([first]), null);
  assert.equal(pausedSince([{ ...hold, kind: 'stop-contact' }]), null);
});

test('what was left of a wait is left again when the clock resumes', () => {
  const clock = { pausedOn: '2026-03-02', resumedOn: '2026-03-20' };
  assert.equal(resumedOn('2026-03-07', clock), '2026-03-25');
  assert.equal(resumedOn('2026-02-20', clock), '2026-03-20');
});

test('a hold is lifted or refused only by a named person with a reason', () => {
  const by = { on: '2026-03-09', by: 'Noor Haddad', reason: 'credit note agreed' };
  assert.deepEqual(liftHold(hold, by), { ok: true, hold: { ...hold, liftedOn: '2026-03-09' } });
  assert.deepEqual(liftHold(hold, { ...by, by: ' ' }), { ok: false, reason: 'no-person' });
  assert.deepEqual(liftHold(hold, { ...by, reason: '' }), { ok: false, reason: 'no-reason' });
  const early = { ...by, on: '2026-03-01' };
  assert.deepEqual(liftHold(hold, early), { ok: false, reason: 'lifted-before-set' });
  const again = liftHold({ ...hold, liftedOn: '2026-03-05' }, by);
  assert.deepEqual(again, { ok: false, reason: 'already-lifted' });
});
