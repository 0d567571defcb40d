import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRows } from './read-rows.ts';
import type { CsvBatch, CsvShape } from './shape.ts';

const shape: CsvShape = {
  encoding: 'utf-8',
  delimiter: ',',
  newline: '\n',
  hasHeader: true,
  firstLine: 1,
  columns: 2,
};

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(text: string | Uint8Array, over: Partial<CsvShape> = {}, size = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const batches: CsvBatch[] = [];
  for await (const batch of readRows(chunks(bytes, size), { ...shape, ...over })) {
    batches.push(batch);
  }
  assert.equal(batches.at(-1)?.bytesRead, bytes.length);
  return {
    rows: batches.flatMap(({ rows }) => rows),
    problems: batches.flatMap(({ problems }) => problems),
  };
}

test('readRows() gives the line, the cells and the text of each row', async () => {
  const { rows, problems } = await readAll('a,b\r\n1,x\r\n\r\n2,"y ""z"", w"\r\n3,\n');
  assert.deepEqual(rows, [
    { line: 2, cells: ['1', 'x'], raw: '1,x' },
    { line: 4, cells: ['2', 'y "z", w'], raw: '2,"y ""z"", w"' },
    { line: 5, cells: ['3', ''], raw: '3,' },
  ]);
  assert.deepEqual(problems, []);
});

test('readRows() keeps line ends inside quotes and counts them as lines', async () => {
  const { rows } = await readAll('a,b\n1,"two\nlines"\n2,x');
  assert.deepEqual(rows, [
    { line: 2, cells: ['1', 'two\nlines'], raw: '1,"two\nlines"' },
    { line: 4, cells: ['2', 'x'], raw: '2,x' },
  ]);
});

test('readRows() loses one line to a quote that never closes, and no other', async () => {
  const { rows, problems } = await readAll('a,b\n1,"open\n2,x\n3,y\n');
  assert.deepEqual(
    problems.map(({ line, reason, raw }) => [line, reason, raw]),
    [[2, 'quote-not-closed', '1,"open']],
  );
  assert.deepEqual(
    rows.map(({ line }) => line),
    [3, 4],
  );
});

test('readRows() loses one line to a stray quote that a later row closes', async () => {
  const { rows, problems } = await readAll('a,b\n1,"open\n2,"x"\n3,y\n');
  assert.deepEqual(
    problems.map(({ line, reason }) => [line, reason]),
    [[2, 'text-after-quote']],
  );
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, ...cells]),
    [
      [3, '2', 'x'],
      [4, '3', 'y'],
    ],
  );
});

test('readRows() refuses rows that are too wide, and fills up those that a spreadsheet cut short', async () => {
  const { rows, problems } = await readAll('a,b\n1\n2,x,"y"\n3,z\n4,w,,\n');
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, ...cells]),
    [
      [2, '1', ''],
      [4, '3', 'z'],
    ],
  );
  assert.deepEqual(
    problems.map(({ line, reason, facts }) => [line, reason, facts]),
    [
      [3, 'wrong-number-of-columns', { expected: '2', found: '3' }],
      [5, 'wrong-number-of-columns', { expected: '2', found: '4' }],
    ],
  );
});

test('readRows() reads a quote in the middle of a cell as a character', async () => {
  const { rows } = await readAll('a,b\n5" pipe,"6"" pipe"\n');
  assert.deepEqual(rows[0]?.cells, ['5" pipe', '6" pipe']);
});

test('readRows() refuses bytes that are not of the encoding, row by row', async () => {
  const bytes = Uint8Array.from([...Buffer.from('a,b\n1,'), 0xe9, ...Buffer.from('\n2,ok\n')]);
  const { rows, problems } = await readAll(bytes);
  assert.equal(rows[0]?.line, 3);
  assert.equal(problems[0]?.reason, 'bytes-not-in-encoding');
  const western = await readAll(bytes, { encoding: 'windows-1252' });
  assert.deepEqual(western.rows[0]?.cells, ['1', 'é']);
});

test('readRows() reads UTF-16 cut anywhere, with and without byte order mark', async () => {
  const text = 'a,b\n1,שלום €\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(Buffer.from(`\uFEFF${text}`, 'utf16le')).swap16();
  for (const [bytes, encoding] of [
    [little, 'utf-16le'],
    [big, 'utf-16be'],
  ] as const) {
    const { rows } = await readAll(bytes, { encoding }, 3);
    assert.deepEqual(rows[0]?.cells, ['1', 'שלום €'], encoding);
  }
});

test('readRows() refuses a line without end as one problem a part, and reads on', async () => {
  const { rows, problems } = await readAll(`a,b\n${'x'.repeat(450_000)}\n1,y\n`, {}, 65_536);
  assert.deepEqual(rows.at(-1)?.cells, ['1', 'y']);
  assert.ok(problems.length > 0);
});

test('whatever was written with quotes is read back the same, in any chunks', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '\t'),
    maxLength: 8,
  });
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (cells, size) => {
      const quoted = cells.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','));
      const { rows, problems } = await readAll(`a,b\n${quoted.join('\n')}\n`, {}, size);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        rows.map((row) => row.cells),
        cells,
      );
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('no text of a file is lost, whatever it holds', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '1'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      const { rows, problems } = await readAll(body, { hasHeader: false });
      const kept = [...rows, ...problems].sort((a, b) => a.line - b.line);
      const lines = (each: string) => each.split('\n').filter((line) => line.trim() !== '');
      assert.deepEqual(
        kept.flatMap(({ raw }) => lines(raw)),
        lines(body),
      );
    }),
    { seed: 6, numRuns: 500 },
  );
});
