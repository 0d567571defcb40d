import type { ContactPoint, Facts } from '#domain/gate/facts/facts.ts';
import { zonesOfPhone, zonesOfRegion } from '#domain/gate/places/zones.ts';
import { partyRelations, partyRoles } from '#domain/parties/party-roles.ts';
import { addDays, dateIn } from '#kernel/time.ts';
import { always, type Writing } from './batch.ts';

/** Where the person of an example lives, as an address book has it. */
export type Home = {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
};

const cities: Readonly<Record<string, string>> = { 'US-NY-NYC': 'New York' };

/** Country, region and city from the first address of an example; the country of its pack else. */
export function homeOf({ consumer, packs }: Facts): Home {
  const named = consumer.location_signals.find(({ region }) => region)?.region;
  const [country = '', region = null] = (named ?? packs[0] ?? '').split('-');
  const ofPhone = named ? null : regionOfPhones(consumer);
  return { country, region: named ? region : ofPhone, city: cities[named ?? ''] ?? null };
}

/** States by area code: a book knows the state, also where an example tells of numbers alone. */
const states: Readonly<Record<string, string>> = { '+1-614': 'OH', '+1-801': 'UT' };

function regionOfPhones({ location_signals }: Facts['consumer']): string | null {
  const [first] = location_signals.flatMap(({ value }) => states[value ?? ''] ?? []);
  return first ?? null;
}

/** The zone by which the portfolio of an example tells dates. */
export function zoneOf({ consumer }: Facts): string {
  return consumer.location_signals.find(({ tz }) => tz.length > 0)?.tz[0] ?? 'UTC';
}

/** Writes the person, their contact points and their debts. */
export function writePerson(writing: Writing): void {
  const { batch, facts, tenantId, customerId } = writing;
  const { consumer } = facts;
  const confirmed = consumer.location_signals.find(({ kind }) => kind === 'confirmed_tz')?.tz[0];
  const told = Array.isArray(consumer.confirmed_tz)
    ? consumer.confirmed_tz[0]
    : consumer.confirmed_tz;
  batch.customers.push({
    ...{
      id: customerId,
      tenantId,
      reference: customerId,
      kind: consumer.kind ?? 'person',
      name: 'Alex Example',
    },
    ...homeOf(facts),
    confirmedZone: (told as string | null | undefined) ?? confirmed ?? knownZone(facts),
    language: consumer.language === undefined ? 'en' : consumer.language,
    vulnerable: consumer.status?.vulnerable === true,
    createdAt: always,
  });
  for (const [index, point] of facts.contact_points.entries()) writePoint(writing, point, index);
  for (const debt of facts.debts) writeDebt(writing, debt);
}

const pointKinds = ['mobile', 'landline', 'email', 'mail', 'app', 'social'];

function writePoint(writing: Writing, point: ContactPoint, index: number): void {
  const { batch, ids, facts, tenantId, customerId, unheld } = writing;
  const { id, kind, number, address, place, owner, employer_provided_known, ...more } = point;
  if (!pointKinds.includes(kind)) {
    unheld(`contact_points.kind=${kind}`);
    return;
  }
  for (const key of Object.keys(more)) unheld(`contact_points.${key}`);
  const zones = kind === 'mail' ? mailZones(facts) : zonesOfPhone(number ?? '');
  batch.contactPoints.push({
    ...{ customerId, tenantId, id: ids.of('point', id), kind, place: place ?? null },
    ...{ value: number ?? address ?? 'Example Street 1', rank: index + 1 },
    ...{ zones: kind === 'email' ? [] : [...zones], source: 'import', createdAt: always },
    ...{ partyId: owner ? writeParty(writing, owner) : null },
    employerProvided: employer_provided_known ?? false,
  });
}

