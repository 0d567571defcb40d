import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '#domain/simulation/persona.ts';
import { languages, lineKeys } from '#domain/simulation/speech.ts';
import { createTimeline } from '#domain/simulation/timeline.ts';
import { seeded } from '#kernel/random.ts';
import type { ReleasedToken } from '#ports/released.ts';
import type { TelephonyEvent } from '#ports/telephony.ts';
import { openNetwork } from './network.ts';
import { type Settings, settings } from './settings.ts';
import type { FindPerson } from './simulation.ts';
import { wordsOf } from './words.ts';

const dana: Person = {
  customerId: 'c1',
  name: 'Dana Levi',
  language: 'en',
  zone: 'Europe/London',
  event: 'A',
  owed: { minor: 24_000n, currency: 'GBP' },
  isThirdPartyNumber: false,
  isVulnerable: false,
  answers: { postcode: 'N1 9GU' },
  persona: { manner: 'plain', reason: 'method-cancelled', canPayInFull: true },
  pickup: { kind: 'human', speaker: 'customer', afterMs: 3_000 },
};

const known = (person: Person) => async () => person;

function open(given: Partial<Settings>, find: FindPerson = known(dana)) {
  const time = createTimeline(Date.UTC(2026, 2, 10, 18));
  const events: TelephonyEvent[] = [];
  let calls = 0;
  const network = openNetwork(
    { ...settings.parse({}), unsureShare: 0, ...given },
    {
      clock: time.clock,
      after: time.after,
      newId: () => {
        calls += 1;
        return `in-${calls}`;
      },
      emit: (event) => events.push(event),
      verifyRelease: async () => true,
    },
  );
  network.simulation.populate(find);
  const dial = (attemptId: string, ringTimeoutSeconds = 25) =>
    network.dial({
      token: 't' as ReleasedToken,
      attemptId,
      to: '+442079460001',
      callerId: '+442079460000',
      ringTimeoutSeconds,
      ...{ leg: 'desk-1', recording: 'off' },
    });
  const spoken = () =>
    events.flatMap((e) => (e.kind === 'said' ? [`${e.speaker}: ${e.text}`] : []));
  return { network, time, events, dial, spoken };
}

async function conversation(given: Partial<Settings>, person: Person = dana) {
  const world = open(given, known(person));
  await world.dial('a1');
  world.time.advance(20_000);
  const amount = dana.owed;
  for (const utterance of [
    { text: 'Am I speaking with Dana Levi?', intent: 'ask-identity' },
    { text: 'Your postcode, please?', intent: 'verify-question', question: 'postcode' },
    { text: 'What happened?', intent: 'ask-reason' },
    { text: 'Could you pay it all?', intent: 'offer-full', offer: { kind: 'full', amount } },
    { text: 'Thank you. Goodbye.', intent: 'close' },
  ] as const) {
    world.network.simulation.say('a1', utterance);
    world.time.advance(15_000);
  }
  return world;
}

test('a whole conversation goes from hello to hanging up in words', async () => {
  const world = await conversation({});
  const spoken = world.spoken();
  assert.equal(spoken.length, 11);
  assert.match(spoken[2] ?? '', /^person: .*Dana Levi/);
  assert.match(spoken[4] ?? '', /N1 9GU/);
  assert.match(spoken[6] ?? '', /card/);
  assert.match(spoken[8] ?? '', /£240\.00/);
  const last = world.events.at(-1);
  assert.ok(last?.kind === 'hung-up' && last.by === 'far-end');
});

test('the same seed gives the same events to the millisecond, another seed does not', async () => {
  const one = await conversation({ seed: 'one' });
  assert.deepEqual((await conversation({ seed: 'one' })).events, one.events);
  assert.notDeepEqual((await conversation({ seed: 'two' })).events, one.events);
});

test('a network ten times as fast is answered in a tenth of the time', async () => {
  const answeredAfter = async (speed: number) => {
    const world = open({ speed });
    const start = world.time.clock();
    await world.dial('a1');
    world.time.advance(60_000);
    return (world.events.find((event) => event.kind === 'answered')?.atMs ?? 0) - start;
  };
  const slow = await answeredAfter(1);
  assert.ok(Math.abs(slow / 10 - (await answeredAfter(10))) < 1);
});

