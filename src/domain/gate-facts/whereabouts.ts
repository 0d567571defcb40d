import type { Consumer, LocationSignal } from '#domain/gate/facts/facts.ts';
import { placesOf } from '#domain/gate/places/regions.ts';
import { zonesOfPlaces } from '#domain/gate/places/zones.ts';
import { type Instant, msOf, type Zone } from '#kernel/time.ts';
import type { GateRows } from './gate-rows.ts';
import { live } from './standing-rows.ts';

/** Where people say that they are now: at home, at work, or in some other place. */
export const stays = ['home', 'work', 'elsewhere'] as const;

/** Where somebody said that they are, and until when. */
export type Whereabouts = {
  readonly place: (typeof stays)[number];
  /** Of some other place: ISO 3166-1, and the part of the country as it was said. */
  readonly country: string | null;
  readonly region: string | null;
  /** Null: nobody said until when; it stands until somebody ends it. */
  readonly until: Instant | null;
};

/** What is kept of it, as `details` of a request about contact. */
export const whereaboutsIn = (details: Readonly<Record<string, unknown>>): Whereabouts =>
  details as Whereabouts;

/** The clocks of some other place; none at home or at work, whose clocks the address tells. */
export function zonesOfStay({
  country,
  region,
}: Pick<Whereabouts, 'country' | 'region'>): readonly Zone[] {
  if (country === null) return [];
  return zonesOfPlaces(placesOf({ country, region, city: null, postalCode: null }));
}

/** Where the person is known to be at an instant: what they said last and is not over. */
export function whereaboutsAt(
  rows: Pick<GateRows, 'preferences'>,
  at: Instant,
): Whereabouts | null {
  const said = live(rows).filter(
    ({ kind, givenAt }) => kind === 'whereabouts' && msOf(givenAt as Instant) <= msOf(at),
  );
  return (
    said.map(({ details }) => whereaboutsIn(details)).findLast((one) => isStanding(one, at)) ?? null
  );
}

/** Whether what was said is not over. */
export const isStanding = ({ until }: Pick<Whereabouts, 'until'>, at: Instant): boolean =>
  until === null || msOf(until) > msOf(at);

/** The place as rules ask for it; some other place is told by its clock alone. */
export function presentPlaceIn(
  rows: Pick<GateRows, 'preferences'>,
  at: Instant,
): Pick<Consumer, 'current_place' | 'current_place_until'> {
  const told = whereaboutsAt(rows, at);
  if (!told || told.place === 'elsewhere') return {};
  const { place, until } = told;
  return { current_place: place, ...(until === null ? {} : { current_place_until: until }) };
}

/**
 * The signals with the clock of where the person says they are beside those of where they live: an
 * attempt has to be right on both. A zone that was confirmed does not settle where they are today.
 */
export function withPresentClock(
  signals: readonly LocationSignal[],
  rows: Pick<GateRows, 'preferences'>,
  at: Instant,
): LocationSignal[] {
  const told = whereaboutsAt(rows, at);
  const tz = told ? [...zonesOfStay(told)] : [];
  if (tz.length === 0) return [...signals];
  const isConfirmed = signals.some(({ kind }) => kind === 'confirmed_tz');
  return [...signals, { kind: isConfirmed ? 'confirmed_tz' : 'consumer_statement', tz }];
}
