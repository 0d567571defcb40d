import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { createGate, createJudge } from '#domain/gate/decide.ts';
import { CALLS, EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { IN_ORDER, OWN_CREDITOR, stateCase } from '#domain/gate/pack-examples.ts';
import { zonesOfRegion, zonesWhenUnknown } from '#domain/gate/places/zones.ts';
import { limitsOf } from '#domain/gate-facts/build-gate-facts.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';

const loaded = await loadFolder<Pack>(new URL('../../src/rulepacks/', import.meta.url));
const packs = [...loaded.values()];
const decide = createGate(packs);
const judge = createJudge(packs);
const house = 'DUNLIN-HOUSE-HOURS';

/** Channels that reach a person at an hour. */
const timed = EVERY_MEDIUM.filter((channel) => channel !== 'letter');

const pointOf: Readonly<Record<string, string>> = { email: 'e1', visit: 'a1' };

/** An attempt in a place under the policy every portfolio begins with. */
function attemptIn(territory: string, channel: string, at: string, own = false): Facts {
  const [country = '', region = null] = territory.split('-');
  const [zone = 'UTC'] = [...zonesOfRegion(country, region), ...zonesWhenUnknown(country)];
  const packsOf = packs.filter(({ territory: places }) =>
    places.some((place) => territory === place || territory.startsWith(`${place}-`)),
  );
  const base = stateCase('', territory, zone, at);
  return {
    ...base,
    packs: packsOf.map(({ id }) => id),
    ...(own ? { actor: OWN_CREDITOR } : {}),
    policy: limitsOf(defaultSettings.gate, packsOf),
    proposed: { ...base.proposed, channel, to: pointOf[channel] ?? 'm1', content: IN_ORDER },
  };
}

const territories = [...new Set(packs.flatMap(({ territory }) => territory))];

/** Three in the morning of a Wednesday, by a clock of that place. */
function atNight(territory: string): string {
  const [country = '', region = null] = territory.split('-');
  const [zone = 'UTC'] = [...zonesOfRegion(country, region), ...zonesWhenUnknown(country)];
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date('2026-06-10T03:00:00Z'))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = name?.replace('GMT', '') || '+00:00';
  return `2026-06-10T03:00:00${offset}`;
}

test('no place is open at three in the morning, by any channel, for any collector', () => {
  for (const territory of territories) {
    for (const channel of timed) {
      for (const own of [false, true]) {
        const { permitted } = decide(attemptIn(territory, channel, atNight(territory), own));
        assert.notEqual(permitted, true, `${territory} ${channel} ${own ? 'own' : 'third'}`);
      }
    }
  }
});

/** Debts of several kinds and ages, by the kind (null: unknown) and the days past due. */
const kindsOfDebt = [null, 'credit_card', 'personal_loan', 'medical'].flatMap((type) =>
  [0, 15, 61, 70, 400].map((days_past_due) => ({ ...(type ? { type } : {}), days_past_due })),
);

const actors = [undefined, { type: 'bank' }, { type: 'lending_company' }, OWN_CREDITOR];

test('no kind or age of a debt and no answer opens a place to speech at three in the morning', () => {
  for (const territory of territories) {
    const night = atNight(territory);
    for (const channel of [...CALLS, 'visit']) {
      const facts = attemptIn(territory, channel, night);
      for (const kind of kindsOfDebt) {
        for (const actor of actors) {
          for (const answers of [{}, { in_response_to: 'unknown' }]) {
            const { permitted } = judge({
              ...facts,
              actor: { ...facts.actor, ...actor },
              debts: facts.debts.map((debt) => ({ ...debt, ...kind })),
              proposed: { ...facts.proposed, ...answers },
            });
            const tried = JSON.stringify({ territory, channel, kind, actor, answers });
            assert.notEqual(permitted, true, tried);
          }
        }
      }
    }
  }
});

test('a law that lets a late debt be called at night leaves the house’s hours in force', () => {
  const facts = attemptIn('PH', 'phone_call', '2026-06-10T03:00:00+08:00');
  const late = {
    ...facts,
    actor: { ...facts.actor, type: 'bank' },
    debts: facts.debts.map((debt) => ({ ...debt, type: 'credit_card', days_past_due: 70 })),
  };
  const { reasons, nextPermittedAt } = decide(late);
  assert.deepEqual(
    reasons.map(({ rule }) => rule),
    [house],
  );
  assert.equal(nextPermittedAt, '2026-06-10T08:00:00+08:00');
});

