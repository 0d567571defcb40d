import type { Contact } from './book-row.ts';
import type { CellReader } from './cells.ts';

const phoneFields = ['mobile', 'phone1', 'phone2', 'phone3', 'phone4'] as const;

/** The numbers and addresses of the customer that a row has, each once, in the order of their fields. */
export function readContacts(reader: CellReader, country: string | null): Contact[] {
  const contacts: Contact[] = [];
  const add = (contact: Contact) => {
    if (!contacts.some(({ value }) => value === contact.value)) contacts.push(contact);
  };
  for (const field of phoneFields) {
    const phone = reader.phone(field, country);
    if (phone === null) continue;
    const type = field === 'mobile' && phone.type === 'unknown' ? 'mobile' : phone.type;
    add({ kind: 'phone', type, value: phone.e164 });
  }
  for (const field of ['email1', 'email2'] as const) {
    const value = reader.email(field);
    if (value !== null) add({ kind: 'email', value });
  }
  return contacts;
}
