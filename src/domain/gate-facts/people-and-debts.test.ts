import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { placeLaw } from '#domain/gate/place-law.ts';
import { type Payer, payers } from '#domain/parties/payers.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import usFed from '#rulepacks/us-fed/index.ts';
import { rowsOf } from '#test/support/books/one-person.ts';
import { factsFrom } from './build-gate-facts.ts';
import type { GateRows } from './gate-rows.ts';

const folder = new URL('../../rulepacks/', import.meta.url);
const installed = placeLaw([...(await loadFolder<Pack>(folder)).values()]);

const portfolio = {
  ...{ id: 'portfolio', collectorRole: 'third_party_collector', callerId: '+12125550100' },
};

function factsOf(change: Partial<GateRows>, at = '2026-06-15T16:00:00Z', person?: string) {
  const law = { packs: [usFed], law: installed };
  return factsFrom(rowsOf(change), portfolio, defaultSettings.gate, 'tenant', law, {
    ...{ channel: 'phone_call', contactPointId: 'phone', debts: ['debt'], at },
    ...{ today: at.slice(0, 10), mode: 'live_agent', purpose: null, person: person ?? null },
    ...{ content: {}, inResponseTo: null, voicemailPlan: null, inLiveSession: false },
    ...{
      rebuttalFactor: null,
      confirmedRules: [],
      silencedRules: [],
      countDebts: null,
      team: null,
      reference: null,
      voice: null,
    },
  });
}

const { customer, points, debts } = rowsOf();
const [phone] = points;
const [debt] = debts;
assert.ok(phone && debt);

const tie = (role: GateRows['parties'][number]['role']): GateRows['parties'][number] => ({
  ...{ id: 'tie', accountId: null, role, relation: null, name: 'Rose Amber' },
  ...{ createdAt: '2026-01-05T10:00:00Z', ended: false },
});
const theirs = [{ ...phone, partyId: 'tie' }];
const child = { ...customer, birthDate: '2010-03-01' };

const whom = [
  { shows: 'a co-debtor', party: tie('co_debtor'), owner: 'co_debtor', person: 'co_debtor' },
  { shows: 'a spouse', party: tie('spouse'), owner: 'spouse', person: 'spouse' },
  { shows: 'an executor', party: tie('executor'), owner: 'executor', person: 'executor' },
  {
    ...{ shows: 'the parent of an adult is a relative', party: tie('parent') },
    ...{ owner: 'parent', person: 'third_party:relative' },
  },
  {
    ...{ shows: 'the parent of a minor speaks for them', party: tie('parent'), customer: child },
    ...{ owner: 'parent', person: 'parent_of_minor' },
  },
  {
    ...{ shows: 'nobody knows who it is', party: tie('third_party') },
    ...{ owner: 'third_party:unknown', person: 'third_party:unknown' },
  },
  {
    ...{ shows: 'a neighbour', party: { ...tie('third_party'), relation: 'neighbour' as const } },
    ...{ owner: 'third_party:neighbour', person: 'third_party:neighbour' },
  },
  {
    ...{ shows: 'a tie that was ended', party: { ...tie('spouse'), ended: true } },
    ...{ owner: 'third_party:unknown', person: 'third_party:unknown' },
  },
  {
    ...{ shows: 'who pays for a person', party: tie('payer') },
    ...{ owner: 'third_party:payer', person: 'third_party:payer' },
  },
  {
    ...{ shows: 'the office that pays for a company', party: tie('payer') },
    ...{ customer: { ...customer, kind: 'company' as const }, owner: null, person: 'consumer' },
  },
];

for (const { shows, party, owner, person, ...change } of whom) {
  test(`whose a number is tells who is reached: ${shows}`, () => {
    const facts = factsOf({ parties: [party], points: theirs, ...change });
    assert.equal(facts.contact_points[0]?.owner, owner);
    assert.equal(facts.proposed.person, person);
  });
}

test('a number of a party that is not on file is nobody’s that is known', () => {
  const { proposed } = factsOf({ points: theirs });
  assert.equal(proposed.person, 'third_party:unknown');
});

test('whoever is named is who the contact is for, whose the number is notwithstanding', () => {
  const { proposed } = factsOf({ parties: [tie('spouse')], points: theirs }, undefined, 'attorney');
  assert.equal(proposed.person, 'attorney');
});

test('a number of somebody else tells nothing of where the customer is', () => {
  const other = { ...phone, id: 'other', partyId: 'tie', zones: ['America/Los_Angeles'] };
  const { consumer } = factsOf({ parties: [tie('guarantor')], points: [phone, other] });
  const zones = consumer.location_signals.flatMap(({ tz }) => tz);
  assert.deepEqual([...new Set(zones)], ['America/New_York']);
});

