import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#kernel/random.ts';
import {
  answerChanceByHour,
  drawGapMs,
  drawPatienceMs,
  drawPickup,
  numberFate,
  type PickupFacts,
} from './pickup.ts';

const facts: PickupFacts = {
  hasMailbox: true,
  fate: 'good',
  isThirdPartyNumber: false,
  localHour: 18,
  reach: 1,
};

function shares(given: PickupFacts, count = 5_000): Map<string, number> {
  const random = seeded(11);
  const seen = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const pickup = drawPickup(random, given);
    const key = pickup.kind === 'human' ? pickup.speaker : pickup.kind;
    seen.set(key, (seen.get(key) ?? 0) + 1 / count);
  }
  return seen;
}

test('every hour of the day has a chance of an answer', () => {
  assert.equal(answerChanceByHour.length, 24);
  assert.ok(answerChanceByHour.every((chance) => chance > 0 && chance < 1));
});

for (const localHour of [3, 9, 12, 18]) {
  test(`at ${localHour}:00 people answer as often as the table says`, () => {
    const seen = shares({ ...facts, localHour });
    const humans = (seen.get('customer') ?? 0) + (seen.get('flatmate') ?? 0);
    assert.ok(Math.abs(humans - (answerChanceByHour[localHour] ?? 0)) < 0.025, String(humans));
  });
}

const never: readonly (readonly [string, PickupFacts, readonly string[]])[] = [
  [
    'a disconnected number is only ever not in service',
    { ...facts, fate: 'disconnected' },
    ['not-in-service'],
  ],
  [
    'a reassigned number is answered by strangers',
    { ...facts, fate: 'reassigned', reach: 9 },
    ['stranger', 'network-failure', 'busy', 'machine', 'ring-out'],
  ],
  [
    "the customer never answers a third party's number",
    { ...facts, isThirdPartyNumber: true, reach: 9 },
    ['flatmate', 'network-failure', 'busy', 'machine', 'ring-out'],
  ],
  [
    'without a mailbox no machine answers',
    { ...facts, hasMailbox: false },
    ['customer', 'flatmate', 'network-failure', 'busy', 'ring-out'],
  ],
];

for (const [name, given, allowed] of never) {
  test(name, () => {
    const seen = [...shares(given).keys()];
    assert.deepEqual(
      seen.filter((key) => !allowed.includes(key)),
      [],
    );
  });
}

test('numbers keep their fate, and about one in twenty is no good', () => {
  const fates = Array.from({ length: 4_000 }, (_, i) => numberFate('w', `+1202555${i}`));
  const bad = fates.filter((fate) => fate !== 'good').length / fates.length;
  assert.ok(Math.abs(bad - 0.05) < 0.015, String(bad));
  assert.equal(numberFate('w', '+12025550101'), numberFate('w', '+12025550101'));
});

test('half of the callers wait less than 280 seconds', () => {
  const random = seeded(5);
  const waits = Array.from({ length: 4_000 }, () => drawPatienceMs(random)).sort((a, b) => a - b);
  assert.ok(Math.abs((waits[2_000] ?? 0) - 280_000) < 15_000);
});

test('gaps between inbound calls average an hour divided by the rate', () => {
  const random = seeded(6);
  const gaps = Array.from({ length: 4_000 }, () => drawGapMs(random, 60));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  assert.ok(Math.abs(mean - 60_000) < 3_000, String(mean));
});
