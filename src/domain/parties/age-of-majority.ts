import { type Majority, ofRegion } from '#domain/gate/place-law.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Ages of majority by place, from the packs. */
type Majorities = ReadonlyMap<string, Majority>;

const eighteen = 18;

/** The highest age of any place: whoever is older is of age everywhere. */
const oldest = (law: Majorities) =>
  Math.max(eighteen, ...[...law.values()].map(({ years }) => years));

/**
 * Whether somebody born on a day is a minor on `today`, the date at their own place. Of several
 * regions (`US-AL`, `US-NY-NYC`, `DE`) the highest age counts: whoever may be a minor is treated as one.
 */
export function isMinor(
  bornOn: LocalDate,
  today: LocalDate,
  regions: readonly string[],
  law: Majorities,
): boolean {
  const ages = regions.map((region) => ofRegion(law, region)?.years ?? eighteen);
  return ageOn(bornOn, today) < Math.max(eighteen, ...ages);
}

/** Whether somebody is young enough to be a minor anywhere, a day of doubt included. */
export function mayBeMinor(bornOn: LocalDate, today: LocalDate, law: Majorities): boolean {
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) <= oldest(law) + 1;
}

/** Whole years on a day; who was born on 29 February is a year older on 1 March in other years. */
function ageOn(bornOn: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
