import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { workbookOf } from '#test/support/books/workbooks.ts';
import { runReadStatement } from './read-statement.ts';

async function run(text: string | Uint8Array, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'statement-'));
  const file = join(folder, 'file');
  await writeFile(file, text);
  const out: string[] = [];
  const err: string[] = [];
  const code = await runReadStatement([file, ...args], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line.replaceAll(file, 'FILE')),
    today: '2026-06-30',
  });
  await rm(folder, { recursive: true });
  return { code, out: out.map((line) => JSON.parse(line)), raw: out.join(''), err: err.join('') };
}

const camt = (amount: string) => `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S1</Id>
<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<BookgDt><Dt>2026-06-01</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

test('read-statement prints one object a line with amounts in minor units', async () => {
  const { code, out, raw, err } = await run(camt('123456789012345.67'));
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual(
    out.map(({ kind, booked, currency, direction }) => [kind, booked, currency, direction]),
    [
      ['statement', undefined, undefined, undefined],
      ['payment', '2026-06-01', 'EUR', 'credit'],
    ],
  );
  assert.match(raw, /"amount":12345678901234567,/);
});

test('read-statement tells problems with their lines and fails', async () => {
  const { code, out, err } = await run(camt('1.005'));
  assert.deepEqual([code, out.length], [1, 1]);
  assert.equal(err, 'FILE:3: amount not exact (in Ntry, value 1.005, currency EUR)\n');
});

test('read-statement reads payments from CSV and asks for what the file does not say', async () => {
  const rows = 'Fecha;Importe;Referencia\n03/01/2026;1.250,00;F-1\n04/02/2026;x;F-2\n';
  const asked = await run(rows);
  assert.equal(asked.code, 2);
  assert.match(asked.err, /no column for currency/);
  assert.match(asked.err, /--date-format \(dmy or mdy\)/);
  const read = await run(rows.replace('x', '0,5'), '--currency', 'EUR', '--date-format', 'dmy');
  assert.equal(read.err, '');
  assert.deepEqual(
    read.out.map(({ booked, amount, reference, line }) => [booked, amount, reference, line]),
    [
      ['2026-01-03', 125000, 'F-1', 2],
      ['2026-02-04', 50, 'F-2', 3],
    ],
  );
});

test('read-statement reads a sheet of a workbook, asks which, and tells what is no payment', async () => {
  const rows = [
    ['Paid on', 'Amount', 'Reference'],
    [{ v: 46173, z: 'd/m/yy' }, 12.5, 'F-1'],
    ['Total', 12.5, null],
  ];
  const book = workbookOf({ May: { rows }, June: { rows } });
  const asked = await run(book, '--currency', 'EUR');
  assert.deepEqual([asked.code, asked.out.length], [2, 0]);
  assert.match(asked.err, /--sheet: "May", "June"/);
  const read = await run(book, '--currency', 'EUR', '--sheet', 'June');
  assert.deepEqual(
    read.out.map(({ booked, amount, line }) => [booked, amount, line]),
    [['2026-05-31', 1250, 2]],
  );
  assert.deepEqual([read.code, read.err], [0, 'FILE:3: note: left out (row-total)\n']);
});

test('read-statement knows formats it cannot read, and wrong use', async () => {
  const cases: [string, RegExp][] = [
    [':20:940\n:25:123\n', /MT940 is not supported yet/],
    ['OFXHEADER:100\n<OFX>', /OFX is not supported yet/],
    [`101 121042882 1210428822003241559${'A'.repeat(60)}\n5200`, /NACHA is not supported yet/],
    ['<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"/>', /pain\.008 is not/],
    ['hello', /This kind of file is not supported yet/],
  ];
  for (const [text, message] of cases) {
    const { code, err } = await run(text);
    assert.equal(code, 1);
    assert.match(err, message);
  }
  assert.equal((await run('', '--colour')).code, 2);
  assert.equal((await run('a', '--currency', 'XYZW')).code, 2);
});
