import { addMonths, type LocalDate } from '#kernel/time.ts';
import { customerKinds, type DataKindName, dataKinds } from './data-kinds.ts';

/** Months that each kind of data is kept. */
export type KeptMonths = Readonly<Record<DataKindName, number>>;

/** What is known of a customer when it is asked what may be erased. */
export type KeptPerson = {
  /** A case is open or something is owed. */
  readonly isOpen: boolean;
  /** A legal hold stands. */
  readonly isHeld: boolean;
  /** The day of the last that happened with them. */
  readonly lastActivityOn: LocalDate;
};

/** Why a kind of data stays. */
export type StaysBecause = 'legal-hold' | 'open-case' | 'kept-by-law';

/** What becomes of one kind of data of a person. */
export type KindPlan = {
  readonly kind: DataKindName;
  /** Null: it goes. */
  readonly stays: StaysBecause | null;
  /** The day from which it can go; null where nobody can say, and where it goes now. */
  readonly until: LocalDate | null;
};

/** The first day on which a kind of data has been kept long enough. */
export function dueOn(kind: DataKindName, lastActivityOn: LocalDate, months: number): LocalDate {
  const { after } = dataKinds[kind];
  const from =
    after === 'year-of-last-activity'
      ? (`${lastActivityOn.slice(0, 4)}-12-31` as LocalDate)
      : lastActivityOn;
  return addMonths(from, months);
}

/** What goes and what stays, and why, when a person asks that their data be erased. */
export function erasurePlan(
  person: KeptPerson,
  kept: KeptMonths,
  today: LocalDate,
): readonly KindPlan[] {
  return customerKinds.map((kind) => planOf(kind, person, kept[kind], today));
}

function planOf(
  kind: DataKindName,
  { isOpen, isHeld, lastActivityOn }: KeptPerson,
  months: number,
  today: LocalDate,
): KindPlan {
  const { onRequest } = dataKinds[kind];
  if (isHeld) return { kind, stays: 'legal-hold', until: null };
  if (onRequest === 'at-once') return { kind, stays: null, until: null };
  if (isOpen) return { kind, stays: 'open-case', until: null };
  const until = dueOn(kind, lastActivityOn, months);
  const isKept = onRequest === 'when-due' && until > today;
  return isKept ? { kind, stays: 'kept-by-law', until } : { kind, stays: null, until: null };
}

/** Kinds of data that were kept long enough: nothing open, no hold, and the period over. */
function dueKinds(person: KeptPerson, kept: KeptMonths, today: LocalDate): readonly DataKindName[] {
  if (person.isOpen || person.isHeld) return [];
  return customerKinds.filter((kind) => dueOn(kind, person.lastActivityOn, kept[kind]) <= today);
}

/** The day before which the last had to happen for any of these kinds to be due. */
export function quietBefore(
  day: LocalDate,
  months: KeptMonths,
  kinds: readonly DataKindName[],
): LocalDate {
  return addMonths(day, -Math.min(...kinds.map((kind) => months[kind])));
}

/** The kinds that are due of a customer and were not erased since the last that happened. */
export function dueOf(
  kept: KeptPerson & { readonly erased: readonly DataKindName[] },
  months: KeptMonths,
  day: LocalDate,
): readonly DataKindName[] {
  return dueKinds(kept, months, day).filter((kind) => !kept.erased.includes(kind));
}
