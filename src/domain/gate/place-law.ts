import type { Pack } from './pack.ts';

/** The period of a place within which money may be sued for. */
export type LimitationPeriod = {
  /** Country (`DE`) or country and region (`US-NY`). */
  readonly place: string;
  readonly years: number;
  /** Where the period begins: with the default, or with the end of the year of the default. */
  readonly from: 'default' | 'end_of_year';
  /** Whether a payment inside the period begins it anew; null where no text was found that says so. */
  readonly paymentRestarts: boolean | null;
  readonly citation: string;
  /** Where the law can be read. */
  readonly source: string;
  /**
   * Where the years were found said by somebody else, or null: written down from memory, or sources
   * differ. A period that is not confirmed never says that a debt may still be sued for.
   */
  readonly confirmedBy: string | null;
};

/** The age at which somebody of a place is of age, where it is not eighteen. */
export type Majority = {
  /** Country (`ID`) or country and region (`US-AL`). */
  readonly place: string;
  readonly years: number;
  /** Law and section. */
  readonly citation: string;
  /**
   * Where the age was found said by somebody else in November 2026; null: written down from memory.
   * An age above eighteen that is wrong treats somebody of age as a minor.
   */
  readonly confirmedBy: string | null;
};

/** Somebody whom the law of a place counts as the customer, where what they ask binds the customer. */
export type CountsAsCustomer = {
  readonly role: 'spouse' | 'parent' | 'co_debtor' | 'guarantor';
  /** Only while the customer is a minor. */
  readonly ofMinor?: true;
  /** What they are told of a debt is told to the customer too; left out: only what they ask binds. */
  readonly hears?: true;
  /** Law and section. */
  readonly citation: string;
};

/** What the installed packs say of the people and the debts of a place, by place. */
export type PlaceLaw = {
  /** A place left out is not known. */
  readonly limitation: ReadonlyMap<string, LimitationPeriod>;
  /** A place left out: eighteen. */
  readonly majority: ReadonlyMap<string, Majority>;
  /** By the territory of the pack that says so. */
  readonly countsAsCustomer: ReadonlyMap<string, readonly CountsAsCustomer[]>;
};

function byPlace<Entry extends { readonly place: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (found.has(entry.place)) throw new Error(`two packs bring the same law of ${entry.place}`);
    found.set(entry.place, entry);
  }
  return found;
}

/** Reads the law of every place once from the installed packs. Throws where two bring the same. */
export function placeLaw(packs: readonly Pack[]): PlaceLaw {
  return {
    limitation: byPlace(packs.flatMap((pack) => pack.limitation ?? [])),
    majority: byPlace(packs.flatMap((pack) => pack.majority ?? [])),
    countsAsCustomer: new Map(
      packs.flatMap(({ territory, countsAsCustomer }) =>
        countsAsCustomer ? territory.map((place) => [place, countsAsCustomer] as const) : [],
      ),
    ),
  };
}

/** What a map says of a region (`US-AL`, `US-NY-NYC`, `DE`): of its part of the country, else of the country. */
export function ofRegion<Entry>(map: ReadonlyMap<string, Entry>, region: string): Entry | null {
  const [country = '', part] = region.split('-');
  return map.get(`${country}-${part}`) ?? map.get(country) ?? null;
}

/**
 * Limitation periods from a table of `place | years | law | path | found`, where nobody found whether a
 * payment restarts them. `base` stands before the path, `found` names one of the sources or nothing.
 */
export function periodsFrom(
  table: string,
  base: string,
  sources: ReadonlyMap<string, string>,
): readonly LimitationPeriod[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [place = '', years, citation = '', path = '', found = ''] = line.split('|');
      return {
        ...{ place, years: Number(years), from: 'default', paymentRestarts: null, citation },
        ...{ source: `${base}${path}/`, confirmedBy: sources.get(found) ?? null },
      };
    });
}
