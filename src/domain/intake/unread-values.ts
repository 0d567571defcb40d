import { type NamedPlace, namedPlacesOf } from '#domain/gate/places/place-names.ts';
import { placesOf, type Residence, unreadPlace } from '#domain/gate/places/regions.ts';
import type { RowNote } from './cells.ts';

/** A value of a file that nobody can read, or that reads in two ways: in how many rows it stands, and the first lines of them. */
export type UnreadValue = {
  readonly field: string;
  readonly reason: string;
  readonly value: string;
  readonly rows: number;
  readonly lines: readonly number[];
  /** The places that an address names whose parts contradict each other; else none. */
  readonly places: readonly NamedPlace[];
  /** The customers of the first lines, where their address has to be looked at. */
  readonly customers: readonly string[];
};

/** What a row says of where somebody lives, told also of rows that are refused for something else. */
export type RowHome = Omit<Residence, 'country'> & {
  readonly country: string | null;
  readonly reference: string | null;
};

/** What is wrong with a row, as far as it is counted here. */
type Problem = {
  readonly field: string;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** Different values that are told apart, and lines that are named of each. */
const maxValues = 200;
const maxLines = 5;

/** Reasons for which a word of the file was not taken that somebody can say the meaning of. */
const askable: ReadonlySet<string> = new Set([
  'unknown-product',
  'unknown-country',
  'unknown-language',
  'unknown-currency',
  'unknown-zone',
  'bad-choice',
]);

/** Every reason that waits for somebody's answer. */
export const askedReasons: readonly string[] = [...askable, 'date-other-order'];

/** Whether a reason waits for somebody's answer: what a word means, or how the file writes its dates. */
export function asksFor(reason: string): boolean {
  return askedReasons.includes(reason);
}

type Counted = Omit<UnreadValue, 'rows' | 'lines' | 'customers'> & {
  rows: number;
  lines: number[];
  customers: string[];
};

type Noted = Pick<UnreadValue, 'field' | 'reason' | 'value'> & {
  readonly places?: readonly NamedPlace[];
  readonly customer?: string | null;
};

/** Counts, while a book is read, the values that nobody can read and the rows that have them. */
export class UnreadValues {
  private readonly found = new Map<string, Counted>();
  private readonly country: string;

  constructor(country: string) {
    this.country = country;
  }

  noteProblems(line: number, problems: readonly Problem[]): void {
    for (const { field, reason, facts } of problems) {
      if (askable.has(reason)) this.count(line, { field, reason, value: facts['value'] ?? '' });
    }
  }

  /** What was put right in rows that came in: told once for the file. */
  noteRestored(line: number, notes: readonly RowNote[] = []): void {
    for (const { field, reason } of notes) this.count(line, { field, reason, value: '' });
  }

  /**
   * A place whose law cannot be told: the row comes in, and contact is refused until it is read. Or one
   * whose parts name different places: the laws of all of them hold until it is corrected.
   */
  notePlace(line: number, { region, city, postalCode, ...of }: RowHome): void {
    const home = { country: of.country ?? this.country, region, city, postalCode };
    const noted = { field: 'region', customer: of.reference };
    if (unreadPlace(home) !== null) {
      this.count(line, { ...noted, reason: 'place-unread', value: region ?? '' });
    } else if (placesOf(home).length > 1) {
      const value = [city, region, postalCode].filter((part) => part).join(', ');
      const places = namedPlacesOf(home);
      this.count(line, { ...noted, reason: 'place-contradicts', value, places });
    }
  }

  /** What was found, the values of most rows first. */
  list(): readonly UnreadValue[] {
    return [...this.found.values()].sort((a, b) => b.rows - a.rows);
  }

  private count(line: number, { field, reason, value, places = [], customer }: Noted): void {
    const key = `${field} ${reason} ${value.toLowerCase()}`;
    const known = this.found.get(key) ?? this.add(key, { field, reason, value, places });
    if (!known) return;
    known.rows += 1;
    if (known.lines.length >= maxLines) return;
    known.lines.push(line);
    if (customer) known.customers.push(customer);
  }

  private add(key: string, noted: Omit<Counted, 'rows' | 'lines' | 'customers'>): Counted | null {
    if (this.found.size >= maxValues) return null;
    const counted: Counted = { ...noted, rows: 0, lines: [], customers: [] };
    this.found.set(key, counted);
    return counted;
  }
}
