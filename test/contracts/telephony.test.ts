import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Pickup } from '#domain/simulation/pickup.ts';
import {
  checkHistory,
  connect,
  hourMs,
  legsOf,
  names,
  pickups,
  settle,
} from '#test/support/world/telephony-world.ts';

const root = new URL('../../', import.meta.url);

test('at least the simulated network is found', () => assert.ok(names.includes('pretend')));

test('at most one file of the product turns text into a released token, a use case', () => {
  const files = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) =>
      /\bas ReleasedToken\b|<ReleasedToken>/.test(readFileSync(new URL(file, root), 'utf8')),
    );
  assert.ok(files.length <= 1, `more than one: ${files}`);
  assert.ok(
    files.every((file) => file.startsWith('src/usecases/')),
    `not a use case: ${files}`,
  );
});

for (const name of names) {
  test(`${name}: a dial without a released token never rings`, async () => {
    const world = await connect(name);
    for (const [i, pickup] of pickups.entries()) {
      await world.dialUnreleased(`attempt-${i}`, 'made-up', pickup);
    }
    world.time.advance(hourMs);
    await settle();
    for (const i of pickups.keys()) {
      assert.deepEqual(
        world.of(`attempt-${i}`).map((event) => [event.kind, 'reason' in event && event.reason]),
        [['refused', 'not-released']],
      );
    }
    await world.telephony.close();
  });

  test(`${name}: the token of another attempt is refused`, async () => {
    const world = await connect(name);
    await world.dialReleased('attempt-1', { kind: 'ring-out' });
    await world.dialUnreleased('attempt-2', 'token-of-attempt-1');
    world.time.advance(hourMs);
    assert.deepEqual(world.kinds('attempt-2'), ['refused']);
    await world.telephony.close();
  });

  test(`${name}: when the gate cannot be asked, nothing rings`, async () => {
    const world = await connect(name);
    world.gate.isUp = false;
    await world.dialReleased('attempt-1', pickups[1]);
    world.time.advance(hourMs);
    const [event] = world.events;
    assert.equal(world.events.length, 1);
    assert.ok(event?.kind === 'refused' && event.reason === 'not-verifiable');
    await world.telephony.close();
  });

  test(`${name}: every dial asks the gate once and ends exactly once, in order`, async () => {
    const world = await connect(name);
    const attempts = Array.from({ length: 270 }, (_, i) => `attempt-${i}`);
    for (const [i, attempt] of attempts.entries()) {
      await world.dialReleased(attempt, pickups[i % pickups.length]);
    }
    for (let step = 0; step < 30; step += 1) {
      world.time.advance(2_000);
      if (step % 5 !== 4) continue;
      for (const attempt of attempts) {
        world.simulation?.say(attempt, { text: 'Hello, am I speaking with Dana?' });
      }
    }
    world.time.advance(hourMs);
    await settle();
    assert.deepEqual(world.asked, attempts);
    for (const attempt of attempts) checkHistory(world.of(attempt));
    assert.equal(world.time.waiting(), 0, 'no timer outlives its call');
    await world.telephony.close();
  });

  const moments: readonly (readonly [string, number, Pickup])[] = [
    ['before the network has rung', 0, { kind: 'ring-out' }],
    ['while it rings', 4_000, { kind: 'ring-out' }],
    ['while talking', 7_000, { kind: 'human', speaker: 'customer', afterMs: 1_000 }],
    ['at a mailbox', 7_000, { kind: 'machine', afterMs: 1_000 }],
  ];
  for (const [moment, ms, pickup] of moments) {
    test(`${name}: hanging up ${moment} ends the call at once and for good`, async () => {
      const world = await connect(name);
      await world.dialReleased('attempt-1', pickup);
      world.time.advance(ms);
      world.telephony.hangUp('attempt-1');
      await settle();
      const last = world.events.at(-1);
      assert.ok(last?.kind === 'hung-up' && last.by === 'agent');
      const count = world.events.length;
      world.telephony.hangUp('attempt-1');
      world.simulation?.say('attempt-1', { text: 'Hello?' });
      world.time.advance(hourMs);
      assert.equal(world.events.length, count, 'nothing happens on a call that has ended');
      checkHistory(world.events);
      await world.telephony.close();
    });
  }

  for (const kind of ['ringing', 'answered', 'joined', 'said', 'no-answer'] as const) {
    test(`${name}: hanging up on being told "${kind}" leaves one end`, async () => {
      const world = await connect(name, kind);
      for (const [i, pickup] of pickups.entries()) {
        await world.dialReleased(`attempt-${i}`, pickup);
      }
      world.time.advance(hourMs);
      for (const i of pickups.keys()) checkHistory(world.of(`attempt-${i}`));
      assert.equal(world.time.waiting(), 0);
      await world.telephony.close();
    });
  }

  test(`${name}: hanging up while the gate is being asked keeps the phone silent`, async () => {
    const world = await connect(name);
    const dialled = world.dialReleased('attempt-1', pickups[1]);
    world.telephony.hangUp('attempt-1');
    await dialled;
    world.time.advance(hourMs);
    assert.deepEqual(world.kinds('attempt-1'), ['hung-up']);
    await world.telephony.close();
  });

  test(`${name}: an attempt cannot be dialled while a call of it is up`, async () => {
    const world = await connect(name);
    await world.dialReleased('attempt-1', { kind: 'ring-out' });
    await assert.rejects(async () => world.dialReleased('attempt-1', { kind: 'ring-out' }));
    world.time.advance(hourMs);
    checkHistory(world.of('attempt-1'));
    await world.telephony.close();
  });

  test(`${name}: a call nobody knows can be hung up on without effect`, async () => {
    const world = await connect(name);
    world.telephony.hangUp('nobody');
    world.telephony.answer({ callId: 'nobody', leg: 'desk-1', recording: 'on' });
    world.telephony.monitor({ callId: 'nobody', leg: 'desk-2', mode: 'listen' });
    assert.deepEqual(world.events, []);
    await world.telephony.close();
  });

  test(`${name}: an inbound call can be answered, refused or missed`, async (t) => {
    const world = await connect(name);
    const { simulation } = world;
    if (!simulation) return t.skip('this network cannot make people call');
    const [taken = '', refused = '', missed = ''] = [1, 2, 3].map(() =>
      simulation.placeInbound(world.caller),
    );
    world.telephony.answer({ callId: taken, leg: 'desk-7', recording: 'off' });
    world.telephony.hangUp(refused);
    world.time.advance(5 * hourMs);
    for (const call of [taken, refused, missed]) checkHistory(world.of(call));
    assert.deepEqual(world.kinds(taken).slice(0, 4), ['inbound', 'answered', 'joined', 'said']);
    assert.deepEqual(legsOf(world.of(taken)), ['desk-7 talk']);
    assert.deepEqual(world.kinds(refused), ['inbound', 'hung-up']);
    const last = world.of(missed).at(-1);
    assert.ok(last?.kind === 'hung-up' && last.by === 'far-end');
    await world.telephony.close();
  });

  test(`${name}: closing ends what is up and leaves no timer`, async () => {
    const world = await connect(name);
    await world.dialReleased('attempt-1', { kind: 'ring-out' });
    await world.dialReleased('attempt-2', pickups[1]);
    world.time.advance(8_000);
    await world.telephony.close();
    checkHistory(world.of('attempt-1'));
    checkHistory(world.of('attempt-2'));
    assert.equal(world.time.waiting(), 0);
    await assert.rejects(async () => world.dialReleased('attempt-3', pickups[1]));
  });
}
