import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import { changed } from '#domain/gate/pack-examples.ts';
import britain from '#rulepacks/gb/index.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import federal from '#rulepacks/us-fed/index.ts';

const decide = createGate([federal, britain]);
const RULES = [
  [federal, 'USF-6B1-PLACE'],
  [britain, 'GB-CONC-TIMES'],
] as const;
const received_at = '2026-05-20T12:00:00-04:00';
const points = [
  { id: 'm1', kind: 'mobile', number: '+16145550101' },
  { id: 'w1', kind: 'landline', number: '+16145550103', place: 'work' },
];

/** The same request in the ways in which it is told: as events and with the person. */
const NOT_AT_WORK: readonly (readonly [string, object])[] = [
  ['work_request', { events: [{ kind: 'work_request', received_at }] }],
  ['an older word', { events: [{ kind: 'no_calls_at_work', received_at }] }],
  ['the place', { events: [{ kind: 'place_inconvenient', place: 'work', received_at }] }],
  ['long ago and orally', { consumer: { work_request: { at: received_at, in_writing: false } } }],
  ['with the person, undated', { consumer: { work_request: true } }],
];

test('whoever asked not to be called at work is not called there, in whatever words it is told', () => {
  for (const [pack, rule] of RULES) {
    const refuses = (change: object, to: string) =>
      decide(
        changed(ordinaryCase, {
          ...change,
          packs: [pack.id],
          contact_points: points,
          proposed: { to },
        }),
      ).reasons.some((one) => one.rule === rule);
    assert.equal(refuses({}, 'w1'), false, rule);
    for (const [what, change] of NOT_AT_WORK) {
      assert.equal(refuses(change, 'w1'), true, `${rule} ${what}`);
      assert.equal(refuses(change, 'm1'), false, `${rule} ${what}, elsewhere`);
    }
  }
});
