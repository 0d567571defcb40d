import { nobody, type PartyRole } from '#domain/parties/party-roles.ts';
import type { Contact } from './book-row.ts';
import type { CellReader } from './cells.ts';
import { bookFields } from './fields.ts';

/** Somebody whom a row of a book ties to its account. */
export type RowParty = { readonly role: PartyRole; readonly name: string };

const others = [
  { role: 'co_debtor', name: 'coDebtorName', phone: 'coDebtorPhone', email: 'coDebtorEmail' },
  { role: 'guarantor', name: 'guarantorName', phone: 'guarantorPhone', email: 'guarantorEmail' },
  { role: null, name: 'relatedName', phone: 'relatedPhone', email: 'relatedEmail' },
] as const;

/**
 * Who else a row names. Somebody who has a number and no name, or a name and no role, is kept as what
 * is known of them: a number without an owner would be the customer's.
 */
export function readParties(reader: CellReader): RowParty[] {
  const related = reader.choice('relatedRole', bookFields.relatedRole.choices);
  return others.flatMap(({ role, name, phone, email }): RowParty[] => {
    const named = reader.text(name);
    const isReached = reader.raw(phone) !== null || reader.raw(email) !== null;
    if (named === null && !isReached) return [];
    return [{ role: role ?? related ?? 'third_party', name: named ?? nobody }];
  });
}

/** Adds numbers and addresses of others, and those that the employer provides, to the customer's own. */
export function withOthersContacts(
  reader: CellReader,
  country: string | null,
  parties: readonly RowParty[],
  own: readonly Contact[],
): Contact[] {
  const contacts: Contact[] = [];
  let place = 0;
  for (const { name, phone, email } of others) {
    const has = [name, phone, email].some((field) => reader.raw(field) !== null);
    if (!has || place >= parties.length) continue;
    place += 1;
    const number = reader.phone(phone, country);
    const address = reader.email(email);
    if (number) {
      contacts.push({ kind: 'phone', type: number.type, value: number.e164, party: place });
    }
    if (address) contacts.push({ kind: 'email', value: address, party: place });
  }
  const number = reader.phone('employerPhone', country);
  const address = reader.email('employerEmail');
  if (number) {
    contacts.push({ kind: 'phone', type: number.type, value: number.e164, employer: true });
  }
  if (address) contacts.push({ kind: 'email', value: address, employer: true });
  const isOwn = (value: string) => own.some((contact) => contact.value === value);
  return [...own, ...contacts.filter(({ value }) => !isOwn(value))];
}
