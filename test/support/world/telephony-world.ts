import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { isSimulated } from '#adapters/telephony/pretend/simulation.ts';
import type { Person } from '#domain/simulation/persona.ts';
import type { Pickup } from '#domain/simulation/pickup.ts';
import { createTimeline } from '#domain/simulation/timeline.ts';
import type { ReleasedToken } from '#ports/released.ts';
import {
  isTerminal,
  type Recording,
  type Telephony,
  type TelephonyAdapter,
  type TelephonyEvent,
  type TelephonyHost,
} from '#ports/telephony.ts';

const folder = new URL('../../../src/adapters/telephony/', import.meta.url);

/** Every adapter of the port. */
export const names: readonly string[] = readdirSync(folder);

export const hourMs = 3_600_000;
const from = '+12025550100';

/** Lets promises that are under way settle. */
export const settle = () => new Promise((done) => setImmediate(done));

/** Every way in which a call can be taken, the drawn one first. */
export const pickups: readonly (Pickup | undefined)[] = [
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
export async function connect(name: string, hangUpOn?: TelephonyEvent['kind']) {
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
  };
  const telephony: Telephony = await adapter.connect(adapter.settings.parse({}), host);
  const simulation = isSimulated(telephony) ? telephony.simulation : null;
  simulation?.populate(async (to) => people.get(to));
  const dial = (
    attemptId: string,
    token: string,
    pickup?: Pickup,
    recording: Recording = 'off',
  ) => {
    const to = `+1202555${String(people.size).padStart(4, '0')}`;
    people.set(to, personAt(to, pickup));
    return telephony.dial({
      token: token as ReleasedToken,
      attemptId,
      to,
      callerId: from,
      ringTimeoutSeconds: 25,
      leg: 'desk-1',
      recording,
    });
  };
  const of = (callId: string) => events.filter((event) => event.callId === callId);
  return {
    telephony,
    simulation,
    time,
    events,
    asked,
    of,
    kinds: (callId: string) => of(callId).map((event) => event.kind),
    gate,
    dialUnreleased: dial,
    dialReleased: (attemptId: string, pickup?: Pickup, recording?: Recording) => {
      releases.set(attemptId, `token-of-${attemptId}`);
      return dial(attemptId, `token-of-${attemptId}`, pickup, recording);
    },
    caller: { person: personAt('+12025559999', undefined), from: '+12025559999', to: from },
  };
}

/** Fails unless the events of one call are a history that can be. */
export function checkHistory(events: readonly TelephonyEvent[]): void {
  const kinds = events.map((event) => event.kind);
  const at = (kind: TelephonyEvent['kind']) => kinds.indexOf(kind);
  assert.equal(events.filter(isTerminal).length, 1, `one end: ${kinds}`);
  assert.ok(events.slice(-1).every(isTerminal), `the end comes last: ${kinds}`);
  for (const once of ['ringing', 'answered', 'inbound', 'recording-started'] as const) {
    assert.ok(kinds.filter((kind) => kind === once).length <= 1, `${once} at most once: ${kinds}`);
  }
  const said = at('said');
  if (said >= 0) assert.ok(at('answered') >= 0 && at('answered') < said, `words after: ${kinds}`);
  const rang = kinds[0] === 'inbound' || kinds[0] === 'ringing';
  if (at('answered') >= 0 || at('no-answer') >= 0) assert.ok(rang, `rings first: ${kinds}`);
  for (const later of ['joined', 'recording-started'] as const) {
    if (at(later) >= 0) assert.ok(at('answered') < at(later), `${later} once answered: ${kinds}`);
    if (at(later) >= 0) assert.ok(at('answered') >= 0, `${later} without an answer: ${kinds}`);
  }
  if (at('refused') >= 0) assert.deepEqual(kinds, ['refused']);
  events.reduce((before, { atMs }) => {
    assert.ok(atMs >= before, 'time does not run backwards');
    return atMs;
  }, 0);
}

/** Which of our legs joined, and how. */
export const legsOf = (events: readonly TelephonyEvent[]) =>
  events.flatMap((event) => (event.kind === 'joined' ? [`${event.leg} ${event.mode}`] : []));