test('people answer in their language', async () => {
  for (const [language, word] of [
    ['es', /tarjeta/],
    ['he', /כרטיס/],
  ] as const) {
    const world = await conversation({}, { ...dana, language });
    assert.ok(world.spoken().some((text) => word.test(text)));
  }
});

test('a person who hears nothing asks once and hangs up', async () => {
  const world = open({ patienceSeconds: 30 });
  await world.dial('a1');
  world.time.advance(120_000);
  assert.equal(world.spoken().length, 3);
  const last = world.events.at(-1);
  assert.ok(last?.kind === 'hung-up' && last.by === 'far-end');
});

test('a person who is leaving says goodbye once and listens no more', async () => {
  const world = open({});
  await world.dial('a1');
  world.time.advance(20_000);
  for (let i = 0; i < 3; i += 1) world.network.simulation.say('a1', { text: 'Goodbye.' });
  world.time.advance(60_000);
  assert.deepEqual(
    world.spoken().map((text) => text.split(':')[0]),
    ['person', 'agent', 'agent', 'agent', 'person'],
  );
});

test('a mailbox greets, hears the message and hangs up by itself', async () => {
  const world = open({}, known({ ...dana, pickup: { kind: 'machine', afterMs: 2_000 } }));
  await world.dial('a1');
  world.time.advance(15_000);
  world.network.simulation.say('a1', { text: 'Please call us back.' });
  world.time.advance(120_000);
  assert.ok(world.events.some((event) => event.kind === 'answered' && event.by === 'machine'));
  assert.deepEqual(
    world.spoken().map((text) => text.split(':')[0]),
    ['machine', 'agent'],
  );
  assert.equal(world.events.at(-1)?.kind, 'hung-up');
});

test('a person who is slower than the ring timeout does not answer', async () => {
  const slow = { kind: 'human', speaker: 'customer', afterMs: 12_000 } as const;
  const world = open({}, known({ ...dana, pickup: slow }));
  await world.dial('a1', 10);
  world.time.advance(60_000);
  assert.deepEqual(
    world.events.map((event) => event.kind),
    ['ringing', 'no-answer'],
  );
});

test('detection that cannot tell says so', async () => {
  const world = open({ unsureShare: 1 });
  await world.dial('a1');
  world.time.advance(20_000);
  assert.ok(world.events.some((event) => event.kind === 'answered' && event.by === 'unknown'));
});

test('inbound calls come at the rate of the settings until stopped', async () => {
  const world = open({ inboundPerHour: 60 });
  const pick = async () => ({ person: dana, from: '+442079460001', to: '+442079460000' });
  const stop = world.network.simulation.startInbound(pick);
  for (let minute = 0; minute < 120; minute += 1) {
    world.time.advance(60_000);
    await new Promise((done) => setImmediate(done));
  }
  const count = () => world.events.filter((event) => event.kind === 'inbound').length;
  const inTwoHours = count();
  assert.ok(inTwoHours > 85 && inTwoHours < 155, String(inTwoHours));
  stop();
  world.time.advance(3_600_000);
  assert.equal(count(), inTwoHours);
});

const noBook = async () => {
  throw new Error('no book');
};

test('a look-up that fails after hanging up adds no second end', async () => {
  const world = open({}, noBook);
  const dialled = world.dial('a1');
  world.network.hangUp('a1');
  await assert.rejects(dialled, /no book/);
  assert.deepEqual(
    world.events.map((event) => event.kind),
    ['hung-up'],
  );
});

test('a dial whose callee cannot be looked up ends as failed and reports the fault', async () => {
  const world = open({}, noBook);
  await assert.rejects(world.dial('a1'), /no book/);
  assert.deepEqual(
    world.events.map((event) => event.kind),
    ['failed'],
  );
});

test('every line has words in every language and no value is left out', () => {
  const slots = { name: 'Dana', amount: dana.owed, answer: '1984', hour: 18, day: 28 };
  for (const language of languages) {
    for (const key of lineKeys) {
      for (let seed = 0; seed < 20; seed += 1) {
        const words = wordsOf({ key, slots }, language, seeded(seed));
        assert.ok(words.length > 0 && !/[{}]/.test(words), `${language} ${key}: ${words}`);
      }
    }
  }
});

test('a number that belongs to nobody is not in service', async () => {
  const world = open({}, async () => undefined);
  await world.dial('a1');
  world.time.advance(10_000);
  const [event] = world.events;
  assert.ok(event?.kind === 'failed' && event.cause === 'not-in-service');
});
