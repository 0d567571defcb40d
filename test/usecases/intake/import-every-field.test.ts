import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImport } from '#contract/intake.ts';
import { type BookField, fieldsOf, type SheetKind } from '#domain/intake/fields.ts';
import { dateIn } from '#kernel/time.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { besideMark, bookCells, type Cell } from '#test/support/imported/book-cells.ts';
import {
  consentCells,
  creditCells,
  type LineCell,
  paymentCells,
} from '#test/support/imported/money-cells.ts';
import { readImported } from '#test/support/imported/read-imported.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

type Row = Readonly<Partial<Record<string, string>>>;

const flat = Object.entries(bookCells) as [BookField, Cell][];
const lines = { 'credit-notes': creditCells, payments: paymentCells, consents: consentCells };
/** Of a sheet whose rows have to be of the currency of the portfolio, a row that is not. */
const foreign = { currency: 'EUR' };

/** What a row of a book needs. */
function usual(index: number): Row {
  return {
    ...{ customerReference: `C-${index}`, accountReference: `A-${index}` },
    ...{ itemReference: `I-${index}`, dueOn: '2026-08-31', amount: '100.00' },
    mobile: `(212) 555-01${String(index).padStart(2, '0')}`,
  };
}

/** The row of a field of a book with that one cell, and the debt beside it. */
function rowsOf([field, { cell, also = {}, beside }]: [BookField, Cell], index: number): Row[] {
  const row = usual(index);
  const other = { ...row, itemReference: `${row['itemReference']}${besideMark}` };
  return [{ ...row, ...also, [field]: cell }, ...(beside ? [other] : [])];
}

/** The customer of a line of another sheet: told of by a row of a book first. */
const customerOf = (sheet: SheetKind, field: string): Row => ({
  ...usual(0),
  ...{ customerReference: `${sheet} ${field}`, accountReference: `a ${sheet} ${field}` },
  ...{ itemReference: `i ${sheet} ${field}`, mobile: '(305) 555-0100' },
  email1: 'someone@example.org',
});

function lineOf(sheet: SheetKind, field: string, { cells }: LineCell): Row {
  const customer = customerOf(sheet, field);
  const known: Readonly<Record<string, string | undefined>> = {
    ...{ $mobile: customer['mobile'], $email: customer['email1'] },
    ...{ $account: customer['accountReference'], $item: customer['itemReference'] },
    $reference: `CN ${field}`,
  };
  const row = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, known[cell] ?? cell]),
  );
  return sheet === 'consents' ? { customerReference: customer['customerReference'], ...row } : row;
}

test('every field of every sheet that can be imported is read again by what is said to read it', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');

  /** Imports rows under the names of their fields; the answer is what was refused of them. */
  async function bring(kind: SheetKind, rows: readonly Row[]) {
    const header = fieldsOf(kind).filter((field) => rows.some((row) => field in row));
    const text = [header, ...rows.map((row) => header.map((field) => row[field] ?? ''))];
    const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell);
    const done = await importFile(world, office, {
      portfolioId: portfolio.id,
      kind: kind === 'credit-notes' ? 'credit_notes' : kind,
      content: text.map((line) => line.map(quoted).join(',')).join('\n'),
      map: {
        kind,
        columns: Object.fromEntries(header.map((field) => [field, field])),
        ...{ unanswered: [], dateFormat: 'ymd', dateFormats: {}, decimal: 'point', buckets: {} },
      },
    });
    const { rejects } = await world.call(readImport, office, { importId: done.id });
    assert.equal(done.state, 'done', kind);
    return rejects.map(({ field, reason }) => [field, reason]);
  }
  const stranger = [['currency', 'currency-not-of-portfolio']];

  const others = Object.entries(lines).flatMap(([sheet, cells]) =>
    Object.keys(cells).map((field) => customerOf(sheet as SheetKind, field)),
  );
  const book = [...flat.flatMap(rowsOf), ...others, { ...usual(98), ...foreign }];
  assert.deepEqual(await bring('book', book), stranger);
  const { amount: _, ...ledger } = usual(99);
  const credited = { ...ledger, credit: '30.00' };
  assert.deepEqual(await bring('book', [{ ...ledger, debit: '100.00' }, credited]), []);
  await dailyRun(world.app, portfolio.id, dateIn(portfolio.zone, world.app.clock()));
  for (const [name, cells] of Object.entries(lines)) {
    const sheet = name as SheetKind;
    const rows = Object.entries(cells).map(([field, each]) => lineOf(sheet, field, each));
    const more = sheet === 'credit-notes' ? [{ ...rows[0], ...foreign }] : [];
    assert.deepEqual(
      [sheet, await bring(sheet, [...rows, ...more])],
      [sheet, more.length > 0 ? stranger : []],
    );
    const tried = [...Object.keys(cells), ...(more.length > 0 ? ['currency'] : [])];
    assert.deepEqual(tried.sort(), fieldsOf(sheet).sort(), `every field of ${sheet}`);
  }

  const seen = (reference = '') => readImported(world, office, { portfolio, reference });
  const wrong: unknown[] = [];
  const compare = (field: string, got: unknown, want: unknown) => {
    if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push({ field, got, want });
  };
  for (const [index, entry] of flat.entries()) {
    const [field, { read, want }] = entry;
    const [row] = rowsOf(entry, index);
    compare(field, read(await seen(row?.['customerReference'])), want);
  }
  const netted = (await seen(ledger['customerReference'])).card.debt?.items[0]?.balance;
  compare('debit and credit', netted, '70.00');
  for (const [sheet, cells] of Object.entries(lines)) {
    for (const [field, { read, want }] of Object.entries(cells)) {
      const { customerReference } = customerOf(sheet as SheetKind, field);
      compare(`${sheet} ${field}`, read(await seen(customerReference)), want);
    }
  }
  assert.deepEqual(wrong, []);
});
