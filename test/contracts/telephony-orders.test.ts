import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pickup } from '#domain/simulation/pickup.ts';
import { type MonitorMode, monitorModes } from '#ports/telephony.ts';
import {
  checkHistory,
  connect,
  hourMs,
  legsOf,
  names,
} from '#test/support/world/telephony-world.ts';

const answered: Pickup = { kind: 'human', speaker: 'customer', afterMs: 1_000 };

for (const name of names) {
  test(`${name}: the ordered leg joins whoever answers, person or machine`, async () => {
    const world = await connect(name);
    await world.dialReleased('attempt-1', answered);
    await world.dialReleased('attempt-2', { kind: 'machine', afterMs: 1_000 });
    await world.dialReleased('attempt-3', { kind: 'ring-out' });
    world.time.advance(hourMs);
    assert.deepEqual(legsOf(world.of('attempt-1')), ['desk-1 talk']);
    assert.deepEqual(legsOf(world.of('attempt-2')), ['desk-1 talk']);
    assert.deepEqual(legsOf(world.of('attempt-3')), []);
    await world.telephony.close();
  });

  test(`${name}: a call is recorded when that was ordered, and only then`, async () => {
    const world = await connect(name);
    await world.dialReleased('attempt-1', answered, 'on');
    await world.dialReleased('attempt-2', answered, 'off');
    await world.dialReleased('attempt-3', { kind: 'busy', afterMs: 1_000 }, 'on');
    world.time.advance(hourMs);
    const isRecorded = (attempt: string) => world.kinds(attempt).includes('recording-started');
    assert.deepEqual(['attempt-1', 'attempt-2', 'attempt-3'].map(isRecorded), [true, false, false]);
    await world.telephony.close();
  });

  test(`${name}: another leg listens, whispers or joins, on an answered call only`, async () => {
    const world = await connect(name);
    const monitor = (mode: MonitorMode) =>
      world.telephony.monitor({ callId: 'attempt-1', leg: 'desk-2', mode });
    await world.dialReleased('attempt-1', answered);
    monitor('listen');
    world.time.advance(10_000);
    for (const mode of monitorModes) monitor(mode);
    world.telephony.hangUp('attempt-1');
    monitor('join');
    world.time.advance(hourMs);
    assert.deepEqual(legsOf(world.of('attempt-1')), [
      'desk-1 talk',
      ...monitorModes.map((mode) => `desk-2 ${mode}`),
    ]);
    checkHistory(world.of('attempt-1'));
    await world.telephony.close();
  });
}
