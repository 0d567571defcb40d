import type { BookField } from '#domain/intake/fields.ts';
import type { Imported } from './read-imported.ts';

/** What a file says of a field, and where the product has to say the same. */
export type Cell = {
  readonly cell: string;
  /** What the field cannot be without; an empty text takes the usual cell of a row away. */
  readonly also?: Readonly<Partial<Record<BookField, string>>>;
  readonly read: (seen: Imported) => unknown;
  readonly want: unknown;
  /** Whether a second debt of the account stands beside it, which opens the case. */
  readonly beside?: true;
};

const account = ({ card }: Imported) => card.debt?.accounts[0];
const item = ({ card }: Imported) => card.debt?.items[0];
const method = ({ card }: Imported) => card.debt?.methods[0];
const debt = ({ facts }: Imported) => facts.debts[0];
const points = ({ facts }: Imported) =>
  facts.contact_points.map(({ number, address, owner, place }) => [
    number ?? address,
    owner,
    place,
  ]);
const parties = ({ card }: Imported) => card.parties.map(({ name, role }) => [name, role]);
const ownPhone = (cell: string, number: string): Cell => ({
  cell,
  also: { mobile: '' },
  read: points,
  want: [[number, null, null]],
});
const ownEmail = (cell: string): Cell => ({
  cell,
  also: { mobile: '' },
  read: points,
  want: [[cell, null, null]],
});
const theirs = (cell: string, value: string, owner: string, also: Cell['also']): Cell => ({
  cell,
  also: { mobile: '', ...also },
  read: points,
  want: [[value, owner, null]],
});
const onAccount = <K extends keyof NonNullable<ReturnType<typeof account>>>(
  name: K,
  cell: string,
  want: unknown = cell,
): Cell => ({ cell, read: (seen) => account(seen)?.[name], want });
const onItem = <K extends keyof NonNullable<ReturnType<typeof item>>>(
  name: K,
  cell: string,
  want: unknown = cell,
  also: Cell['also'] = {},
): Cell => ({ cell, also, read: (seen) => item(seen)?.[name], want });
const onMethod = <K extends keyof NonNullable<ReturnType<typeof method>>>(
  name: K,
  cell: string,
  want: unknown,
  also: Cell['also'] = { methodKind: 'card' },
): Cell => ({ cell, also, read: (seen) => method(seen)?.[name], want });
const inFacts = <K extends keyof Imported['facts']['debts'][number]>(
  name: K,
  cell: string,
  want: unknown = cell,
): Cell => ({ cell, read: (seen) => debt(seen)?.[name], want });
const ofPlace = (
  name: 'country' | 'region' | 'city' | 'postalCode' | 'confirmedZone',
  cell: string,
): Cell => ({ cell, read: ({ address }) => address[name], want: cell });

/** What ends the reference of a debt that stands beside the one told of. */
export const besideMark = '-B';

const besides = <K extends keyof NonNullable<ReturnType<typeof item>>>(
  name: K,
  cell: string,
  want: unknown,
): Cell => ({
  cell,
  read: ({ card }) =>
    card.debt?.items.find(({ reference }) => !reference.endsWith(besideMark))?.[name],
  want,
  beside: true,
});

/** Fields of a ledger make another kind of file of the whole sheet; a currency is that of the book. */
export type FlatField = Exclude<BookField, 'debit' | 'credit' | 'currency'>;

