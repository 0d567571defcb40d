import { likelyOwner } from '#domain/intake/likely-owner.ts';
import type { MatchCandidate } from '#domain/intake/matching.ts';
import type { BankPayment } from '#domain/intake/named-references.ts';
import type { Movement } from '#domain/intake/same-movement.ts';
import { plainAmount } from '#kernel/money.ts';
import type { EntryRow, EntryVerdict } from './bank-entries.ts';

/** Where one movement stands, as far as the file says. */
export type EntryPlace = Pick<
  Movement,
  'account' | 'format' | 'statementName' | 'fileSha' | 'opening' | 'closing'
>;

/** One movement with what is told of it, ready to be matched. */
export type ToTake = {
  readonly entry: EntryRow;
  readonly payment: BankPayment;
  readonly place: EntryPlace;
  readonly source: 'file' | 'camt';
  /** Whether the file leaves no doubt what of a return are charges; else both sums are looked for. */
  readonly chargesAreSure?: boolean;
};

/** What spoke for or against: a code and what it is about. */
export type EntryReason = { readonly code: string; readonly about: string | null };

/** An entry for a person: what it could be, and what spoke for and against. */
export function unmatched(
  { entry }: Pick<ToTake, 'entry'>,
  reasons: readonly EntryReason[],
  candidates: readonly MatchCandidate[],
): EntryVerdict {
  const shown = candidates.map(({ balanceMinor, ...rest }) => ({
    ...rest,
    balance: plainAmount(balanceMinor, rest.currency),
  }));
  return {
    id: entry.id,
    state: 'unmatched',
    how: null,
    customerId: null,
    paymentId: null,
    likelyCustomerId: likelyOwner(entry.amountMinor, reasons, candidates),
    candidates: { reasons, items: shown },
  };
}
