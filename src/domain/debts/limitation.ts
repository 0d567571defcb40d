import { type LimitationPeriod, ofRegion } from '#domain/gate/place-law.ts';
import { acknowledges, type Payer } from '#domain/parties/payers.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';

/** Limitation periods by place, from the packs. */
type Periods = ReadonlyMap<string, LimitationPeriod>;

/** What the book knows of a debt that bears on when it is time-barred. */
export type LimitationFacts = {
  /** The last day before it is barred, where somebody said so; stands before every period. */
  readonly limitationOn: LocalDate | null;
  /** Since when it is in default; paying the oldest of several claims does not move it. */
  readonly defaultOn: LocalDate | null;
  /** What may acknowledge it, oldest first. */
  readonly payments: readonly { readonly on: LocalDate; readonly payer: Payer }[];
};

/** When a debt is barred, as far as that is known. */
export type Limitation = {
  /** The last day on which it is certainly not barred. */
  readonly openUntil: LocalDate;
  /** The last day on which it may not be barred; null where nobody knows that. */
  readonly lastDay: LocalDate | null;
  /** Null where the date was given. */
  readonly period: LimitationPeriod | null;
};

/** The shortest period that somebody confirmed, of any place. */
const shortest = (periods: Periods) =>
  Math.min(
    ...[...periods.values()].flatMap(({ years, confirmedBy }) => (confirmedBy ? years : [])),
  );

/**
 * When a debt of a region (`US-NY`, `US-NY-NYC`, `DE`) is time-barred, or null where nobody knows anything. A payment by who
 * owes restarts the period only where the law says so, and only inside it: what is barred stays barred.
 * Where it is not known whether one does or who paid, and where the period itself is not confirmed, the
 * time in doubt lies between `openUntil` and `lastDay`.
 */
function limitationOf(region: string, facts: LimitationFacts, periods: Periods): Limitation | null {
  const { limitationOn, defaultOn } = facts;
  if (limitationOn) return { openUntil: limitationOn, lastDay: limitationOn, period: null };
  const period = ofRegion(periods, region);
  if (period === null || defaultOn === null) return null;
  const first = lastDayOf(defaultOn, period);
  if (period.confirmedBy === null) {
    const years = Math.min(shortest(periods), period.years);
    return { openUntil: addMonths(defaultOn, years * 12), lastDay: null, period };
  }
  const since = facts.payments.filter(({ on }) => on > defaultOn);
  return { ...restarted(first, since, period), period };
}

/** The last days certainly and possibly open, after payments of which each may begin it anew. */
function restarted(
  first: LocalDate,
  payments: LimitationFacts['payments'],
  period: LimitationPeriod,
): { readonly openUntil: LocalDate; readonly lastDay: LocalDate } {
  let [openUntil, lastDay] = [first, first];
  if (period.paymentRestarts === false) return { openUntil, lastDay };
  for (const { on, payer } of payments) {
    const does = acknowledges(payer);
    if (does === 'no' || on > lastDay) continue;
    const anew = lastDayOf(on, period);
    lastDay = anew;
    if (does === 'yes' && period.paymentRestarts && on <= openUntil) openUntil = anew;
  }
  return { openUntil, lastDay };
}

/**
 * The places whose period may run in one: itself, or of a country alone each of its parts too, as the
 * part is not known.
 */
const placesWithPeriods = (place: string, periods: Periods): readonly string[] =>
  place.includes('-')
    ? [place]
    : [place, ...[...periods.keys()].filter((one) => one.startsWith(`${place}-`))];

/**
 * When a debt is time-barred where somebody may live in one of several places: certainly not before
 * the shortest period is over, certainly once the longest is. Null where of one nothing is known.
 */
export function limitationAcross(
  places: readonly string[],
  facts: LimitationFacts,
  periods: Periods,
): Limitation | null {
  const all = places
    .flatMap((place) => placesWithPeriods(place, periods))
    .map((place) => limitationOf(place, facts, periods));
  const [first = null, ...others] = all;
  if (first === null) return null;
  let across = first;
  for (const other of others) {
    if (other === null) return null;
    const { openUntil, lastDay } = other;
    across = {
      openUntil: openUntil < across.openUntil ? openUntil : across.openUntil,
      lastDay:
        lastDay === null || across.lastDay === null
          ? null
          : ([lastDay, across.lastDay].sort().at(-1) ?? null),
      period: across.period,
    };
  }
  return across;
}

function lastDayOf(start: LocalDate, period: LimitationPeriod): LocalDate {
  const from = period.from === 'end_of_year' ? `${start.slice(0, 4)}-12-31` : start;
  return addMonths(from, period.years * 12);
}

/** Whether a debt is barred on a day; null where nobody knows, which is not the same as no. */
export function isTimeBarred(limitation: Limitation | null, today: LocalDate): boolean | null {
  if (limitation === null) return null;
  if (today <= limitation.openUntil) return false;
  return limitation.lastDay !== null && today > limitation.lastDay ? true : null;
}
