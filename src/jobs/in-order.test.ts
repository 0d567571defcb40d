import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { App } from '#usecases/app.ts';
import { takeInOrder } from './in-order.ts';

const app = {} as App;

function outage(): Error {
  return Object.assign(new Error('connection lost'), { code: '57P01' });
}

test('an event that comes while the database is away is kept once it is back, in its order', async () => {
  const kept: string[] = [];
  let away = 2;
  const events = takeInOrder<string>(
    () => 'one thread',
    async (_app, event) => {
      if (away > 0) {
        away -= 1;
        throw outage();
      }
      kept.push(event);
    },
    (error) => assert.fail(String(error)),
  );
  events.start(app);
  events.take('STOP');
  events.take('thank you');
  await events.settled();
  assert.deepEqual(kept, ['STOP', 'thank you']);
});

test('an event that nobody can keep is reported once, and the next one goes on', async () => {
  const reported: unknown[] = [];
  const kept: string[] = [];
  const events = takeInOrder<string>(
    () => 'one thread',
    async (_app, event) => {
      if (event === 'broken') throw new Error('no such thing');
      kept.push(event);
    },
    (error) => reported.push(error),
  );
  events.start(app);
  events.take('broken');
  events.take('whole');
  await events.settled();
  assert.equal(reported.length, 1);
  assert.deepEqual(kept, ['whole']);
});
