import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MatchCandidate, matchPayment } from './matching.ts';
import { type BankPayment, referenceForms, referenceKeys } from './named-references.ts';
import { type NameAgreement, nameAgreement } from './names.ts';
import { coresOf } from './structured-references.ts';

const item = (id: string, over: Partial<MatchCandidate> = {}): MatchCandidate => ({
  itemId: id,
  accountId: `account of ${over.customerReference ?? 'C-100'}`,
  customerId: over.customerReference ?? 'C-100',
  itemReference: `INV-2026-${id}`,
  accountReference: 'A-7001',
  customerReference: 'C-100',
  customerName: 'José Núñez García',
  balanceMinor: 10_000n,
  currency: 'EUR',
  dueOn: '2026-03-01',
  ...over,
});

const payment = (over: Partial<BankPayment>): BankPayment => ({
  amountMinor: 10_000n,
  currency: 'EUR',
  references: [],
  texts: [],
  payerName: null,
  ...over,
});

const other = item('900', {
  customerReference: 'C-200',
  accountReference: 'A-8002',
  customerName: 'Ann Example',
  balanceMinor: 7_700n,
});
const book = [item('001'), item('002', { balanceMinor: 2_500n, dueOn: '2026-04-01' }), other];

function told(over: Partial<BankPayment>, candidates: readonly MatchCandidate[] = book): string {
  const match = matchPayment(payment(over), candidates);
  if (match.kind === 'matched')
    return `${match.how} ${match.itemIds.join(' ')} ${match.confidence}`;
  return `${match.kind} ${match.reasons.map(({ code }) => code).join(' ')}`;
}

test('matchPayment() goes by references first, however they are written', () => {
  assert.equal(told({ references: ['INV-2026-001'] }), 'item-reference 001 1');
  assert.equal(told({ texts: ['payment inv 2026 001, thanks'] }), 'item-reference 001 1');
  assert.equal(told({ texts: ['INV2026001'], amountMinor: 500n }), 'item-reference 001 0.95');
  assert.equal(
    told({ references: ['INV-2026-001'], amountMinor: 10_001n }),
    'item-reference 001 0.9',
  );
  assert.equal(
    told({ texts: ['INV-2026-001 + INV-2026-002'], amountMinor: 12_500n }),
    'item-references 001 002 1',
  );
  assert.equal(told({ texts: ['A-7001'], amountMinor: 2_500n }), 'account-reference 002 0.97');
  assert.equal(told({ texts: ['A-7001'], amountMinor: 77n }), 'account-reference  0.9');
  assert.equal(told({ references: ['C-200'], amountMinor: 7_700n }), 'customer-reference 900 0.97');
});

test('matchPayment() reads the creditor reference of ISO 11649', () => {
  const candidates = [item('001', { itemReference: '539007547034' })];
  assert.equal(told({ references: ['RF18 5390 0754 7034'] }, candidates), 'item-reference 001 1');
});

test('matchPayment() does not find a reference within a longer number or a common word', () => {
  const candidates = [
    item('001', { itemReference: '1234567' }),
    item('002', { itemReference: '12' }),
    item('003', { itemReference: 'rent' }),
  ];
  const far = { amountMinor: 1n };
  assert.equal(
    told({ texts: ['IBAN 991234567890'], ...far }, candidates),
    'unmatched nothing-found',
  );
  assert.equal(
    told({ texts: ['rent for 12 months'], ...far }, candidates),
    'unmatched nothing-found',
  );
  assert.equal(told({ references: ['12'] }, candidates), 'item-reference 002 1');
});

test('matchPayment() takes amount and name only together', () => {
  const name = { payerName: 'NUNEZ GARCIA, JOSE' };
  assert.equal(told(name), 'amount+name 001 0.85');
  assert.equal(told({ ...name, amountMinor: 1n }), 'ambiguous name-alone');
  assert.equal(told({ payerName: 'Somebody Else' }), 'ambiguous amount-alone');
  const namesakes = [item('001'), item('002', { customerReference: 'C-300' })];
  assert.equal(told(name, namesakes), 'ambiguous name-alone');
  const instalments = [item('002', { dueOn: '2026-04-01' }), item('001')];
  assert.equal(told(name, instalments), 'amount+name 001 0.75');
});

test('matchPayment() leaves several accounts and other currencies to a person', () => {
  const texts = ['INV-2026-001 and INV-2026-900'];
  assert.match(told({ texts }), /^ambiguous .*several-accounts$/);
  assert.equal(
    told({ references: ['INV-2026-001'], currency: 'USD' }),
    'ambiguous currency-differs',
  );
  assert.equal(told({ amountMinor: 3n }), 'unmatched nothing-found');
});

test('nameAgreement() looks past case, accents, spelling, order, titles and legal forms', () => {
  const table: [payer: string | null, customer: string, NameAgreement][] = [
    ['MULLER', 'Müller GmbH & Co. KG', 'same'],
    ['example ann', 'Ms Ann B. Example', 'same'],
    ['כהן דנה', 'דנה כהן', 'same'],
    ['JUERGEN MUELLER', 'Jürgen Müller', 'same'],
    ['SOEREN OESTERGAARD', 'Søren Østergaard', 'same'],
    ['Gross, Dr. Ingrid', 'Ingrid Groß', 'same'],
    ['Müller Hans und Eva', 'Eva Müller', 'same'],
    ['MAXIMILIANE KATHARINA VON HO', 'Maximiliane Katharina von Hohenstein', 'same'],
    ['MUELLER UND SOHN OHG', 'Müller & Sohn GmbH', 'near'],
    ['Müller und Sohn', 'Müller & Sohn GmbH', 'same'],
    ['Müller & Sohn GmbH', 'Müller & Sohn GmbH & Co. KG', 'same'],
    ['Ann Sample', 'Ann Example', 'differs'],
    ['Bob Example', 'Ann Example', 'near'],
    ['Example', 'Ann Example', 'near'],
    ['Dana Cohen', 'דנה כהן', 'unknown'],
    [null, 'Ann Example', 'unknown'],
    ['', '', 'unknown'],
  ];
  for (const [payer, customer, told] of table) {
    assert.equal(nameAgreement(payer, customer), told, `${payer} / ${customer}`);
  }
});

test('coresOf() reads what the creditor put into a reference with check digits', () => {
  const table: [reference: string, core: string | undefined][] = [
    ['RF18539007547034', '539007547034'],
    ['RF19539007547034', undefined],
    ['210000000003139471430009017', '3139471430009017'],
    ['13013', '1301'],
    ['090933755493', '909337554'],
    ['4000000000870055', '870055'],
    ['00030015', '3001'],
  ];
  for (const [reference, core] of table) {
    const cores = coresOf(reference).map((each) => each.core);
    assert.ok(core === undefined ? cores.length === 0 : cores.includes(core), reference);
  }
});

test('referenceKeys() holds every reference that matchPayment() would find', () => {
  for (const text of ['inv 2026 001 thanks', 'INV-2026-001', 'for INV2026001;C-200']) {
    const keys = referenceKeys(payment({ texts: [text] }));
    assert.ok(
      referenceForms('INV-2026-001').some((form) => keys.includes(form)),
      text,
    );
  }
  assert.ok(
    referenceKeys(payment({ references: ['RF18 5390 0754 7034'] })).includes('539007547034'),
  );
});
