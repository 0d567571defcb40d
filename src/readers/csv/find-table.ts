import { cellText } from '#domain/intake/cell-text.ts';
import { isAboutReport } from '#domain/intake/footer-words.ts';
import { type Layout, labelOf, RowLayout } from '#domain/intake/row-layout.ts';

/** A record of the beginning of a file: its first line and its cells. */
export type SampleRow = { readonly line: number; readonly cells: readonly string[] };

/** Where the table of a file begins, what its columns are called, and its first records. */
export type FoundTable = {
  readonly hasHeader: boolean;
  /** Physical line (from 1) of the header, or of the first record without one. */
  readonly firstLine: number;
  /** Columns that stand in the file. */
  readonly columns: number;
  /** Their names, each once; behind them the words that head groups of rows. */
  readonly header: readonly string[];
  readonly layout: Layout;
  readonly sampleRows: readonly (readonly string[])[];
};

/** A longer name of a column is cut: nobody maps by what stands behind it. */
const maxNameChars = 200;
/** A header begins within so many records. */
const maxTopRecords = 60;
/** A line of a header that runs over two has short names. */
const maxPartChars = 40;

/** Finds the table among the first records: titles stand above it, its header may run over two lines. */
export function findTable(rows: readonly SampleRow[], chosenHeader?: boolean): FoundTable {
  const counts = rows.map(({ cells }) => filledIn(cells));
  const top = topOf(rows, counts, chosenHeader);
  const start = rows[top.from];
  const headerRows = rows.slice(top.from, top.from + top.lines).map(({ cells }) => cells);
  const names = headerRows.length > 0 ? joined(headerRows) : (start?.cells ?? []).map(() => '');
  const body = rows.slice(top.from + top.lines);
  // Rows may end with a delimiter that the header has not.
  const columns = Math.max(names.length, commonest(body.map(width)));
  const titles = rows
    .slice(0, top.from)
    .flatMap(({ cells }) => cells.map(cellText).filter((text) => text !== ''));
  const own = namesOnce(Array.from({ length: columns }, (_, i) => names[i] ?? ''));
  const labels = groupLabels(body, own);
  const header = namesOnce([...own, ...labels]);
  const groups = Object.fromEntries([
    ...own.map((name, i) => [name.toLowerCase(), i]),
    ...labels.map((label, i) => [label.toLowerCase(), columns + i]),
  ]);
  const layout = { headerRows, titles, groups };
  const sampleRows = recordsOf(body, layout, columns);
  const { line: firstLine = 1 } = start ?? {};
  return { hasHeader: top.lines > 0, firstLine, columns, header, layout, sampleRows };
}

/** The records of a sample as they will be read. */
function recordsOf(body: readonly SampleRow[], layout: Layout, columns: number) {
  const placer = new RowLayout<SampleRow>(layout, columns);
  const placed = [...body.flatMap((row) => placer.push(row)), ...placer.end()];
  return placed.flatMap((each) => (each.kind === 'row' ? [each.row.cells] : []));
}

type Top = { readonly from: number; readonly lines: 0 | 1 | 2 };

/** Where the header stands and how many lines it has; none: where the first record stands. */
function topOf(
  rows: readonly SampleRow[],
  counts: readonly number[],
  chosen: boolean | undefined,
): Top {
  const enough = Math.max(2, Math.ceil(median(counts) / 2));
  const dataAt = rows.findIndex(
    ({ cells }, i) => (counts[i] ?? 0) >= enough && valuesIn(cells) > 0,
  );
  const first = firstOfWidth(rows, counts);
  if (chosen === false) return { from: dataAt < 0 ? first : dataAt, lines: 0 };
  const above = dataAt < 0 ? [] : counts.slice(0, Math.min(dataAt, maxTopRecords));
  const most = Math.max(0, ...above);
  if (most >= Math.min(enough, 2) && most > 0)
    return withSecondLine(rows, counts, above.indexOf(most), dataAt);
  const from = dataAt < 0 ? first : dataAt;
  const isHeader = chosen ?? looksLikeHeader(rows[from]?.cells ?? [], rows[from + 1]?.cells ?? []);
  return { from, lines: isHeader ? 1 : 0 };
}

