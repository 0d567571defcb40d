import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFacts } from '#contract/compliance/facts.ts';
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

test('whoever cannot take personal calls at work tells that the employer forbids them', () => {
  const events = [{ kind: 'no_personal_calls_at_work', received_at }];
  const rules = (pack: (typeof RULES)[number][0], to: string) =>
    decide(
      changed(ordinaryCase, {
        ...{ events, packs: [pack.id], contact_points: points, proposed: { to } },
      }),
    );
  assert.deepEqual(
    rules(federal, 'w1').reasons.map(({ rule }) => rule),
    ['USF-6B3-EMPLOYER'],
  );
  assert.ok(rules(britain, 'w1').releasing.includes('employer_permits'));
  assert.deepEqual(rules(federal, 'm1').reasons, []);
});

test('a contact that does not say where it goes may go to the place that was ruled out', () => {
  const [mobile, work] = points;
  const line = { id: 'l1', kind: 'landline', number: '+16145550104' };
  const cases: readonly (readonly [string, object, object, readonly string[]])[] = [
    ['no address', { employer_prohibits: true }, { to: null }, ['address_named']],
    ['no address', { inconvenient_places: ['work'] }, { to: null }, ['address_named']],
    ['none at that place', { inconvenient_places: ['home'] }, { to: null }, []],
    ['a line without a place', { inconvenient_places: ['home'] }, { to: 'l1' }, ['place_told']],
    ['the line of that place is known', { employer_prohibits: true }, { to: 'l1' }, []],
    ['a mobile goes with its owner', { inconvenient_places: ['home'] }, { to: 'm1' }, []],
  ];
  for (const [pack] of RULES) {
    for (const [what, consumer, proposed, releasing] of cases) {
      const told = changed(ordinaryCase, {
        ...{ packs: [pack.id], contact_points: [mobile, work, line] as never },
        ...{ consumer, proposed },
      });
      const found = decide(told).releasing.filter((word) => /address_named|place_told/.test(word));
      assert.deepEqual(found, releasing, `${pack.id} ${what}`);
    }
  }
});

test('a time called inconvenient is one, told with the person or as an event', () => {
  const refuses = (event: object, hour: string) => {
    const told = changed(ordinaryCase, {
      events: [{ kind: 'time_inconvenient', received_at, ...event }],
      proposed: { at: `2026-06-10T${hour}:00-04:00` },
    });
    const parsed = parseFacts(told);
    assert.ok(parsed.ok);
    return decide(parsed.facts).reasons.some(({ rule }) => rule === 'USF-6B1-STATED-TIME');
  };
  const mornings = { from: '08:00', to: '12:00', weekdays: ['wed'] };
  assert.deepEqual([refuses(mornings, '10:00'), refuses(mornings, '13:00')], [true, false]);
  assert.equal(refuses({ ...mornings, weekdays: [3] }, '10:00'), true);
  assert.equal(refuses({ ...mornings, weekdays: ['tue'] }, '10:00'), false);
  assert.equal(refuses({ ...mornings, received_at: '2026-06-10T11:00:00-04:00' }, '10:00'), false);
  assert.equal(refuses({}, '13:00'), true, 'no hour is named: none is convenient');
  const nowhere = changed(ordinaryCase, { events: [{ kind: 'place_inconvenient', received_at }] });
  const parsed = parseFacts(nowhere);
  assert.equal(parsed.ok ? null : parsed.path, 'events.0.place');
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