test('the house is shut on the public holidays of a part of the country, there alone', () => {
  const noon = (territory: string, at: string) =>
    decide(attemptIn(territory, 'phone_call', at)).permitted;
  assert.equal(noon('DE-BY', '2026-06-04T12:00:00+02:00'), false);
  assert.equal(noon('DE-BE', '2026-06-04T12:00:00+02:00'), true);
  const scotland = (region: string) => {
    const facts = attemptIn(region, 'phone_call', '2026-01-02T12:00:00+00:00');
    // Without the hours a British portfolio starts with, the house's stand in.
    return decide({ ...facts, policy: { ...facts.policy, rule_hours: {} } }).permitted;
  };
  assert.equal(scotland('GB-SCT'), false);
  assert.equal(scotland('GB-ENG'), true);
});

test('an Israeli portfolio rests from Friday afternoon to Saturday night, and works on Sunday', () => {
  const call = (at: string) => {
    const { permitted, reasons } = decide(attemptIn('IL', 'phone_call', at));
    return permitted === true ? 'open' : reasons.map(({ rule }) => rule).join(' ');
  };
  assert.equal(call('2026-11-12T16:00:00+02:00'), 'open');
  assert.equal(call('2026-11-13T16:00:00+02:00'), 'IL-AGGR');
  assert.equal(call('2026-11-14T11:00:00+02:00'), 'IL-AGGR');
  assert.equal(call('2026-11-15T11:00:00+02:00'), 'open');
});

test('where no rule names hours the house’s hold, and a decision says so', () => {
  const call = (at: string) => decide(attemptIn('DE', 'phone_call', at));
  const night = call('2026-06-10T03:00:00+02:00');
  assert.deepEqual(
    night.reasons.map(({ rule }) => rule),
    [house],
  );
  assert.equal(night.nextPermittedAt, '2026-06-10T08:00:00+02:00');
  const morning = call('2026-06-10T10:00:00+02:00');
  assert.equal(morning.permitted, true);
  assert.ok(morning.advisories.some(({ rule }) => rule === house));
  for (const [day, next] of [
    ['2026-06-13T18:30:00+02:00', '2026-06-15T08:00:00+02:00'],
    ['2026-06-14T12:00:00+02:00', '2026-06-15T08:00:00+02:00'],
    // Ascension Day.
    ['2026-05-14T12:00:00+02:00', '2026-05-15T08:00:00+02:00'],
  ] as const) {
    assert.equal(call(day).nextPermittedAt, next, day);
  }
});

test('where the law names hours, the house’s are silent', () => {
  const rules = (of: Facts) => {
    const { reasons, advisories } = decide(of);
    return [...reasons, ...advisories].map(({ rule }) => rule);
  };
  const late = '2026-06-10T20:30:00-04:00';
  assert.ok(!rules(attemptIn('US-OH', 'phone_call', late)).includes(house));
  // The federal act does not bind a creditor that collects its own debt.
  assert.ok(rules(attemptIn('US-OH', 'phone_call', late, true)).includes(house));
  assert.ok(!rules(attemptIn('GB', 'phone_call', '2026-06-10T20:30:00+01:00')).includes(house));
});

test('an answer to what the person wrote at night is not kept until morning', () => {
  const at = '2026-06-10T03:00:00+02:00';
  const facts = attemptIn('DE', 'email', at);
  const entry = {
    ...{ id: 'in', at: '2026-06-10T02:55:00+02:00', channel: 'email', dir: 'inbound' },
    ...{ result: 'received', from: 'e1', person: 'consumer', debts: ['d1'] },
  };
  const answer = {
    ...facts,
    contact_log: [entry],
    proposed: { ...facts.proposed, in_response_to: 'in' },
  };
  assert.equal(decide(answer).permitted, true);
});

test('the judge of a replay answers as the gate does', () => {
  for (const territory of territories) {
    const facts = attemptIn(territory, 'sms', atNight(territory), true);
    const names = ({ reasons }: { reasons: readonly { rule: string }[] }) =>
      reasons.map(({ rule }) => rule);
    assert.deepEqual(names(judge(facts)), names(decide(facts)), territory);
  }
});
