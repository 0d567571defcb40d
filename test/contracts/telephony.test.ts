import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Person } from '#domain/simulation/persona.ts';
import type { Pickup } from '#domain/simulation/pickup.ts';
import { createTimeline } from '#domain/simulation/timeline.ts';
import type { ReleasedToken } from '#ports/released.ts';
import {
  isTerminal,
  type Telephony,
  type TelephonyAdapter,
  type TelephonyEvent,
  type TelephonyHost,
} from '#ports/telephony.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('src/adapters/telephony/', root);
const names = readdirSync(folder);

const hourMs = 3_600_000;
const from = '+12025550100';

/** Lets promises that are under way settle. */
const settle = () => new Promise((done) => setImmediate(done));

const pickups: readonly (Pickup | undefined)[] = [
  undefined,
  { kind: 'human', speaker: 'customer', afterMs: 3_000 },
  { kind: 'human', speaker: 'flatmate', afterMs: 3_000 },
  { kind: 'human', speaker: 'stranger', afterMs: 3_000 },
  { kind: 'machine', afterMs: 3_000 },
  { kind: 'ring-out' },
  { kind: 'busy', afterMs: 1_000 },
  { kind: 'network-failure', afterMs: 1_000 },
  { kind: 'not-in-service', afterMs: 1_000 },
];

function personAt(to: string, pickup: Pickup | undefined): Person {
  return {
    customerId: `customer-of-${to}`,
    name: 'Dana Levi',
    language: 'en',
    zone: 'America/New_York',
    event: 'B',
    owed: { minor: 30_000n, currency: 'USD' },
    isThirdPartyNumber: false,
    isVulnerable: false,
    answers: { postcode: '10001' },
    ...(pickup && { pickup }),
  };
}

/** An adapter on a timeline, with a gate that knows which tokens it released. */
async function connect(name: string, hangUpOn?: TelephonyEvent['kind']) {
  const { default: adapter }: { default: TelephonyAdapter } = await import(
    new URL(`${name}/index.ts`, folder).href
  );
  const time = createTimeline(Date.UTC(2026, 2, 10, 22));
  const events: TelephonyEvent[] = [];
  const releases = new Map<string, string>();
  const asked: string[] = [];
  const people = new Map<string, Person>();
  let ids = 0;
  const gate = { isUp: true };
  const host: TelephonyHost = {
    clock: time.clock,
    after: time.after,
    newId: () => {
      ids += 1;
      return `inbound-${ids}`;
    },
    emit: (event) => {
      events.push(event);
      if (event.kind === hangUpOn) telephony.hangUp(event.callId);
    },
    verifyRelease: async (token, attemptId) => {
      asked.push(attemptId);
      if (!gate.isUp) throw new Error('the database is away');
      return releases.get(attemptId) === token;
    },
    who: async (to) => people.get(to),
  };
  const telephony: Telephony = await adapter.connect(adapter.settings.parse({}), host);
  const dial = (attemptId: string, token: string, pickup?: Pickup) => {
    const to = `+1202555${String(people.size).padStart(4, '0')}`;
    people.set(to, personAt(to, pickup));
    return telephony.dial({
      token: token as ReleasedToken,
      attemptId,
      to,
      callerId: from,
      ringTimeoutSeconds: 25,
    });
  };
  const of = (callId: string) => events.filter((event) => event.callId === callId);
  return {
    telephony,
    time,
    events,
    asked,
    of,
    kinds: (callId: string) => of(callId).map((event) => event.kind),
    gate,
    dialUnreleased: dial,
    dialReleased: (attemptId: string, pickup?: Pickup) => {
      releases.set(attemptId, `token-of-${attemptId}`);
      return dial(attemptId, `token-of-${attemptId}`, pickup);
    },
    caller: { person: personAt('+12025559999', undefined), from: '+12025559999', to: from },
  };
}

/** Fails unless the events of one call are a history that can be. */
function checkHistory(events: readonly TelephonyEvent[]): void {
  const kinds = events.map((event) => event.kind);
  const at = (kind: TelephonyEvent['kind']) => kinds.indexOf(kind);
  assert.equal(events.filter(isTerminal).length, 1, `one end: ${kinds}`);
  assert.ok(events.slice(-1).every(isTerminal), `the end comes last: ${kinds}`);
  for (const once of ['ringing', 'answered', 'inbound'] as const) {
    assert.ok(kinds.filter((kind) => kind === once).length <= 1, `${once} at most once: ${kinds}`);
  }
  const said = at('said');
  if (said >= 0) assert.ok(at('answered') >= 0 && at('answered') < said, `words after: ${kinds}`);
  const rang = kinds[0] === 'inbound' || kinds[0] === 'ringing';
  if (at('answered') >= 0 || at('no-answer') >= 0) assert.ok(rang, `rings first: ${kinds}`);
  if (at('refused') >= 0) assert.deepEqual(kinds, ['refused']);
  events.reduce((before, { atMs }) => {
    assert.ok(atMs >= before, 'time does not run backwards');
    return atMs;
  }, 0);
}

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
        world.telephony.text?.say(attempt, { text: 'Hello, am I speaking with Dana?' });
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
      world.telephony.text?.say('attempt-1', { text: 'Hello?' });
      world.time.advance(hourMs);
      assert.equal(world.events.length, count, 'nothing happens on a call that has ended');
      checkHistory(world.events);
      await world.telephony.close();
    });
  }

  for (const kind of ['ringing', 'answered', 'said', 'no-answer'] as const) {
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
    world.telephony.answer('nobody');
    assert.deepEqual(world.events, []);
    await world.telephony.close();
  });

  test(`${name}: an inbound call can be answered, refused or missed`, async (t) => {
    const world = await connect(name);
    const { simulation } = world.telephony;
    if (!simulation) return t.skip('this network cannot make people call');
    const [taken = '', refused = '', missed = ''] = [1, 2, 3].map(() =>
      simulation.placeInbound(world.caller),
    );
    world.telephony.answer(taken);
    world.telephony.hangUp(refused);
    world.time.advance(5 * hourMs);
    for (const call of [taken, refused, missed]) checkHistory(world.of(call));
    assert.deepEqual(world.kinds(taken).slice(0, 3), ['inbound', 'answered', 'said']);
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
