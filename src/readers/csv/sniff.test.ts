import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sniffed } from './sniff.ts';
import { sniff } from './sniff.ts';

function sniffed(text: string | Uint8Array, encoding: BufferEncoding = 'utf8'): Sniffed {
  const result = sniff(typeof text === 'string' ? Buffer.from(text, encoding) : text);
  assert.ok(result.ok);
  return result;
}

test('sniff() finds the delimiter that gives every row as many cells', () => {
  const cases: [string, string][] = [
    ['id,name\n1,a\n2,b\n', ','],
    ['id;amount\n1;12,50\n2;7,00\n', ';'],
    ['id\tname\n1\t"a, b"\n', '\t'],
    ['id|name|city\n1|a, b|c\n', '|'],
    ['"id","note"\n"1","a;b;c"\n"2","d;e"\n', ','],
  ];
  for (const [text, delimiter] of cases) {
    assert.equal(sniffed(text).shape.delimiter, delimiter, text);
  }
});

test('sniff() tells the encodings apart, with and without byte order mark', () => {
  const text = 'id;name\n1;Müller €\n';
  assert.equal(sniffed(text).shape.encoding, 'utf-8');
  assert.deepEqual(sniffed(`\uFEFF${text}`).header, ['id', 'name']);
  assert.equal(sniffed(text, 'utf16le').shape.encoding, 'utf-16le');
  const big = Buffer.from(text, 'utf16le').swap16();
  assert.equal(sniffed(big).shape.encoding, 'utf-16be');
  const western = Uint8Array.from(Buffer.from('id;name\n1;M\xfcller \x80\n', 'latin1'));
  assert.equal(sniffed(western).shape.encoding, 'windows-1252');
  assert.deepEqual(sniffed(western).sampleRows, [['1', 'Müller €']]);
});

test('sniff() sees whether the first line is a header, and passes titles over', () => {
  assert.equal(sniffed('1,2012-01-03,50.39\n2,2012-01-04,7.10\n').shape.hasHeader, false);
  const aged = sniffed(
    'A/R Ageing\nExample Ltd\nAs of June 30\n\n,Current,1 - 30,Total\nAnn,1,2,3\nBo,2,0,2\n',
  );
  assert.equal(aged.shape.firstLine, 5);
  assert.deepEqual(aged.header, ['Column 1', 'Current', '1 - 30', 'Total']);
  assert.deepEqual(sniffed('Phone,Phone\n+1 202 555 0123,x\n').header, ['Phone', 'Phone (2)']);
  assert.deepEqual(sniffed('sep=;\nid;b\n1;2\n').header, ['id', 'b']);
});

test('sniff() finds the header among titles, over two lines, and longer than its rows', () => {
  const cases: [name: string, text: string, line: number, header: string[], rows: number][] = [
    [
      'padded titles',
      'A/R Detail,,,\nAs of: 2026-06-30,,,\n,,,\nCustomer,No,Due,Open\nA,1,2026-05-31,5.00\n',
      ...[4, ['Customer', 'No', 'Due', 'Open'], 1],
    ],
    [
      'titles with words and values as banks write them',
      'Konto;DE00;;;\nVom;01.06.2026;;;\n\nKunde;Nr;Fällig;Betrag;Offen\nA;1;31.05.2026;5,00;5,00\nB;2;31.05.2026;5,00;5,00\n',
      ...[4, ['Kunde', 'Nr', 'Fällig', 'Betrag', 'Offen'], 2],
    ],
    [
      'names that go on in a second line',
      'Customer,Invoice,Due,Open\nnumber,number,date,balance\nC-1,I-1,2026-05-31,5.00\n',
      ...[1, ['Customer number', 'Invoice number', 'Due date', 'Open balance'], 1],
    ],
    [
      'parents above their columns',
      'Customer,,Invoice,,\nNo.,Name,No.,Due,Open\nC-1,Ann,I-1,2026-05-31,5.00\n',
      ...[1, ['Customer No.', 'Customer Name', 'Invoice No.', 'Invoice Due', 'Invoice Open'], 1],
    ],
    [
      'rows shorter than the header',
      'Ref,Due,Open,Phone,Mail\nA,2026-05-31,5.00\nB,2026-05-31,5.00\n',
      ...[1, ['Ref', 'Due', 'Open', 'Phone', 'Mail'], 2],
    ],
    [
      'a heading with a word of its own is a column',
      'No,Due,Amount,Open\nClient: Acme,,,\n1,2026-05-31,5.00,5.00\nPage: 2,,,\n',
      ...[1, ['No', 'Due', 'Amount', 'Open', 'Client'], 1],
    ],
    ['words alone', 'name,city\nAnn,Berlin\nBo,Paris\n', ...[1, ['name', 'city'], 2]],
  ] as never;
  for (const [name, text, line, header, rows] of cases) {
    const found = sniffed(text);
    assert.deepEqual([found.shape.firstLine, found.header], [line, header], name);
    assert.equal(found.sampleRows.length, rows, name);
  }
});

test('sniff() says what a file is that is no table of text', () => {
  assert.deepEqual(sniff(new Uint8Array()), { ok: false, reason: 'empty' });
  assert.deepEqual(sniff(Buffer.from('PK\x03\x04....')), { ok: false, reason: 'spreadsheet' });
  assert.deepEqual(sniff(Buffer.from('%PDF-1.4')), { ok: false, reason: 'pdf' });
  assert.deepEqual(sniff(Buffer.from('<?xml version="1.0"?><a/>')), { ok: false, reason: 'xml' });
  const wide = (columns: number) => sniff(Buffer.from(Array(columns).fill('a').join(',')));
  assert.ok(wide(500).ok);
  assert.deepEqual(wide(501), { ok: false, reason: 'too-many-columns' });
});
