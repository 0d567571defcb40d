/** One customer of the book that the test loads, with one open invoice. */
export type Debtor = {
  readonly reference: string;
  readonly name: string;
  readonly account: string;
  readonly invoice: string;
  readonly amountMinor: bigint;
  readonly mobile: string;
  readonly email: string;
  readonly birthDate: string;
  readonly city: string;
  readonly postalCode: string;
};

const given = [
  'Ada',
  'Boris',
  'Clara',
  'Dennis',
  'Edith',
  'Felix',
  'Greta',
  'Hugo',
  'Irma',
  'Jonas',
];
const family = ['Quillfeather', 'Rookwood', 'Sandpiper'];

/** Thirty invented people of New York, each a hundred dollars and some cents further behind. */
export const debtors: readonly Debtor[] = Array.from({ length: 30 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0');
  const first = given[index % given.length] ?? '';
  const last = family[Math.floor(index / given.length)] ?? '';
  return {
    reference: `CUST-70${number}`,
    name: `${first} ${last}`,
    account: `ACC-70${number}`,
    invoice: `INV-70${number}`,
    amountMinor: 30_000n + BigInt(index) * 10_007n,
    mobile: `(212) 555-01${number}`,
    email: `${first}.${last}@example.org`.toLowerCase(),
    birthDate: `19${60 + index}-03-14`,
    city: 'New York',
    postalCode: `100${String(10 + index)}`,
  };
});

const header =
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount,Currency,' +
  'Mobile,Email,Date of birth,City,State,Zip';

const plain = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;

function lineOf(debtor: Debtor, amount = plain(debtor.amountMinor), due = '2026-10-01'): string {
  const { reference, name, account, invoice, mobile, email, birthDate, city, postalCode } = debtor;
  const sheet = [reference, name, account, invoice, '2026-09-01', due, amount, 'USD'];
  return [...sheet, mobile, email, birthDate, city, 'NY', postalCode].join(',');
}

/** Rows that must be refused: what is wrong with each, as the product's code for it. */
const wrong = { ...(debtors[0] as Debtor), reference: 'CUST-7090', account: 'ACC-7090' };
const badRows: readonly string[] = [
  lineOf({ ...wrong, invoice: 'INV-7090' }, '12.345'),
  lineOf({ ...wrong, invoice: 'INV-7091' }, '80.00', '2026-02-30'),
  lineOf({ ...wrong, invoice: 'INV-7092' }, '-5.00'),
];

/** How many rows of the file are refused. */
export const badCount = badRows.length;

/** The file: every debtor, and some rows that nobody could load. */
export const bookFile = [header, ...debtors.map((debtor) => lineOf(debtor)), ...badRows].join('\n');

/** A file of payments with one that pays a debtor's invoice in full. */
export function paymentsFile({ account, invoice, name, amountMinor }: Debtor, on: string): string {
  return [
    'Payment reference,Payment date,Amount,Currency,Payer,Account,Invoice number',
    `PAY-7001,${on},${plain(amountMinor)},USD,${name},${account},${invoice}`,
  ].join('\n');
}

/** Every debtor's debt together, in cents. */
export const wholeDebtMinor = debtors.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** Dollars as an English screen shows them. */
export function dollars(minor: bigint): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(
    plain(minor) as Intl.StringNumericLiteral,
  );
}

/** What each debtor would answer to the verification questions, by the question on the screen. */
export function answersOf(debtor: Debtor): Readonly<Record<string, string>> {
  return {
    'Postal code': debtor.postalCode,
    'Year of birth': debtor.birthDate.slice(0, 4),
    'Last four characters of the reference': debtor.reference.slice(-4),
    Town: debtor.city,
  };
}
