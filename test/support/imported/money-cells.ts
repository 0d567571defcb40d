import type { Imported } from './read-imported.ts';

/** What rows of consents, payments and credit notes say, and where the product has to say it again. */
export type LineCell = {
  readonly cells: Readonly<Record<string, string>>;
  readonly read: (seen: Imported) => unknown;
  readonly want: unknown;
};

const base = { consentKind: 'additional_calls', receivedOn: '2026-11-10' };
type Consent = NonNullable<Imported['facts']['consents']>[number];
/** A consent with one more cell, read as the gate is told it. */
function consent(
  name: keyof Consent,
  want: unknown,
  cells: Readonly<Record<string, string>>,
): LineCell {
  const read = ({ facts }: Imported) => facts.consents?.[0]?.[name];
  return { cells: { ...base, ...cells }, read, want };
}

const kept = (
  name: 'source' | 'evidenceRef' | 'occurredAt',
  want: string,
  cells: Readonly<Record<string, string>>,
): LineCell => ({
  cells: { ...base, ...cells },
  read: ({ log }) => log.find(({ sort }) => sort === 'consent')?.[name],
  want,
});

const ofTime = { consentKind: 'contact_time', consentFrom: '21:00', consentTo: '23:00' };
const ofPhone = { consentKind: 'text', consentPoint: '$mobile' };

/** One consent for each field of a row of consents. */
export const consentCells: Readonly<Record<string, LineCell>> = {
  customerReference: consent('kind', 'additional_calls', {}),
  consentKind: consent('kind', 'esign', { consentKind: 'esign' }),
  consentPoint: {
    cells: { ...base, ...ofPhone },
    read: ({ facts }) =>
      facts.contact_points.find(({ id }) => id === facts.consents?.[0]?.address)?.kind,
    want: 'mobile',
  },
  consentAccounts: {
    cells: { ...base, consentAccounts: '$account' },
    read: ({ facts }) => facts.consents?.[0]?.debts?.[0] === facts.debts[0]?.id,
    want: true,
  },
  givenOn: kept('occurredAt', '2026-11-05T05:00:00.000Z', { givenOn: '2026-11-05' }),
  receivedOn: consent('received_at', '2026-11-12T05:00:00+00:00', { receivedOn: '2026-11-11' }),
  consentUntil: consent('valid_until', '2026-11-14', { consentUntil: '2026-11-14' }),
  revokedOn: consent('revoked_at', '2026-11-12T05:00:00+00:00', { revokedOn: '2026-11-12' }),
  revokedVia: consent('revoked_via', 'letter', { revokedOn: '2026-11-12', revokedVia: 'letter' }),
  givenTo: consent('given_to', 'Lender One', { givenTo: 'Lender One' }),
  consentVia: consent('via', 'web form', { consentVia: 'web form' }),
  consentWords: consent('words', 'Yes do', { consentWords: 'Yes do' }),
  consentSource: kept('source', 'CRM', { consentSource: 'CRM' }),
  consentEvidence: kept('evidenceRef', 'DOC-7', { consentEvidence: 'DOC-7' }),
  consentDays: consent('only_local_dates', ['2026-11-13'], { consentDays: '2026-11-13' }),
  consentWeekdays: consent('weekdays', ['mon'], { ...ofTime, consentWeekdays: 'Mon' }),
  consentFrom: consent('from', '21:00', ofTime),
  consentTo: consent('to', '23:00', ofTime),
  consentPlace: consent('place', 'work', { consentKind: 'contact_place', consentPlace: 'work' }),
  consentPerson: consent('person', 'spouse', {
    ...{ consentKind: 'third_party_contact', consentPerson: 'spouse' },
  }),
  consentChannels: {
    cells: { ...base, consentKind: 'authorised_channels', consentChannels: 'sms' },
    read: ({ facts }) => facts.consumer.authorised_channels,
    want: ['sms'],
  },
  duringConversation: consent('during_compliant_communication', true, {
    ...{ ...ofTime, duringConversation: 'yes' },
  }),
  notEmployerAddress: consent('affirmed_not_employer', true, {
    ...{ consentKind: 'ny_email_written', consentPoint: '$email', notEmployerAddress: 'yes' },
  }),
  numberCheckedOn: consent('reassigned_checks_ok', ['2026-11-13'], {
    ...{ ...ofPhone, numberCheckedOn: '2026-11-13' },
  }),
};

const entry = <K extends keyof Imported['entries'][number]>(
  name: K,
  want: unknown,
  cells: Readonly<Record<string, string>>,
): LineCell => ({
  cells: { paidOn: '2026-11-10', amount: '10.01', ...cells },
  // Payments that fit no debt wait at the office, one for each field.
  read: ({ entries }) => entries.find((each) => String(each[name]) === String(want)) !== undefined,
  want: true,
});

/** One payment for each field of a row of payments, which nobody can match by itself. */
export const paymentCells: Readonly<Record<string, LineCell>> = {
  reference: entry('reference', 'PAY-1', { reference: 'PAY-1' }),
  paidOn: entry('bookedOn', '2026-11-02', { paidOn: '2026-11-02' }),
  amount: entry('amount', '77.77', { amount: '77.77' }),
  currency: entry('currency', 'EUR', { currency: 'EUR', amount: '10.02' }),
  payerName: entry('payerName', 'Nobody Known', { payerName: 'Nobody Known' }),
  payerRole: entry('payerRole', 'guarantor', { payerRole: 'guarantor', amount: '10.03' }),
  customerReference: entry('remittance', 'NO-C-1', { customerReference: 'NO-C-1' }),
  accountReference: entry('remittance', 'NO-A-1', { accountReference: 'NO-A-1' }),
  itemReference: entry('remittance', 'NO-I-1', { itemReference: 'NO-I-1' }),
  text: entry('remittance', 'for the summer', { text: 'for the summer' }),
};

const credit = (
  want: unknown,
  cells: Readonly<Record<string, string>>,
  read: (line: Imported['history'][number] | undefined, seen: Imported) => unknown,
): LineCell => ({
  cells: {
    reference: '$reference',
    itemReference: '$item',
    creditedOn: '2026-11-01',
    amount: '10.00',
    ...cells,
  },
  read: (seen) =>
    read(
      seen.history.find(({ kind }) => kind === 'credit.booked'),
      seen,
    ),
  want,
});

/** One credit note for each field of their rows. */
export const creditCells: Readonly<Record<string, LineCell>> = {
  reference: credit('CN-7', { reference: 'CN-7' }, (line) => line?.words),
  itemReference: credit('90.00', {}, (_, { card }) => card.debt?.items[0]?.balance),
  accountReference: credit(
    '90.00',
    { itemReference: '', accountReference: '$account' },
    (_, { card }) => card.debt?.items[0]?.balance,
  ),
  creditedOn: credit('2026-11-03', { creditedOn: '2026-11-03' }, (line) => line?.facts['issuedOn']),
  amount: credit('12.34', { amount: '12.34' }, (line) => line?.facts['amount']),
  reason: credit(
    'CN reason · Goods came back',
    { reason: 'Goods came back' },
    (line) => line?.words,
  ),
};
