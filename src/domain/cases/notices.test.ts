import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cancelNotices,
  isAnnounced,
  isNoticeSent,
  type Notice,
  noticeProblems,
  promisedDateOf,
  restoreNotices,
} from './notices.ts';

const orange: Notice = {
  stage: 'warned',
  announces: 'final',
  promisedOn: '2026-04-20',
  sentOn: '2026-04-06',
  recordedBy: 'Ines Roth',
  cancelledOn: null,
};
const process = { stages: ['requested', 'warned', 'final', 'review'], minWaitDays: 7 } as const;

test('a notice may only announce a later step that the process has, with enough notice', () => {
  assert.deepEqual(noticeProblems(orange, process), []);
  assert.deepEqual(noticeProblems({ ...orange, announces: 'restricted' }, process), [
    'announces-unconfigured-step',
  ]);
  assert.deepEqual(noticeProblems({ ...orange, announces: 'requested' }, process), [
    'announces-no-later-step',
  ]);
  assert.deepEqual(noticeProblems({ ...orange, promisedOn: '2026-04-09' }, process), [
    'promises-too-early',
  ]);
  assert.deepEqual(noticeProblems({ ...orange, sentOn: null, recordedBy: null }, process), [
    'no-sender',
    'not-sent',
  ]);
});

test('a step is announced only from the day the notice promised', () => {
  assert.equal(isAnnounced([orange], 'final', '2026-04-19'), false);
  assert.equal(isAnnounced([orange], 'final', '2026-04-20'), true);
  assert.equal(isAnnounced([{ ...orange, recordedBy: null }], 'final', '2026-05-20'), false);
  assert.equal(isNoticeSent([orange], 'warned', '2026-04-05'), false);
  assert.equal(isNoticeSent([orange], 'warned', '2026-04-06'), true);
});

test('a cancelled notice announces nothing', () => {
  const cancelled = cancelNotices([orange], '2026-04-10');
  assert.equal(isAnnounced(cancelled, 'final', '2026-05-20'), false);
  assert.equal(promisedDateOf(cancelled, 'final'), null);
});

test('a reversed payment gives back the days that were left', () => {
  const cancelled = cancelNotices([orange], '2026-04-10');
  const [restored] = restoreNotices(cancelled, '2026-04-10', '2026-05-01');
  assert.deepEqual(restored, { ...orange, promisedOn: '2026-05-11' });
  assert.deepEqual(restoreNotices(cancelled, '2026-04-11', '2026-05-01'), cancelled);
});