test('of debts that they are not tied to somebody is told nothing', () => {
  const both = [debt, { ...debt, id: 'other' }];
  const reached = (accounts: readonly (string | null)[], name = 'Rose Amber') => {
    const parties = accounts.map((accountId, index) => ({
      ...tie('guarantor'),
      ...{ accountId, name, id: index === 0 ? 'tie' : `tie-${index}` },
    }));
    return factsOf({ parties, points: theirs, debts: both }).proposed.person;
  };
  assert.equal(reached(['debt']), 'guarantor');
  assert.equal(reached([null]), 'guarantor');
  assert.equal(reached(['other']), 'third_party:unknown');
  assert.equal(reached(['other', 'debt']), 'guarantor');
  assert.equal(reached(['other', 'debt'], '?'), 'third_party:unknown');
});

test('where the customer is confirmed to be says nothing of somebody else’s number', () => {
  const other = { ...phone, id: 'phone', partyId: 'tie', zones: ['America/Los_Angeles'] };
  const at = { parties: [tie('guarantor')], customer: { ...customer, confirmedZone: 'UTC' } };
  const zones = (points: GateRows['points']) =>
    factsOf({ ...at, points }).consumer.location_signals.map(({ kind, tz }) => [kind, ...tz]);
  assert.deepEqual(zones([phone]), [['confirmed_tz', 'UTC']]);
  assert.deepEqual(zones([other]), [
    ['mobile_area_code', 'America/Los_Angeles'],
    ['residential_address', 'UTC'],
  ]);
  assert.ok((zones([{ ...other, zones: [] }])[0]?.length ?? 0) > 4);
});

test('an attorney on file represents the person until the tie ends', () => {
  const events = (change: Partial<GateRows['parties'][number]>) =>
    factsOf({ parties: [{ ...tie('attorney'), ...change }] }).events;
  assert.deepEqual(events({}), [
    {
      ...{ kind: 'attorney', received_at: '2026-01-05T10:00:00Z', debts: ['debt'] },
      attorney_known: true,
    },
  ]);
  assert.deepEqual(events({ ended: true }), []);
});

test('somebody is a minor until the birthday that the law of their place names', () => {
  const minorAt = (at: string, region: string, birthDate = '2008-06-15') =>
    factsOf({ customer: { ...customer, region, birthDate } }, at).consumer.status?.minor ?? false;
  assert.equal(minorAt('2026-06-14T16:00:00Z', 'NY'), true);
  // Already the birthday in New York, and still the day before where the number may be.
  assert.equal(minorAt('2026-06-15T16:00:00Z', 'NY'), false);
  assert.equal(minorAt('2026-06-15T03:00:00Z', 'NY'), true);
  assert.equal(minorAt('2026-06-15T16:00:00Z', 'AL'), true);
  assert.equal(minorAt('2027-06-15T16:00:00Z', 'AL'), false);
  assert.equal(minorAt('2028-06-15T16:00:00Z', 'MS'), true);
  assert.equal(minorAt('2026-06-15T16:00:00Z', 'MS', '1980-01-01'), false);
});

const barred = (change: Partial<GateRows['debts'][number]>, place = {}) =>
  factsOf({ debts: [{ ...debt, ...change }], customer: { ...customer, ...place } }).debts[0]
    ?.time_barred;

test('a debt is barred by the date given, else by the law of the place, else nobody knows', () => {
  assert.equal(barred({}), undefined);
  assert.equal(barred({ limitationOn: '2026-06-14' }), true);
  assert.equal(barred({ limitationOn: '2026-06-15', defaultOn: '2001-01-01' }), undefined);
  assert.equal(barred({ defaultOn: '2023-06-15' }), undefined);
  assert.equal(barred({ defaultOn: '2023-06-14' }), true);
  assert.equal(barred({ defaultOn: '2001-01-01' }, { country: 'FR', region: null }), null);
  assert.equal(barred({ defaultOn: '2001-01-01', balance: 0 }), undefined);
});

test('a debt is barred only where every place that the person may live in says so', () => {
  const fiveAndAHalf = { defaultOn: '2020-12-15' };
  const british = (region: string | null, postalCode: string | null = null) =>
    barred(fiveAndAHalf, { country: 'GB', region, city: null, postalCode });
  assert.equal(british('Scotland'), true);
  assert.equal(british(null, 'EH1 1AA'), true);
  assert.equal(british('England'), undefined);
  // Five years in Scotland, six elsewhere.
  assert.equal(british(null), null);
  assert.equal(british('Nowhere'), null);
  assert.equal(british('England', 'EH1 1AA'), null);
});

