import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import { dueKinds, type KeptMonths } from '#domain/privacy/erasure-plan.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import type { KeptCustomer } from '#storage/privacy/kept-people.ts';

/** The day before which the last had to happen for any of these kinds to be due. */
export function quietBefore(
  day: LocalDate,
  months: KeptMonths,
  kinds: readonly DataKindName[],
): LocalDate {
  return addMonths(day, -Math.min(...kinds.map((kind) => months[kind])));
}

/** The kinds that are due of a customer and that still hold something. */
export function dueOf(
  kept: KeptCustomer,
  months: KeptMonths,
  day: LocalDate,
): readonly DataKindName[] {
  return dueKinds(kept, months, day).filter((kind) => !kept.erased.includes(kind));
}
