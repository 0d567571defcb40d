import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { createGate } from '#domain/gate/decide.ts';
import { OPERATOR_HOLDS } from '#domain/gate/operator-holds.ts';
import type { Example, Pack } from '#domain/gate/pack.ts';

/*
 * Which notices and answers that a law asks for go out by post while a hold stands, for every pack: a
 * hold of the operator's own lets them pass, and only a law keeps one back. Plain collection and a
 * notice that demands payment go out under none of these holds.
 */

const folder = new URL('../../src/rulepacks/', import.meta.url);
const packs = await loadFolder<Pack>(folder);
const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');
const decide = createGate([...packs.values()]);
const dayMs = 86_400_000;

/** Packs with a case of their own; the rules of others are those of the packs beside them. */
const places = [...tables].flatMap(([place, examples]) => (examples.length > 0 ? place : []));

const notices = [
  'send_validation_notice',
  'initial_notice',
  'statutory_notice',
  'legally_required_medium',
  'send_verification',
  'advise_termination',
] as const;

type HoldKind = 'stop-contact' | 'identity' | 'insolvent';

/** What the hold is to the gate. */
const wordOf = (hold: HoldKind, place: string) =>
  ({
    'stop-contact': 'cease',
    identity: 'identity_theft',
    insolvent: [packs.get(place)?.holds?.['insolvent'] ?? 'bankruptcy_petition'].flat()[0],
  })[hold];

/** Laws that keep notices back under a hold: in which places, by which rule, and what stays open. */
const laws: readonly {
  readonly at: (place: string) => boolean;
  readonly hold: HoldKind;
  readonly rule: string;
  readonly citation: string;
  readonly open: readonly (typeof notices)[number][];
}[] = [
  {
    at: (place) => place.startsWith('us-'),
    ...{ hold: 'stop-contact', rule: 'USF-6C-CEASE', citation: '12 CFR 1006.6(c)(1) and (2)' },
    open: ['legally_required_medium', 'advise_termination'],
  },
  {
    at: (place) => place.startsWith('us-'),
    ...{ hold: 'insolvent', rule: 'BK-STAY', citation: '11 USC 362(a)(6)' },
    open: [],
  },
  {
    at: (place) => place === 'gb',
    ...{ hold: 'insolvent', rule: 'GB-BS-MORATORIUM', citation: 'SI 2020/1311 reg. 7 and 26' },
    open: ['statutory_notice', 'send_verification'],
  },
];

/** Why a letter may not be posted in an ordinary case of a pack, since a hold was laid days ago. */
function reasonsUnder(place: string, hold: HoldKind, purpose: string | null, demands: boolean) {
  const without = reasonsOf(place, null, purpose, demands);
  return reasonsOf(place, hold, purpose, demands).filter((rule) => !without.includes(rule));
}

function reasonsOf(place: string, hold: HoldKind | null, purpose: string | null, demands: boolean) {
  const examples = tables.get(place) ?? [];
  const { facts: ordinary } = examples.find(({ side }) => side === 'inside') ?? examples[0] ?? {};
  const facts = JSON.parse(JSON.stringify(ordinary)) as {
    readonly proposed: { readonly at: string; readonly debts?: readonly string[] };
    readonly contact_points?: readonly { readonly id: string }[];
    readonly policy?: object;
  };
  const { at, debts = [] } = facts.proposed;
  const told = new Date(Date.parse(at) - 4 * dayMs).toISOString();
  const content = {
    ...{ identity_disclosed: true, mentions_debt: true, demands_payment: demands },
    debt_collector_disclosure: 'initial',
  } as const;
  const isOfStates = place.startsWith('us-');
  const parsed = parseFacts({
    ...facts,
    ...(isOfStates ? { actor: { type: 'third_party_collector', id: 'agency-A' } } : {}),
    contact_points: [...(facts.contact_points ?? []), { id: 'post', kind: 'mail', place: 'home' }],
    contact_log: [],
    events: hold ? [{ kind: wordOf(hold, place), at: told, received_at: told, debts }] : [],
    policy: { ...facts.policy, holds: OPERATOR_HOLDS },
    proposed: {
      ...{ at, debts, to: 'post', channel: 'letter', mode: 'manual', person: 'consumer', content },
      ...(purpose === null ? {} : { purpose }),
    },
  });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const how = howOf({ how: { channel: 'letter', mode: 'manual', purpose, content } });
  const holds = hold ? [{ kind: hold, lettersOpen: false }] : [];
  const house = holdAgainst(holds, { ...how, person: 'consumer' });
  const rules = decide(parsed.facts).reasons.map(({ rule }) => rule);
  return [...rules, ...(house === null ? [] : ['DUNLIN-HOLD'])];
}

for (const hold of ['stop-contact', 'identity', 'insolvent'] as const) {
  test(`what a law asks for passes the hold ${hold} but where a law keeps it back`, () => {
    for (const place of places) {
      const law = laws.find((one) => one.hold === hold && one.at(place));
      for (const purpose of notices) {
        const kept = law !== undefined && !law.open.includes(purpose);
        const found = reasonsUnder(place, hold, purpose, false);
        const why = `${place} ${purpose} ${found.join()} ${law?.citation}`;
        assert.equal(kept ? found.includes(law.rule) : found.length === 0, true, why);
      }
      for (const purpose of [null, 'statutory_notice']) {
        const found = reasonsUnder(place, hold, purpose, purpose !== null);
        assert.ok(found.includes('DUNLIN-HOLD'), `${place} ${purpose} that demands payment`);
      }
    }
  });
}
