import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import { createGate } from '#domain/gate/decide.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import type { Example, Pack, Rule } from '#domain/gate/pack.ts';
import { ofRegion, placeLaw } from '#domain/gate/place-law.ts';
import { CITIES } from '#domain/gate/places/cities.ts';
import { lawByRegion } from '#domain/gate/places/regions.ts';
import { type PartyRole, speaksForCustomer } from '#domain/parties/party-roles.ts';

const folder = new URL('../../src/rulepacks/', import.meta.url);
const packs = await loadFolder<Pack>(folder);
const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');
const decide = createGate([...packs.values()]);

const isRemark = (rule: Rule | undefined) =>
  rule?.enforcement === 'advisory' || rule?.enforcement === 'duty';

for (const [name, pack] of packs) {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const table = tables.get(name) ?? [];

  test(`${pack.id}: every rule has its own id, a dated source and a citation`, () => {
    assert.equal(rules.size, pack.rules.length);
    for (const rule of pack.rules) {
      assert.match(rule.since, /^\d{4}-\d{2}-\d{2}$/, rule.id);
      assert.match(rule.source, /^https:\/\//, rule.id);
      assert.ok(rule.citation && rule.title, rule.id);
      assert.ok(!rule.until || rule.until >= rule.since, rule.id);
    }
  });

  test(`${pack.id}: every rule that can speak is shown inside, at and beyond its limit`, () => {
    for (const rule of pack.rules) {
      if (!rule.check) continue;
      const own = table.filter((example) => example.rule === rule.id);
      const sides = new Set(own.map(({ side }) => side));
      sides.delete('worked');
      assert.deepEqual([...sides].toSorted(), ['edge', 'inside', 'outside'], rule.id);
    }
  });

  test(`${pack.id}: what it has our words say or leave out comes from its own rules`, () => {
    for (const { rule } of pack.wording ?? []) assert.ok(rules.has(rule), rule);
  });

  test(`${pack.id}: what it says of limitation, age and whom counts is of its own territory and cited`, () => {
    const isWithin = (place: string) =>
      pack.territory.some((own) => place === own || place.startsWith(`${own}-`));
    for (const { place, citation, years } of [
      ...(pack.limitation ?? []),
      ...(pack.majority ?? []),
    ]) {
      assert.ok(isWithin(place) && citation && years > 0, place);
    }
    for (const { source } of pack.limitation ?? []) assert.match(source, /^https?:\/\//);
    for (const { citation } of pack.countsAsCustomer ?? []) assert.ok(citation);
  });

  for (const { rule, side, comment, shows, facts, expect, nextPermittedAt } of table) {
    test(`${rule} ${side}${comment ? ` ${comment}` : ''}: ${shows}`, () => {
      const parsed = parseFacts(JSON.parse(JSON.stringify(facts)));
      assert.ok(parsed.ok, 'the door must let the example in');
      const decision = decide(parsed.facts);
      const blocking = expect.filter((id) => !isRemark(rules.get(id)));
      assert.deepEqual(
        decision.reasons.map((reason) => reason.rule).toSorted(),
        blocking.toSorted(),
      );
      if (isRemark(rules.get(rule))) {
        const remarks = [...decision.advisories, ...decision.obligations].map((r) => r.rule);
        assert.equal(remarks.includes(rule), expect.includes(rule));
      }
      if (nextPermittedAt) assert.equal(decision.nextPermittedAt, nextPermittedAt);
    });
  }
}

test('in the United States a debt collector says so to people, in Colombia nobody asks why', () => {
  const partsFor = (country: string, collectorRole: string, customerKind = 'person') => {
    const home = { country, region: null, city: null, postalCode: null };
    return scriptParts([...packs.values()], { collectorRole, customerKind, home });
  };
  const agency = 'third_party_collector';
  assert.deepEqual(partsFor('US', agency), ['reason_unpaid', 'debt_collector_disclosure']);
  assert.deepEqual(partsFor('US', agency, 'company'), ['reason_unpaid']);
  assert.deepEqual(partsFor('US', 'original_creditor'), ['reason_unpaid']);
  assert.deepEqual(partsFor('GB', agency), ['reason_unpaid']);
  assert.deepEqual(partsFor('CO', 'original_creditor'), []);
});

const territories = [...packs.values()].flatMap(({ territory, rules }) => [
  ...territory,
  ...rules.flatMap((rule) =>
    rule.territory
      ? ['phone_call', 'sms'].flatMap((channel) => rule.territory?.(channel) ?? [])
      : [],
  ),
]);

test('the core can tell apart every place that has a pack or a rule of its own, and no other', () => {
  const cities = territories.filter((place) => place.split('-').length === 3);
  assert.deepEqual(CITIES.map(({ code }) => code).toSorted(), cities.toSorted());
  const divided = territories.filter((place) => place.includes('-'));
  const countries = new Set(divided.map((place) => place.slice(0, 2)));
  assert.deepEqual([...lawByRegion].toSorted(), [...countries].toSorted());
});

test('a spouse and the parent of a minor bind the customer where the law counts them as one', () => {
  const { countsAsCustomer } = placeLaw([...packs.values()]);
  const speaks = (country: string, role: PartyRole, minor = false) => {
    const counted = ofRegion(countsAsCustomer, country) ?? [];
    return speaksForCustomer(role, { minor, kind: 'person' }, counted);
  };
  assert.deepEqual(
    [speaks('US', 'spouse'), speaks('US', 'parent'), speaks('US', 'parent', true)],
    [true, false, true],
  );
  assert.deepEqual([speaks('GB', 'spouse'), speaks('GB', 'parent', true)], [false, false]);
  assert.ok(speaks('GB', 'attorney') && !speaks('US', 'guarantor'));
});

test('law of one place is brought by one pack', () => {
  const us = { ...[...packs.values()][0], limitation: packs.get('us-ny')?.limitation };
  assert.throws(() => placeLaw([...packs.values(), us as Pack]), /the same law of US-NY/);
});

/** Every rule that a screen may name: of the packs, of the operator, and of the house itself. */
function namedRules(): ReadonlySet<string> {
  const ids = [...packs.values(), operatorPack].flatMap(({ rules }) => rules.map(({ id }) => id));
  const folder = new URL('../../src/domain/', import.meta.url);
  const literals = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/'(DUNLIN-[A-Z-]+[A-Z])'/g),
    ])
    .map(([, id = '']) => id);
  return new Set([...ids, ...literals]);
}

test('every rule is told in plain words in every language of the screens, and no other', () => {
  const named = namedRules();
  const ofLaw = [...named].filter((id) => !id.startsWith('DUNLIN-'));
  for (const language of ['en', 'es', 'he']) {
    const read = (area: string) =>
      JSON.parse(
        readFileSync(
          new URL(`../../web/ui/locales/${language}/${area}.json`, import.meta.url),
          'utf8',
        ),
      );
    const told: Readonly<Record<string, { says: string }>> = read('law');
    assert.deepEqual(Object.keys(told).sort(), ofLaw.sort(), language);
    for (const [id, { says }] of Object.entries(told)) assert.match(says, /\.$/, id);
    const house = read('rules').house;
    assert.deepEqual(
      [...named].filter((id) => id.startsWith('DUNLIN-') && !house[id]),
      [],
    );
  }
});
