import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTurns, usualTurns } from './turns.ts';

const limits = { each: 2, all: 3, waiting: 1, waitMs: 60_000 };
const takeTurn = () => makeTurns({ ...usualTurns, heavy: limits });
const isBusy = { code: 'busy' };

test('one person gets so many turns at once, waits for the next and is refused beyond', async () => {
  const take = takeTurn();
  const first = await take('heavy', 'a');
  await take('heavy', 'a');
  let isThird = false;
  const third = take('heavy', 'a').then(() => {
    isThird = true;
  });
  await assert.rejects(take('heavy', 'a'), isBusy);
  await take('heavy', 'b');
  assert.equal(isThird, false, 'another person is served before the one who has enough');
  first();
  first();
  await third;
});

test('all together get so many, kinds of work apart, and the longest waiting comes first', async () => {
  const take = takeTurn();
  const given = [await take('heavy', 'a'), await take('heavy', 'a'), await take('heavy', 'b')];
  const order: string[] = [];
  const waiting = ['c', 'b'].map((who) => take('heavy', who).then(() => order.push(who)));
  await take('report', 'c');
  for (const giveBack of given) giveBack();
  await Promise.all(waiting);
  assert.deepEqual(order, ['c', 'b']);
});

test('nobody waits for ever', async () => {
  const take = makeTurns({ ...usualTurns, heavy: { ...limits, each: 1, waitMs: 1 } });
  await take('heavy', 'a');
  await assert.rejects(take('heavy', 'a'), isBusy);
});
