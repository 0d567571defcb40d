import type { MatchCandidate } from '#domain/intake/matching.ts';
import type { BankPayment } from '#domain/intake/named-references.ts';
import { plainAmount } from '#kernel/money.ts';
import type { EntryRow, EntryVerdict } from './bank-entries.ts';

/** One movement with what is told of it, ready to be matched. */
export type ToTake = {
  readonly entry: EntryRow;
  readonly payment: BankPayment;
  readonly source: 'file' | 'camt';
};

/** An entry for a person: what it could be, and what spoke for and against. */
export function unmatched(
  { entry }: ToTake,
  reasons: readonly { readonly code: string; readonly about: string | null }[],
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
    candidates: { reasons, items: shown },
  };
}
