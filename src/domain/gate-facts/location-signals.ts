import type { LocationSignal } from '#domain/gate/facts/facts.ts';
import { placesOf, type Residence } from '#domain/gate/places/regions.ts';
import { zonesOfPlaces, zonesOfUntied, zonesWhenUnknown } from '#domain/gate/places/zones.ts';
import type { Zone } from '#kernel/time.ts';
import { isOwnPoint } from './build-point-facts.ts';
import type { GateRows } from './gate-rows.ts';

/**
 * Where whoever is reached may be: the customer, and where the point is somebody else's that person
 * too, whose zone nobody confirmed. A number of somebody else counts only for the contact that goes
 * to it.
 */
export function signalsOf(rows: GateRows, contactPointId: string): LocationSignal[] {
  const places = [rows.customer, ...rows.otherPlaces];
  const known = places.find(({ confirmedZone }) => confirmedZone !== null);
  const homes = homeSignals(rows.customer);
  const to = rows.points.find(({ id }) => id === contactPointId);
  const { country } = rows.customer;
  const theirs = to && !isOwnPoint(rows, to) ? phoneSignals(to, country, true) : [];
  if (known?.confirmedZone) {
    const tz = [known.confirmedZone];
    if (theirs.length === 0) return homes.map((home) => ({ ...home, kind: 'confirmed_tz', tz }));
    return [...theirs, ...homes.map((home) => ({ ...home, tz }))];
  }
  const elsewhere = rows.otherPlaces.flatMap(homeSignals);
  const own = rows.points.filter((point) => isOwnPoint(rows, point));
  const mail = own.filter(({ kind }) => kind === 'mail');
  // Law, holidays and clock depend on the place also where the book has no street to write to.
  const addresses = mail.length > 0 ? mail.flatMap(({ zones }) => nearer(homes, zones)) : homes;
  const phones = own.flatMap((point) => phoneSignals(point, country, false));
  return [...theirs, ...phones, ...addresses, ...elsewhere];
}

/** Each place in which somebody may live, with its zones: more than one where the address contradicts itself. */
function homeSignals(home: Residence): readonly LocationSignal[] {
  return placesOf(home).map((region) => ({
    kind: 'residential_address',
    region,
    tz: zonesOfPlaces([region]),
  }));
}

/** Zones that a file gave stand in for those of a single place that they lie in. */
function nearer(
  homes: readonly LocationSignal[],
  given: readonly Zone[],
): readonly LocationSignal[] {
  const [home, ...others] = homes;
  const isWithin = home?.tz.length === 0 || given.every((zone) => home?.tz.includes(zone));
  if (!home || others.length > 0 || given.length === 0 || !isWithin) return homes;
  return [{ ...home, tz: given }];
}

/**
 * Where a phone may be: in the zones of its number, anywhere in its country where no part of that has
 * it. Of the country of the address, which says more, that of somebody else alone may be anywhere.
 */
function phoneSignals(
  { kind, zones, value }: GateRows['points'][number],
  home: string,
  isTheirs: boolean,
): LocationSignal[] {
  if (kind !== 'mobile' && kind !== 'landline') return [];
  const abroad = zones.length > 0 ? zones : zonesOfUntied(value, home);
  const tz = abroad.length > 0 || !isTheirs ? abroad : zonesWhenUnknown(home);
  return [{ kind: `${kind}_area_code`, value: value.slice(0, 5), tz }];
}
