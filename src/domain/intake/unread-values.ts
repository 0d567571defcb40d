import { unreadPlace } from '#domain/gate/places/regions.ts';
import type { BookRow } from './book-row.ts';

/** A value of a file that nobody can read: in how many rows it stands, and the first lines of them. */
export type UnreadValue = {
  readonly field: string;
  readonly reason: string;
  readonly value: string;
  readonly rows: number;
  readonly lines: readonly number[];
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

/** Reasons for which a word of the file was refused that somebody can say the meaning of. */
const askable: ReadonlySet<string> = new Set([
  'unknown-product',
  'unknown-country',
  'unknown-language',
  'unknown-currency',
  'unknown-zone',
]);

type Counted = { field: string; reason: string; value: string; rows: number; lines: number[] };

/** Counts, while a book is read, the values that nobody can read and the rows that have them. */
export class UnreadValues {
  private readonly found = new Map<string, Counted>();
  private readonly country: string;

  constructor(country: string) {
    this.country = country;
  }

  noteProblems(line: number, problems: readonly Problem[]): void {
    for (const { field, reason, facts } of problems) {
      if (askable.has(reason)) this.count(line, field, reason, facts['value'] ?? '');
    }
  }

  /** A place whose law cannot be told: the row comes in, and contact is refused until it is read. */
  notePlace(line: number, customer: BookRow['customer']): void {
    const { region, city, postalCode } = customer;
    const country = customer.country ?? this.country;
    const unread = unreadPlace({ country, region, city, postalCode });
    if (unread !== null) this.count(line, 'region', 'place-unread', region ?? '');
  }

  /** What was found, the values of most rows first. */
  list(): readonly UnreadValue[] {
    return [...this.found.values()].sort((a, b) => b.rows - a.rows);
  }

  private count(line: number, field: string, reason: string, value: string): void {
    const key = `${field} ${value.toLowerCase()}`;
    const known = this.found.get(key);
    if (known) {
      known.rows += 1;
      if (known.lines.length < maxLines) known.lines.push(line);
    } else if (this.found.size < maxValues) {
      this.found.set(key, { field, reason, value, rows: 1, lines: [line] });
    }
  }
}
