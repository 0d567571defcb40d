import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { BY_TEXT, changed, consentAt } from '#domain/gate/pack-examples.ts';
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

test('consent to a time opens the times that it names, and none where it names none', () => {
  const rules = (times: object) => {
    const consents = [consentAt('contact_time', '2026-06-01T14:00:00-04:00', times)];
    const proposed = { at: '2026-06-10T22:00:00-04:00' };
    return decide(changed(ordinaryCase, { consents, proposed })).reasons.map(({ rule }) => rule);
  };
  assert.deepEqual(rules({ from: '21:00', to: '23:00' }), []);
  assert.deepEqual(rules({}), ['USF-6B1-HOURS']);
});

test('consent to automatic texts counts when given to the creditor, by name or as the creditor', () => {
  const lacks = (given_to: string) => {
    const consents = [
      consentAt('tcpa_prior_express', '2026-06-01T09:00:00-04:00', { address: 'm1', given_to }),
    ];
    const proposed = { ...BY_TEXT, mode: 'automatic' };
    return decide(changed(ordinaryCase, { consents, proposed })).reasons.some(
      ({ rule }) => rule === 'TCPA-CONSENT',
    );
  };
  assert.deepEqual(['creditor', 'original_creditor', 'Example Bank', 'a stranger'].map(lacks), [
    false,
    false,
    false,
    true,
  ]);
});

test('whoever wants contact in writing only is neither called nor visited until they say otherwise', () => {
  const asked = { kind: 'written_only', received_at };
  const ended = { kind: 'written_only_ended', received_at: '2026-05-21T12:00:00-04:00' };
  const rules = (pack: (typeof RULES)[number][0], events: readonly CaseEvent[], proposed: object) =>
    decide(changed(ordinaryCase, { packs: [pack.id], events, proposed })).reasons.map(
      ({ rule }) => rule,
    );
  for (const [pack] of RULES) {
    const ordinary = rules(pack, [], {});
    const shut = rules(pack, [asked], {}).filter((rule) => !ordinary.includes(rule));
    assert.equal(shut.length, 1, `${pack.id}: ${shut.join(', ')}`);
    assert.deepEqual(rules(pack, [asked, ended], {}), ordinary);
    assert.deepEqual(rules(pack, [{ ...asked, valid_until: '2026-05-25' }], {}), ordinary);
    const letter = { channel: 'letter', to: 'a1' };
    assert.deepEqual(rules(pack, [asked], letter), rules(pack, [], letter));
  }
});
