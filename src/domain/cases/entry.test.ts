import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ageBucket,
  ages,
  type EntryPolicy,
  enters,
  findOverdue,
  isOverdue,
  leaves,
  type OpenItem,
  restartedDueOn,
} from './entry.ts';

const policy: EntryPolicy = { minMinor: 2_000n, graceDays: 3, debtClasses: null, exitMinor: 500n };
const item: OpenItem = {
  itemId: 'i-1',
  issuedOn: '2026-01-01',
  dueOn: '2026-01-31',
  openMinor: 2_500n,
  debtClass: 'invoice',
  notOwed: null,
};

test('an item is overdue the day after its grace ends, not before', () => {
  assert.equal(isOverdue(item, policy, '2026-02-03'), false);
  assert.equal(isOverdue(item, policy, '2026-02-04'), true);
});

test('what is not owed, paid or of a class not collected here is never overdue', () => {
  const today = '2026-06-01';
  assert.equal(isOverdue({ ...item, notOwed: 'time-barred' }, policy, today), false);
  assert.equal(isOverdue({ ...item, openMinor: 0n }, policy, today), false);
  assert.equal(isOverdue(item, { ...policy, debtClasses: ['instalment'] }, today), false);
});

test('small items enter together when their sum reaches the minimum', () => {
  const small = { ...item, openMinor: 1_000n };
  const one = findOverdue([small], policy, '2026-03-01');
  const two = findOverdue([small, { ...small, itemId: 'i-2' }], policy, '2026-03-01');
  assert.equal(enters(one, policy), false);
  assert.equal(enters(two, policy), true);
  assert.deepEqual(two.itemIds, ['i-1', 'i-2']);
  assert.equal(two.oldestDueOn, '2026-01-31');
});

test('a case leaves at the exit amount and no find both enters and leaves', () => {
  for (const overdueMinor of [0n, 499n, 500n, 501n, 2_000n, 9_999n]) {
    const find = { overdueMinor, oldestDueOn: null, oldestIssuedOn: null, itemIds: [] };
    assert.equal(leaves(find, policy), overdueMinor <= 500n);
    assert.equal(enters(find, policy) && leaves(find, policy), false);
  }
});

test('the age of a debt is kept three ways', () => {
  const dates = { dueOn: '2026-01-31', issuedOn: '2026-01-01', enteredOn: '2026-02-04' };
  assert.deepEqual(ages(dates, '2026-03-02'), { fromDue: 30, fromIssue: 60, fromEntry: 26 });
  const unknown = { dueOn: '2026-01-31', issuedOn: null, enteredOn: null };
  assert.deepEqual(ages(unknown, '2026-01-01'), { fromDue: -30, fromIssue: null, fromEntry: null });
});

test('ageing columns meet without gap or overlap', () => {
  const expected = [
    [-1, 'not-due'],
    [0, '0-30'],
    [30, '0-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '91-120'],
    [120, '91-120'],
    [121, '121-150'],
    [150, '121-150'],
    [151, '150+'],
    [4_000, '150+'],
  ] as const;
  for (const [age, bucket] of expected) assert.equal(ageBucket(age), bucket, String(age));
});

test('an invoice sent again keeps its full term and never falls due earlier', () => {
  assert.deepEqual(restartedDueOn(item, '2026-02-10'), { dueOn: '2026-03-12', lostDays: 40 });
  assert.deepEqual(restartedDueOn(item, '2025-12-01'), { dueOn: '2026-01-31', lostDays: 0 });
});
