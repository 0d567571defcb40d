import fc from 'fast-check';
import { workbookOf, zipOf } from '#test/support/books/workbooks.ts';
import { nastyText } from './nasty.ts';

const names = fc.constantFrom(
  ...['Account', 'Invoice number', 'Due date', 'Amount', 'Balance', 'Name', 'Phone', 'Email'],
  ...[
    'Payer',
    'Paid on',
    'Consent',
    'Credit note',
    'Currency',
    'Birth date',
    'Postal code',
    'City',
  ],
);
const cells = fc.oneof(
  fc.constantFrom('A1', '2026-08-31', '31/08/2026', '10.00', '1.234,50', '+12025550123', 'Ana', ''),
  nastyText.map((text) => text.slice(0, 3_000)),
);

/** Tables: usual ones with unusual cells, wide ones, long ones, quotes that do not close. */
export const csvFile: fc.Arbitrary<string> = fc.oneof(
  fc
    .record({
      header: fc.uniqueArray(names, { minLength: 1, maxLength: 12 }),
      rows: fc.array(fc.array(cells, { maxLength: 12 }), { maxLength: 12 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      quotes: fc.boolean(),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
    })
    .map(({ header, rows, delimiter, quotes, newline }) =>
      [header, ...rows.map((row) => header.map((_, i) => row[i] ?? ''))]
        .map((row) =>
          row.map((cell) => (quotes ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
        )
        .join(newline),
    ),
  fc
    .record({
      columns: fc.nat(30_000),
      rows: fc.nat(20),
      cell: cells.map((text) => text.slice(0, 8)),
    })
    .map(({ columns, rows, cell }) =>
      Array.from({ length: rows + 1 }, () => Array(columns).fill(cell).join(','))
        .join('\n')
        .slice(0, 2_000_000),
    ),
  fc
    .record({
      line: fc.oneof(nastyText, fc.constantFrom('"a', '"""', 'a"b,"', '@', '101 ', '1 ')),
      times: fc.nat(40_000),
    })
    .map(({ line, times }) =>
      `a,b\n${`${line.slice(0, 200)}\n`.repeat(times)}`.slice(0, 1_000_000),
    ),
  fc
    .record({
      text: fc.constantFrom('@', '1', '1.', '1/', ' ', '(', '"', '-', 'a@', '٣', '2026-'),
      times: fc.nat(200_000),
    })
    .map(({ text, times }) => `Email,Amount\n${text.repeat(times)},1\n`.slice(0, 400_000)),
);

/** What looks like a workbook, an old one, a PDF, an archive, and bytes. */
export const workbook: fc.Arbitrary<Uint8Array> = fc
  .record({
    magic: fc.constantFrom(
      'PK\x03\x04',
      '\xD0\xCF\x11\xE0',
      '%PDF-1.7',
      'PK\x05\x06',
      '\x1F\x8B',
      '',
    ),
    rest: fc.uint8Array({ maxLength: 4_000 }),
    times: fc.nat(50),
  })
  .map(({ magic, rest, times }) =>
    Buffer.concat([Buffer.from(magic, 'latin1'), ...Array.from({ length: times }, () => rest)]),
  );

const cell = fc.oneof(
  { weight: 4, arbitrary: cells.map((text) => text.slice(0, 2_000)) },
  fc.double(),
  fc.constant(null),
  fc.record({
    v: fc.double({ noNaN: true }),
    z: fc.constantFrom('0.00', 'd/m/yy', '0%', '00000', '@'),
  }),
);

/** Workbooks with strange cells; many of them with a byte changed, or cut short. */
export const tornWorkbook = (type: 'xlsx' | 'xls' | 'ods'): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      header: fc.uniqueArray(names, { minLength: 2, maxLength: 8 }),
      rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
      at: fc.nat(20_000),
      byte: fc.nat(255),
      cut: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ header, rows, at, byte, cut }) => {
      const bytes = Buffer.from(workbookOf({ Book: { rows: [header, ...rows] } }, type));
      if (at < bytes.length && byte > 0) bytes[at] = byte;
      return bytes.subarray(0, Math.ceil(bytes.length * cut));
    });

/** Archives of tables, of archives, of what claims to be one, and of very much of the same. */
export const archive: fc.Arbitrary<Uint8Array> = fc
  .record({
    name: fc.oneof(
      fc.constantFrom('a.csv', '../a.csv', 'xl/workbook.xml', 'content.xml', ''),
      nastyText,
    ),
    content: fc.oneof(
      csvFile,
      workbook,
      fc.nat(300_000_000).map((size) => new Uint8Array(size)),
      csvFile.map((text) => zipOf({ 'a.csv': text })),
    ),
    flags: fc.constantFrom(0, 0, 0, 1),
    cut: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ name, content, flags, cut }) => {
    const bytes = zipOf({ [name.slice(0, 1_000)]: content, 'b.csv': 'a,b\n1,2\n' }, flags);
    return bytes.subarray(0, Math.ceil(bytes.length * cut));
  });

const entry = (inner: string) =>
  `<Ntry><Amt Ccy="USD">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-10</Dt></BookgDt>${inner}</Ntry>`;

const xmlText = nastyText.map((text) => text.slice(0, 2_000).replaceAll(/[<&]/g, ''));

const inEntry = fc.oneof(
  xmlText.map(
    (text) => `<NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls>`,
  ),
  fc.nat(3_000).map((times) => '<NtryDtls><TxDtls/></NtryDtls>'.repeat(times)),
  fc
    .record({
      tag: fc.constantFrom('<a>', '<TxDtls>', '<a:b>', '<a b="1">'),
      times: fc.nat(20_000),
    })
    .map(({ tag, times }) => tag.repeat(times)),
  fc
    .nat(20_000)
    .map((times) => `<a ${Array.from({ length: times }, (_, i) => `b${i}="1"`).join(' ')}/>`),
  fc.nat(100_000).map((times) => '&lt;'.repeat(times)),
  fc.constantFrom('<![CDATA[', '<!--', '<?a', ']]>', '&a;', '</Ntry>', '<Amt>', '\0'),
);

/** Statements of banks: right ones with strange insides, and torn ones. */
export const camtFile: fc.Arbitrary<string> = fc
  .record({
    prolog: fc.constantFrom('<?xml version="1.0"?>', '', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!--'),
    entries: fc.array(inEntry, { maxLength: 4 }),
    cut: fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
  })
  .map(({ prolog, entries, cut }) => {
    const whole = `${prolog}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>${entries.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>`;
    return whole.slice(0, Math.ceil(whole.length * cut));
  });