test('the clock of an address that contradicts itself is that of each place it names', () => {
  const contradicting = { ...customer, region: 'WA', city: 'Washington', postalCode: '20001' };
  const signals = (points: GateRows['points']) =>
    factsOf({ customer: contradicting, points }).consumer.location_signals;
  const both = [
    { kind: 'residential_address', region: 'US-WA', tz: ['America/Los_Angeles'] },
    { kind: 'residential_address', region: 'US-DC', tz: ['America/New_York'] },
  ];
  assert.deepEqual(signals([]), both);
  // The zone that a file gave, or an earlier address, does not stand in for either.
  const letter = { ...phone, kind: 'mail', zones: ['America/Los_Angeles'] };
  assert.deepEqual(signals([letter]), both);
});

test('a payment restarts the period only where the law says so and before it is over', () => {
  const paidBy = (payer: Payer, ...days: string[]) => ({
    payments: days.map((on) => ({ on, payer })),
  });
  const paid = { defaultOn: '2022-01-10', ...paidBy('debtor', '2024-01-10') };
  const [southAfrica, california] = [{ country: 'ZA', region: null }, { region: 'CA' }];
  assert.equal(barred(paid), true);
  assert.equal(barred(paid, southAfrica), undefined);
  assert.equal(barred({ ...paid, defaultOn: '2015-01-10' }, southAfrica), true);
  // Each payment inside the period that runs begins it anew.
  const yearly = paidBy('debtor', '2017-01-10', '2019-06-01', '2022-05-01', '2024-12-01');
  assert.equal(barred({ defaultOn: '2015-01-10', ...yearly }, southAfrica), undefined);
  // Only who owes acknowledges it; where nobody knows who paid, nobody knows.
  const by = (payer: Payer) =>
    barred({ defaultOn: '2022-01-10', ...paidBy(payer, '2024-01-10') }, southAfrica);
  assert.deepEqual(
    payers.map((payer) => [payer, by(payer)]),
    [
      ['debtor', undefined],
      ['co_debtor', null],
      ['guarantor', null],
      ['third_party', true],
      ['enforcement', true],
      ['agency', true],
      ['unknown', null],
    ],
  );
  // Whether a payment restarts it there is not confirmed: then nobody knows once it decides.
  assert.equal(barred(paid, california), null);
  assert.equal(barred({ defaultOn: '2022-01-10' }, california), true);
  assert.equal(barred({ ...paid, defaultOn: '2023-01-10' }, california), undefined);
});

test('a period that nobody confirmed never says that a debt is open, or barred', () => {
  const italy = { country: 'IT', region: null };
  assert.equal(barred({ defaultOn: '2025-01-10' }, italy), undefined);
  assert.equal(barred({ defaultOn: '2020-01-10' }, italy), null);
  assert.equal(barred({ defaultOn: '2001-01-10' }, italy), null);
});

test('in Germany the period begins with the end of the year of the default', () => {
  const german = { country: 'DE', region: null };
  assert.equal(barred({ defaultOn: '2022-02-01' }, german), true);
  assert.equal(barred({ defaultOn: '2023-02-01' }, german), undefined);
});

test('the kind of a debt is what was said of it, else what its product is, else unknown', () => {
  const typeOf = (change: Partial<GateRows['debts'][number]>) =>
    factsOf({ debts: [{ ...debt, ...change }] }).debts[0]?.type;
  assert.equal(typeOf({}), 'personal_loan');
  assert.equal(typeOf({ product: 'Kreditkarte' }), 'credit_card');
  assert.equal(typeOf({ product: 'Gold Plus' }), null);
  assert.equal(typeOf({ product: 'Gold Plus', debtType: 'credit_card' }), 'credit_card');
});

test('a debt of a company or of a business portfolio is no consumer’s', () => {
  const collector = {
    ...{ portfolioId: 'portfolio', collector: null, role: 'bank', usesThirdPartyName: false },
    ...{ businessAssociate: null, actsFor: null },
  };
  const purpose = (change: Partial<GateRows>) => factsOf(change).debts[0]?.consumer_purpose;
  assert.equal(purpose({}), undefined);
  assert.equal(purpose({ collectors: [{ ...collector, kind: 'consumer' }] }), undefined);
  assert.equal(purpose({ collectors: [{ ...collector, kind: 'business' }] }), false);
  assert.equal(purpose({ customer: { ...customer, kind: 'company' } }), false);
  assert.equal(purpose({ debts: [{ ...debt, product: 'trade_credit' }] }), false);
});

test('what else is known of a debt and a point reaches the gate', () => {
  const told = factsOf({
    points: [{ ...phone, employerProvided: true }],
    debts: [
      {
        ...debt,
        ...{ studentAccountGroup: 'S1', endedAs: 'settled', openedOn: '2020-02-03' },
      },
    ],
  });
  assert.equal(told.contact_points[0]?.employer_provided_known, true);
  assert.equal(told.debts[0]?.student_account_group, 'S1');
  assert.equal(told.debts[0]?.status, 'settled');
  assert.equal(told.debts[0]?.incurred_at, '2020-02-03T00:00:00Z');
});