/** Writes whose a point is; answers the id of the party. */
function writeParty(writing: Writing, owner: string): string {
  const { batch, newId, tenantId, customerId, unheld } = writing;
  const [first = '', named] = owner.split(':');
  const relation = owner === 'unit' ? owner : (named ?? null);
  const role = owner === 'unit' ? 'third_party' : first;
  if (!partyRoles.some((known) => known === role)) unheld(`contact_points.owner=${owner}`);
  if (relation !== null && !partyRelations.some((known) => known === relation)) {
    unheld(`contact_points.owner=${owner}`);
  }
  const id = newId();
  batch.parties.push({
    ...{ id, customerId, tenantId, role, relation, name: 'Robin Example', source: 'import' },
    createdAt: always,
  });
  return id;
}

/** The zones that the address of an example is in. */
const addressZones = ({ consumer }: Facts) =>
  consumer.location_signals.find(({ kind }) => kind === 'residential_address')?.tz ?? [];

/** The zone of a home without a street to write to, where its region lies in several. */
function knownZone(facts: Facts): string | null {
  const { country, region } = homeOf(facts);
  const [zone, other] = addressZones(facts);
  const signals = facts.consumer.location_signals;
  const hasStreet = facts.contact_points.some(({ kind }) => kind === 'mail');
  if (zone === undefined || other || hasStreet || signals.length > 1) return null;
  return zonesOfRegion(country, region).every((one) => one === zone) ? null : zone;
}

/** Zones of a street as an import keeps them: of its region, or the one the file gives. */
function mailZones(facts: Facts): readonly string[] {
  const { country, region } = homeOf(facts);
  const ofRegion = zonesOfRegion(country, region);
  const given = addressZones(facts);
  return given.length > 0 ? given : ofRegion;
}

/** How old a debt is of which an example does not say. */
const usualDaysPastDue = 90;

/** When the collector first told of a debt of which an example says that it did. */
const daysSinceFirstContact = 300;

function writeDebt(writing: Writing, debt: Facts['debts'][number]): void {
  const { batch, ids, facts, tenantId, customerId, unheld } = writing;
  const { id: name, type, creditor: _, days_past_due, status, time_barred, ...more } = debt;
  const { student_account_group, incurred_at, renewed_on, original_amount, currency, ...rest } =
    more;
  for (const key of Object.keys(rest)) unheld(`debts.${key}`);
  const id = ids.of('debt', name);
  const portfolioId = portfolioOfDebt(writing, debt);
  const common = {
    customerId,
    tenantId,
    portfolioId,
    currency: currency ?? 'USD',
    createdAt: always,
  };
  const today = dateIn(zoneOf(facts), Date.parse(facts.proposed.at));
  const isBegun = facts.consumer.initial_communication_made !== false;
  batch.accounts.push({
    ...{ ...common, id, reference: id, product: 'Gold Plus', debtType: type ?? null },
    studentAccountGroup: student_account_group ?? null,
    // Nobody in the examples wonders whether a debt is barred: it is or it is not.
    limitationOn: addDays(today, time_barred ? -1 : 365),
    endedAs: status === 'settled' || status === 'discharged' ? status : null,
    openedOn: incurred_at ? incurred_at.slice(0, 10) : null,
    renewedOn: renewed_on ?? null,
    originatedMinor: original_amount ? BigInt(original_amount * 100) : null,
    firstCommunicationOn: isBegun ? addDays(today, -daysSinceFirstContact) : null,
  });
  batch.items.push({
    ...{ ...common, id: writing.newId(), accountId: id, reference: id, kind: 'invoice' },
    ...{ dueOn: addDays(today, -(days_past_due ?? usualDaysPastDue)), amountMinor: 10_000n },
    balanceMinor: status === 'paid' ? 0n : 10_000n,
  });
}

/** Debts stand on a portfolio of their creditor; those the attempt is about, on that of the attempt. */
function portfolioOfDebt(writing: Writing, debt: Facts['debts'][number]): string {
  return writing.portfolioFor(debt.creditor ?? '', writing.facts.proposed.debts.includes(debt.id));
}
