import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyMap } from './import-map.ts';
import { creditNoteReader, paymentReader } from './money-row.ts';

const defaults = { currency: 'EUR', country: 'DE', today: '2026-06-30' };

test('paymentReader() reads a payment and refuses what is none', () => {
  const map = {
    ...emptyMap('payments'),
    columns: { paidOn: 'Datum', amount: 'Betrag', payerName: 'Name', itemReference: 'Rechnung' },
    dateFormat: 'dmy',
    decimal: 'comma',
  } as const;
  const read = paymentReader(map, ['Datum', 'Betrag', 'Name', 'Rechnung'], defaults);
  const paid = read(['01.06.2026', '1.250,00', 'Ann Example', 'R-1']);
  assert.equal(paid.kind, 'row');
  assert.deepEqual([paid.row.paidOn, paid.row.amountMinor], ['2026-06-01', 125000n]);
  const reasons = (cells: string[]) => {
    const outcome = read(cells);
    return outcome.kind === 'refused' ? outcome.problems.map(({ reason }) => reason) : [];
  };
  assert.deepEqual(reasons(['01.07.2026', '0,00', '', '']), [
    'date-in-future',
    'amount-not-positive',
  ]);
  assert.deepEqual(reasons(['', '', '', '']), ['missing-required', 'missing-required']);
});

test('creditNoteReader() takes a negative credit for what it means', () => {
  const header = ['reference', 'itemReference', 'creditedOn', 'amount'] as const;
  const columns = Object.fromEntries(header.map((name) => [name, name]));
  const read = creditNoteReader({ ...emptyMap('credit-notes'), columns }, header, defaults);
  const note = read(['C1', 'R-1', '2026-06-01', '-20.00']);
  assert.equal(note.kind, 'row');
  assert.equal(note.row.amountMinor, 2000n);
  const bad = read(['', '', '2026-06-01', '0']);
  assert.equal(bad.kind, 'refused');
  assert.deepEqual(
    bad.problems.map(({ field, reason }) => `${field} ${reason}`),
    ['amount amount-not-positive', 'reference missing-required', 'itemReference missing-required'],
  );
});
