import { debtTypes } from '#domain/debts/debt-types.ts';
import { consentKinds, consentPersons } from '#domain/gate/facts/consent-kinds.ts';
import { partyRoles } from '#domain/parties/party-roles.ts';
import { payers } from '#domain/parties/payers.ts';

/** What a file of rows holds: the book itself, credit notes, payments, or consents. */
export type SheetKind = 'book' | 'credit-notes' | 'payments' | 'consents';

export const sheetKinds: readonly SheetKind[] = ['book', 'credit-notes', 'payments', 'consents'];

/** What kind of value a field takes; guessing and reading both go by it. */
export type FieldType =
  | 'reference'
  | 'text'
  | 'name'
  | 'date'
  | 'amount'
  | 'currency'
  | 'whole-number'
  | 'country'
  | 'language'
  | 'zone'
  | 'postal-code'
  | 'phone'
  | 'email'
  | 'choice'
  | 'yes-no'
  | 'last-four';

type Spec = {
  readonly type: FieldType;
  /** Longest text in characters. */
  readonly max: number;
  readonly choices?: readonly string[];
};

const reference = { type: 'reference', max: 100 } as const;
const text = { type: 'text', max: 200 } as const;
const name = { type: 'name', max: 200 } as const;
const date = { type: 'date', max: 40 } as const;
const amount = { type: 'amount', max: 40 } as const;
const currency = { type: 'currency', max: 40 } as const;
const wholeNumber = { type: 'whole-number', max: 12 } as const;
const phone = { type: 'phone', max: 40 } as const;
const email = { type: 'email', max: 254 } as const;

const choice = <const C extends readonly string[]>(...choices: C) =>
  ({ type: 'choice', max: 60, choices }) as const;

/**
 * The fields of the flat row of a book: one row is one item (invoice, instalment, fee) with its
 * account, its customer, how to reach them and how they pay.
 */
export const bookFields = {
  customerReference: reference,
  customerKind: choice('person', 'company'),
  name,
  givenName: name,
  familyName: name,
  language: { type: 'language', max: 40 },
  birthDate: date,
  payDay: wholeNumber,
  country: { type: 'country', max: 80 },
  region: text,
  city: text,
  postalCode: { type: 'postal-code', max: 20 },
  street: text,
  zone: { type: 'zone', max: 60 },
  confirmedZone: { type: 'zone', max: 60 },
  accountReference: reference,
  product: text,
  debtType: choice(...debtTypes),
  studentAccountGroup: { type: 'text', max: 100 },
  limitationOn: date,
  openedOn: date,
  originalAmount: amount,
  renewedOn: date,
  firstCommunicationOn: date,
  originalCreditor: text,
  chargedOffOn: date,
  chargedOffAmount: amount,
  lastPaidOn: date,
  placedOn: date,
  note: { type: 'text', max: 1000 },
  itemReference: reference,
  itemKind: choice('invoice', 'instalment', 'fee'),
  issuedOn: date,
  dueOn: date,
  daysPastDue: wholeNumber,
  monthsPastDue: wholeNumber,
  amount,
  paidAmount: amount,
  balance: amount,
  principalAmount: amount,
  interestAmount: amount,
  feesAmount: amount,
  debit: amount,
  credit: amount,
  currency,
  status: choice('open', 'disputed', 'paid', 'cancelled', 'left_out'),
  settledOn: date,
  deliveredOn: date,
  deliveredBy: choice('post', 'email', 'portal', 'hand'),
  deliveredTo: text,
  deliveryFailedOn: date,
  disputed: { type: 'yes-no', max: 20 },
  mobile: phone,
  phone1: phone,
  phone2: phone,
  phone3: phone,
  phone4: phone,
  email1: email,
  email2: email,
  employerPhone: phone,
  employerEmail: email,
  coDebtorName: name,
  coDebtorPhone: phone,
  coDebtorEmail: email,
  guarantorName: name,
  guarantorPhone: phone,
  guarantorEmail: email,
  relatedRole: choice(...partyRoles),
  relatedName: name,
  relatedPhone: phone,
  relatedEmail: email,
  methodKind: choice('card', 'mandate', 'none'),
  methodState: choice('active', 'cancelled', 'expired', 'refused'),
  methodExpiresOn: date,
  methodLast4: { type: 'last-four', max: 30 },
  methodRenews: { type: 'yes-no', max: 20 },
  chargingDay: wholeNumber,
} as const satisfies Record<string, Spec>;

/** The fields of a row of credit notes. */
const creditNoteFields = {
  reference,
  itemReference: reference,
  accountReference: reference,
  creditedOn: date,
  amount,
  currency,
  reason: text,
} as const satisfies Record<string, Spec>;

/** The fields of a row of payments. */
const paymentFields = {
  reference,
  paidOn: date,
  amount,
  currency,
  payerName: name,
  payerRole: choice(...payers),
  customerReference: reference,
  accountReference: reference,
  itemReference: reference,
  text: { type: 'text', max: 500 },
} as const satisfies Record<string, Spec>;

const list = { type: 'text', max: 2_000 } as const;
const clock = { type: 'text', max: 20 } as const;

/** The fields of a row of consents: who allowed what, when, how, for how long, and how we know. */
export const consentFields = {
  customerReference: reference,
  consentKind: choice(...consentKinds),
  consentPoint: { type: 'text', max: 254 },
  consentAccounts: list,
  givenOn: date,
  receivedOn: date,
  consentUntil: date,
  revokedOn: date,
  revokedVia: text,
  givenTo: text,
  consentVia: text,
  consentWords: text,
  consentSource: text,
  consentEvidence: text,
  consentDays: list,
  consentWeekdays: text,
  consentFrom: clock,
  consentTo: clock,
  consentPlace: choice('home', 'work'),
  consentPerson: choice(...consentPersons),
  consentChannels: text,
  duringConversation: { type: 'yes-no', max: 20 },
  notEmployerAddress: { type: 'yes-no', max: 20 },
  numberCheckedOn: list,
} as const satisfies Record<string, Spec>;

export type BookField = keyof typeof bookFields;
/** A field of a row of consents. */
export type ConsentSheetField = keyof typeof consentFields;
type CreditNoteField = keyof typeof creditNoteFields;
type PaymentField = keyof typeof paymentFields;
/** A place of the book that a column may fill. */
export type Field = BookField | CreditNoteField | PaymentField | ConsentSheetField;

const sheets: Readonly<Record<SheetKind, Readonly<Partial<Record<Field, Spec>>>>> = {
  book: bookFields,
  'credit-notes': creditNoteFields,
  payments: paymentFields,
  consents: consentFields,
};

/** What a field of a sheet takes, or undefined when the sheet has no such field. */
export function specOf(kind: SheetKind, field: string): Spec | undefined {
  const specs: Readonly<Partial<Record<string, Spec>>> = sheets[kind];
  return Object.hasOwn(specs, field) ? specs[field] : undefined;
}

/** The fields of a sheet, in the order in which a person would fill a form. */
export function fieldsOf(kind: SheetKind): Field[] {
  return Object.keys(sheets[kind]).filter((key): key is Field => specOf(kind, key) !== undefined);
}
