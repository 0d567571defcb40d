import type { Payer } from '#domain/parties/payers.ts';
import { nameAgreement } from './names.ts';

/** What a bank or a file tells of who paid. */
type Told = { readonly payerName: string | null; readonly payerRole?: Payer | null };

/**
 * Whose money an entry is: what the file says, else the customer's own where the payer has their name.
 * Another name says nothing: it may be a maiden name, a spouse, or somebody who acts for them.
 */
export function payerOf({ payerName, payerRole }: Told, customerName: string | null): Payer {
  if (payerRole) return payerRole;
  const isTheirs = customerName !== null && nameAgreement(payerName, customerName) === 'same';
  return isTheirs ? 'debtor' : 'unknown';
}
