import type { Instant } from '#kernel/time.ts';
import { type Book, owned } from '../book/book.ts';
import type { Debtor } from './people.ts';

/** Ties somebody to a customer of the example. */
export function addParty(
  book: Book,
  { customerId, parties }: Pick<Debtor, 'customerId' | 'parties'>,
  made: {
    readonly id: string;
    readonly role: string;
    readonly relation?: string;
    readonly name: string;
    readonly note?: string;
    readonly at: Instant;
    /** Null: the client's file said so. */
    readonly recordedBy: string | null;
  },
): void {
  const { at, recordedBy, ...told } = made;
  const source = recordedBy === null ? 'import' : 'conversation';
  const party = { ...owned(book, customerId), ...told, source, recordedBy, createdAt: at };
  parties.push(party);
  book.rows.parties.push(party);
}