/** For every field of a flat book: a cell, and how the product tells it again. Today is 2026-11-18. */
export const bookCells: Readonly<Record<FlatField, Cell>> = {
  customerReference: {
    cell: 'REF-1',
    read: ({ card }) => card.customer.reference,
    want: 'REF-1',
  },
  customerKind: { cell: 'company', read: ({ facts }) => facts.consumer.kind, want: 'company' },
  name: { cell: 'Ana Perez', read: ({ card }) => card.customer.name, want: 'Ana Perez' },
  givenName: { cell: 'Ana', read: ({ card }) => card.customer.name, want: 'Ana' },
  familyName: { cell: 'Perez', read: ({ card }) => card.customer.name, want: 'Perez' },
  language: { cell: 'es', read: ({ facts }) => facts.consumer.language, want: 'es' },
  birthDate: {
    cell: '2012-03-04',
    also: { region: 'NY' },
    read: ({ facts }) => facts.consumer.status?.minor,
    want: true,
  },
  country: ofPlace('country', 'GB'),
  region: ofPlace('region', 'NY'),
  city: ofPlace('city', 'Albany'),
  postalCode: ofPlace('postalCode', '10001'),
  street: {
    cell: '1 Main Street',
    also: { mobile: '' },
    read: points,
    want: [['1 Main Street, US', null, null]],
  },
  zone: {
    cell: 'America/Denver',
    also: { street: '2 Main Street', mobile: '' },
    read: ({ facts }) => facts.consumer.location_signals.map(({ tz }) => tz),
    want: [['America/Denver']],
  },
  confirmedZone: ofPlace('confirmedZone', 'America/Chicago'),
  accountReference: onAccount('reference', 'ACC-1'),
  product: { ...onAccount('product', 'Gold card'), also: { debtType: 'credit_card' } },
  debtType: inFacts('type', 'student_loan'),
  studentAccountGroup: inFacts('student_account_group', 'S-1'),
  limitationOn: onAccount('limitationOn', '2029-01-31'),
  openedOn: inFacts('incurred_at', '2021-02-03', '2021-02-03T00:00:00Z'),
  originalAmount: onAccount('originalAmount', '2500.00'),
  renewedOn: inFacts('renewed_on', '2024-02-01'),
  firstCommunicationOn: {
    cell: '2026-10-01',
    read: ({ facts }) => facts.consumer.initial_communication_made,
    want: true,
  },
  originalCreditor: onAccount('originalCreditor', 'First Lender'),
  chargedOffOn: onAccount('chargedOffOn', '2026-09-30'),
  chargedOffAmount: onAccount('chargedOffAmount', '900.00'),
  lastPaidOn: onAccount('lastPaidOn', '2026-05-05'),
  placedOn: onAccount('placedOn', '2026-10-05'),
  note: onAccount('fileNote', 'Pays in spring'),
  itemReference: onItem('reference', 'ITEM-1'),
  itemKind: onItem('kind', 'fee'),
  issuedOn: onItem('issuedOn', '2026-08-01'),
  dueOn: onItem('dueOn', '2026-07-31'),
  daysPastDue: onItem('dueOn', '10', '2026-11-08', { dueOn: '' }),
  monthsPastDue: onItem('dueOn', '2', '2026-09-18', { dueOn: '' }),
  amount: onItem('amount', '123.45'),
  paidAmount: onItem('balance', '30', '70.00'),
  balance: onItem('balance', '60.00'),
  principalAmount: onItem('balance', '80.00', '80.00', { amount: '' }),
  interestAmount: onAccount('interest', '5.00'),
  feesAmount: onAccount('fees', '6.00'),
  // A debt that is disputed or paid as a whole opens no case: another one stands beside it.
  status: besides('disputed', 'disputed', '100.00'),
  settledOn: {
    cell: '2026-11-04',
    read: ({ payments }) => payments.map(({ receivedOn, amount }) => [receivedOn, amount]),
    want: [['2026-11-04', '100.00']],
    beside: true,
  },
  deliveredOn: onItem('deliveredOn', '2026-08-02'),
  deliveredBy: onItem('deliveredHow', 'post', 'post', { deliveredOn: '2026-08-02' }),
  deliveredTo: onItem('deliveredTo', '1 Main Street', undefined, { deliveredOn: '2026-08-02' }),
  deliveryFailedOn: onItem('deliveryFailedOn', '2026-08-09', undefined, {
    deliveredOn: '2026-08-02',
  }),
  disputed: besides('disputed', 'yes', '100.00'),
  mobile: ownPhone('(212) 555-0191', '+12125550191'),
  phone1: ownPhone('(212) 555-0192', '+12125550192'),
  phone2: ownPhone('(212) 555-0193', '+12125550193'),
  phone3: ownPhone('(212) 555-0194', '+12125550194'),
  phone4: ownPhone('(212) 555-0195', '+12125550195'),
  email1: ownEmail('one@example.org'),
  email2: ownEmail('two@example.org'),
  employerPhone: {
    cell: '(212) 555-0196',
    also: { mobile: '' },
    read: points,
    want: [['+12125550196', null, 'work']],
  },
  employerEmail: {
    cell: 'me@work.example',
    also: { mobile: '' },
    read: ({ facts }) => facts.contact_points.map((at) => at.employer_provided_known),
    want: [true],
  },
  coDebtorName: { cell: 'Rose', read: parties, want: [['Rose', 'co_debtor']] },
  coDebtorPhone: theirs('(212) 555-0197', '+12125550197', 'co_debtor', {}),
  coDebtorEmail: theirs('co@example.org', 'co@example.org', 'co_debtor', {}),
  guarantorName: { cell: 'Rose', read: parties, want: [['Rose', 'guarantor']] },
  guarantorPhone: theirs('(212) 555-0198', '+12125550198', 'guarantor', {}),
  guarantorEmail: theirs('gu@example.org', 'gu@example.org', 'guarantor', {}),
  relatedRole: {
    cell: 'spouse',
    also: { relatedName: 'Rose' },
    read: parties,
    want: [['Rose', 'spouse']],
  },
  relatedName: { cell: 'Rose', read: parties, want: [['Rose', 'third_party']] },
  relatedPhone: theirs('(212) 555-0199', '+12125550199', 'spouse', { relatedRole: 'spouse' }),
  relatedEmail: theirs('re@example.org', 're@example.org', 'spouse', { relatedRole: 'spouse' }),
  methodKind: onMethod('kind', 'mandate', 'mandate', {}),
  methodState: onMethod('state', 'cancelled', 'cancelled'),
  methodExpiresOn: onMethod('expiresOn', '2027-05-31', '2027-05-31'),
  methodLast4: onMethod('masked', '4242', '4242'),
  methodRenews: onMethod('renews', 'yes', true),
  chargingDay: onMethod('chargingDay', '5', 5),
  payDay: { cell: '28', read: ({ card }) => card.debt?.payDay, want: 28 },
};
