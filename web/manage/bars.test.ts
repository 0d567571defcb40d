import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsOf, scaleOf, shownAmount } from './bars.ts';

const total = {
  opening: '100.00',
  newDebt: '30.00',
  collected: '20.00',
  credited: '-5.00',
  writtenOff: '0.00',
  moved: '15.00',
  closing: '100.00',
};

test('each bar begins where the one before ended, and the ends stand on zero', () => {
  assert.deepEqual(
    barsOf(total).map(({ line, low, high }) => [line, low, high]),
    [
      ['opening', 0, 100],
      ['newDebt', 100, 130],
      ['collected', 110, 130],
      ['credited', 110, 115],
      ['writtenOff', 115, 115],
      ['moved', 100, 115],
      ['closing', 0, 100],
    ],
  );
});

test('the scale starts near the lowest bar when changes are small beside the debt, else at zero', () => {
  const small = scaleOf(barsOf(total));
  assert.ok(small.floor > 80 && small.floor < 100);
  assert.equal(small.top, 130);
  const large = scaleOf(barsOf({ ...total, opening: '0.00', closing: '0.00' }));
  assert.ok(large.floor <= 0);
});

test('what lessens the debt is shown with a minus, and a reversal that raised it without', () => {
  assert.equal(shownAmount('collected', '20.00'), '-20.00');
  assert.equal(shownAmount('credited', '-5.00'), '5.00');
  assert.equal(shownAmount('writtenOff', '0.00'), '0.00');
  assert.equal(shownAmount('newDebt', '30.00'), '30.00');
});