/** The first record as wide as most, where no record has values that would tell. */
function firstOfWidth(rows: readonly SampleRow[], counts: readonly number[]): number {
  const common = commonest(rows.map(width));
  const most = Math.max(...counts, 0);
  const found = rows.findIndex((row, i) => width(row) >= common && (counts[i] ?? 0) * 2 >= most);
  return Math.max(0, found);
}

/** A header over two lines: names that go on below, or parents above their columns. */
function withSecondLine(
  rows: readonly SampleRow[],
  counts: readonly number[],
  at: number,
  dataAt: number,
): Top {
  const cellsAt = (i: number) => rows[i]?.cells.map(cellText) ?? [];
  const [own, below, data] = [cellsAt(at), cellsAt(at + 1), cellsAt(dataAt)];
  const isPart = (cells: readonly string[]) =>
    cells.filter((text) => text !== '').length >= 2 &&
    cells.every((text) => text.length <= maxPartChars && !/[\d:]/.test(text));
  const goesOn =
    at + 1 < dataAt &&
    isPart(below) &&
    (counts[at + 1] ?? 0) * 3 >= (counts[at] ?? 0) &&
    below.some((text, i) => text !== '' && isValue(data[i] ?? ''));
  if (goesOn) return { from: at, lines: 2 };
  const above = at > 0 ? cellsAt(at - 1) : [];
  const isParent =
    isPart(above) &&
    above.every((text, i) => text === '' || (own[i] ?? '') !== '') &&
    above.length === own.length;
  return isParent ? { from: at - 1, lines: 2 } : { from: at, lines: 1 };
}

/** The names of a header; a parent stands for the columns up to the next one. */
function joined(headerRows: readonly (readonly string[])[]): string[] {
  const [upper = [], lower] = headerRows;
  if (lower === undefined) return upper.map(cellText);
  const isParent = filledIn(upper) < filledIn(lower);
  let parent = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above, below] = [cellText(upper[i] ?? ''), cellText(lower[i] ?? '')];
    parent = isParent ? above || parent : above;
    return [parent, below].filter((part) => part !== '').join(' ');
  });
}

/** Words before a colon that head groups of rows and that no column is called by. */
function groupLabels(body: readonly SampleRow[], own: readonly string[]): string[] {
  const found = new Map<string, string>();
  body.forEach(({ cells }, i) => {
    const texts = cells.map(cellText);
    const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
    const heading =
      own.length > 2 && !isAboutReport(texts[filled[0] ?? 0] ?? '') ? labelOf(texts, filled) : null;
    const hasRows = body.slice(i + 1, i + 6).some((row) => filledIn(row.cells) > 2);
    if (heading === null || !hasRows) return;
    const key = heading.label.toLowerCase();
    if (!own.some((name) => name.toLowerCase() === key)) found.set(key, heading.label);
  });
  return [...found.values()].slice(0, 5);
}

const valueLike = /^[-+(]?[\p{Sc}]?\s?\d[\d.,\s'/:-]*\)?$|@.+\./u;

/** Longer than any value; what is longer is text. */
const maxValueChars = 100;

/** A range of days heads a bucket of an ageing report. */
const daysRange = /^\d{1,3} ?[-–] ?\d{1,3}$/;

const isValue = (text: string) =>
  text.length <= maxValueChars && valueLike.test(text) && !daysRange.test(text);

/** Names of columns are words: a first line with values like those below it is a row. */
function looksLikeHeader(top: readonly string[], below: readonly string[]): boolean {
  const values = valuesIn(top);
  return top.some((cell) => cell.trim() !== '') && (values === 0 || values * 2 <= valuesIn(below));
}

function valuesIn(cells: readonly string[]): number {
  return cells.filter((cell) => isValue(cellText(cell))).length;
}

const filledIn = (cells: readonly string[]) =>
  cells.reduce((count, cell) => count + (cellText(cell) === '' ? 0 : 1), 0);

const width = ({ cells }: SampleRow) => cells.length;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The number that occurs most often; the larger of two that occur equally often. */
export function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return first?.[0] ?? 1;
}

function namesOnce(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const text = cellText(cell).replace(/\s+/g, ' ');
    const name = text.slice(0, maxNameChars).trim() || `Column ${i + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
