import { unreadPlace } from '#domain/gate/places/regions.ts';
import type { BookRow } from '#domain/intake/book-row.ts';
import type { UnreadValue } from '#storage/intake/imports.ts';
import type { Finding } from '#storage/intake/row-findings.ts';

/** Different values that are told apart, and lines that are named of each. */
const maxValues = 200;
const maxLines = 5;

/** Reasons for which a word of the file was refused that somebody can say the meaning of. */
const askable: ReadonlySet<Finding['reason']> = new Set([
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

  noteProblems(line: number, problems: readonly Finding[]): void {
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
