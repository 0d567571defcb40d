import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { loadGate } from '#boot/open-app.ts';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { CONSENT_KINDS, type ConsentKind } from '#domain/gate/facts/consent-kinds.ts';
import { type EventWord, eventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS, factKinds } from '#domain/gate/facts/fact-kinds.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { CaseEvent, Consent } from '#domain/gate/facts/history-facts.ts';
import { withStatedTimes } from '#domain/gate/facts/stated-times.ts';
import { HOLDS } from '#domain/gate/operator-hold-kinds.ts';
import { OPERATOR_HOLDS } from '#domain/gate/operator-holds.ts';
import { holdEvents } from '#domain/gate-facts/hold-events.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import { rowsOf } from '#test/support/books/one-person.ts';
import { everyExample } from '#test/support/through-the-door/examples.ts';

const gate = await loadGate();
const examples = (await everyExample()).map(({ facts }) => facts);
/** The same with the limits that every operator has. */
const withHolds = examples.map((facts) => ({
  ...facts,
  policy: { ...facts.policy, holds: OPERATOR_HOLDS },
}));
/** Each of those limits as it stands over an ordinary call. */
const held = HOLDS.map(({ word }) => ({
  ...ordinaryCase,
  events: [{ kind: word, received_at: '2026-06-01T12:00:00-04:00', debts: ['d1'] }],
  policy: { holds: OPERATOR_HOLDS },
}));
const every: readonly Facts[] = [...held, ...examples, ...withHolds];

/** What a decision says, whatever its text. */
function said(facts: Facts): string {
  const { permitted, reasons, advisories, obligations, ...more } = gate.decide(facts);
  const rules = [...reasons, ...advisories].map(({ rule }) => rule);
  return JSON.stringify([
    permitted,
    rules,
    obligations,
    more.requiredContent,
    more.nextPermittedAt,
  ]);
}

const remembered = new Map<Facts, string>();

/** The same for facts that are asked about again and again. */
function saidOf(facts: Facts): string {
  const before = remembered.get(facts);
  if (before !== undefined) return before;
  const answer = said(facts);
  remembered.set(facts, answer);
  return answer;
}

const hourBefore = (instant: string) => new Date(Date.parse(instant) - 3_600_000).toISOString();

/** A fact of a kind about the attempt, an hour before it. */
function eventOn({ proposed }: Facts, kind: EventWord): CaseEvent {
  const { fields } = FACT_KINDS[kind];
  const has = (name: string) => fields.some((field) => field === name);
  const when = hourBefore(proposed.at);
  return {
    ...{ kind, at: when, received_at: when },
    ...(has('debts') ? { debts: proposed.debts } : {}),
    ...(has('address') && proposed.to ? { address: proposed.to } : {}),
    ...(has('place') ? { place: 'home' } : {}),
    ...(has('person') && proposed.person ? { person: proposed.person } : {}),
    ...(has('check_ok') ? { check_ok: true } : {}),
  };
}

/** Whether some attempt is decided otherwise with such a fact than without any. */
function decidesEvent(kind: EventWord): boolean {
  return every.some((facts) => {
    const others = facts.events.filter((event) => eventWord(event.kind) !== kind);
    if (others.length < facts.events.length)
      return saidOf(facts) !== said({ ...facts, events: others });
    // Rules read some events where the door puts them.
    const change = withStatedTimes({ ...facts, events: [...others, eventOn(facts, kind)] });
    return said(change) !== saidOf(facts);
  });
}

/** Kinds of fact that bear on no decision, with the file that reads them: what they meet or lead to. */
const INFORMATIVE: Readonly<Partial<Record<EventWord, string>>> = {
  coerced_debt_reviewed: 'domain/gate/duties.ts',
  initial_disclosures: 'domain/obligations/duty-facts.ts',
  dispute_acknowledged: 'domain/obligations/duty-facts.ts',
  complaint_acknowledged: 'domain/obligations/duty-facts.ts',
};

test('every kind of fact decides something, or is read by somebody else who is named', () => {
  const nothing = factKinds.filter((kind) => !decidesEvent(kind));
  assert.deepEqual(nothing.toSorted(), Object.keys(INFORMATIVE).toSorted());
  for (const [kind, reader] of Object.entries(INFORMATIVE)) {
    const text = readFileSync(join(projectFolder, 'src', reader), 'utf8');
    assert.match(text, new RegExp(`'${kind}'|${kind}:`), `${kind} is read by ${reader}`);
  }
});

/** Told of the person, where the gate reads it, and not as a consent. */
const TOLD_OF_PERSON: readonly ConsentKind[] = ['authorised_channels'];

function consentOn({ actor, proposed }: Facts, kind: ConsentKind): Consent {
  const form: { readonly points: readonly string[] } = CONSENT_KINDS[kind];
  return {
    ...{ kind, given_to: actor.id, received_at: hourBefore(proposed.at) },
    ...(form.points.length > 0 && proposed.to ? { address: proposed.to } : {}),
    debts: proposed.debts,
  };
}

test('every kind of consent opens something', () => {
  const kinds = (Object.keys(CONSENT_KINDS) as ConsentKind[]).filter(
    (kind) => !TOLD_OF_PERSON.includes(kind),
  );
  const nothing = kinds.filter(
    (kind) =>
      !examples.some((facts) => {
        const others = facts.consents.filter((consent) => consent.kind !== kind);
        const isGiven = others.length < facts.consents.length;
        const consents = isGiven ? others : [...others, consentOn(facts, kind)];
        return saidOf(facts) !== said({ ...facts, consents });
      }),
  );
  assert.deepEqual(nothing, []);
  const read = examples.filter(({ consumer }) => consumer.authorised_channels);
  const bare = ({ consumer: { authorised_channels: _, ...consumer }, ...facts }: Facts) =>
    said({ ...facts, consumer });
  assert.ok(read.some((facts) => said(facts) !== bare(facts)));
});

test('every hold that can lie over a case stops what presses, by the gate or by the case', () => {
  const how = {
    ...{ channel: 'phone_call', purpose: 'collect', content: {}, inResponseTo: null, team: null },
    person: 'consumer',
  } as const;
  const before = said(ordinaryCase);
  const stopped = (kind: HoldKind) => {
    const row = {
      ...{ id: 'hold', caseId: 'case', kind, accountId: null, itemId: null, amount: null },
      ...{ details: {}, setAt: hourBefore(ordinaryCase.proposed.at) },
    };
    const events = holdEvents(rowsOf(), [])(row).map((event) => ({ ...event, debts: ['d1'] }));
    const policy = { holds: OPERATOR_HOLDS };
    const byGate = events.length > 0 && said({ ...ordinaryCase, events, policy }) !== before;
    return {
      byGate,
      told: events.length > 0,
      byCase: holdAgainst([{ kind, lettersOpen: false }], how),
    };
  };
  for (const kind of holdKinds) {
    const { byGate, told: isTold, byCase } = stopped(kind);
    assert.equal(byCase, kind, kind);
    assert.equal(byGate, isTold, `${kind} reaches the gate and decides nothing there`);
  }
});
