import { parseArgs } from 'node:util';
import type { IntakeDefaults } from '#domain/intake/cells.ts';
import { dateFormats } from '#domain/intake/dates.ts';
import { decimalSigns } from '#domain/intake/decimals.ts';
import { guessMap, type MapQuestion } from '#domain/intake/guess-map.ts';
import { missingFields } from '#domain/intake/import-map.ts';
import { paymentReader } from '#domain/intake/money-row.ts';
import { isCurrency } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { isContainer } from '#readers/archive/open-container.ts';
import { paymentsOf } from '#readers/camt/payments.ts';
import { readCamt } from '#readers/camt/read-camt.ts';
import { readRecords } from '#readers/csv/read-records.ts';
import { sniff } from '#readers/csv/sniff.ts';
import { beginningOf, fileOnDisk, type SourceFile } from '#readers/source-file.ts';
import { formatOf } from '#readers/statement-format.ts';
import { type OpenedFile, openedFile } from '#usecases/intake/opened-file.ts';
import { workerPool } from '../worker-pool.ts';

/** Where a command writes; a promise makes it wait until its reader has caught up. */
export type CommandIo = {
  readonly out: (text: string) => Promise<void> | void;
  readonly err: (text: string) => Promise<void> | void;
  /** Today, by which files without a century are read. */
  readonly today: string;
};

const usage =
  'Usage: read-statement FILE [--currency EUR] [--date-format ymd|dmy|mdy] [--decimal point|comma] [--sheet NAME]';

type Options = {
  readonly currency: string | null;
  readonly dateFormat: string | undefined;
  readonly decimal: string | undefined;
  readonly sheet: string | undefined;
};

/**
 * Prints a bank's or payments file as one JSON object a line: heads (`statement`), balances
 * (`balance`) and `payment` lines, amounts as integers in minor units. Problems go to `err` with
 * their line numbers. Exit code 0: all was read; 1: something was not; 2: wrong use, or something has
 * to be answered first.
 */
export async function runReadStatement(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args);
  if (typeof given === 'string') {
    await io.err(`${given}\n${usage}\n`);
    return 2;
  }
  const { file, options } = given;
  try {
    const source = fileOnDisk(file);
    const first = await beginningOf(source);
    const format = isContainer(first) ? 'csv' : formatOf(first);
    if (format === 'camt') return await printCamt(file, source(), io);
    if (format === 'csv') return await withText(file, source, options, io);
    const what = format === null ? 'This kind of file' : format;
    await io.err(
      `${file}: ${what} is not supported yet; camt.052, camt.053, camt.054, CSV, XLSX, XLS, ODS and ZIP are.\n`,
    );
    return 1;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await io.err(`${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]): { file: string; options: Options } | string {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { currency: text, 'date-format': text, decimal: text, sheet: text },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return 'One file, please.';
    const { currency = null, 'date-format': dateFormat, decimal, sheet } = values;
    if (currency !== null && !isCurrency(currency)) return `${currency} is not a currency code.`;
    if (dateFormat && !dateFormats.some((each) => each === dateFormat))
      return 'Unknown date format.';
    if (decimal && !decimalSigns.some((each) => each === decimal)) return 'Unknown decimal sign.';
    return { file, options: { currency, dateFormat, decimal, sheet } };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Opens a workbook or an archive in a thread, within its limits, and prints what it holds. */
async function withText(
  file: string,
  source: SourceFile,
  options: Options,
  io: CommandIo,
): Promise<number> {
  const { inWorker, close } = workerPool();
  try {
    const opened = await openedFile({ inWorker }, source, { sheet: options.sheet });
    const { tables = [], name = null, isChosen = true } = opened.inside ?? {};
    if (!isChosen || (options.sheet !== undefined && name !== null && name !== options.sheet)) {
      const names = tables.map((table) => `"${table.name}"`).join(', ');
      await io.err(`${file}: several tables; give --sheet: ${names}\n`);
      return 2;
    }
    const { statements = [], others = [] } = opened.inside ?? {};
    for (const other of others) await io.err(`${file}: note: ${other} is not read\n`);
    if (statements.length === 0) return await printCsv(file, opened, options, io);
    const codes: number[] = [];
    for (const part of opened.parts) codes.push(await printCamt(file, part(), io));
    return Math.max(...codes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason = error.code } = error.facts as { reason?: string };
    await io.err(`${file}: cannot be read (${reason})\n`);
    return 1;
  } finally {
    await close();
  }
}

async function printCamt(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  io: CommandIo,
): Promise<number> {
  let code = 0;
  for await (const record of readCamt(bytes)) {
    if (record.kind === 'problem') {
      code = 1;
      await io.err(`${file}:${record.line}: ${sentence(record.reason, record.facts)}\n`);
    } else if (record.kind === 'entry') {
      const { payments, split } = paymentsOf(record);
      const count = record.transactions.length;
      if (!split) {
        const why = `${count} transactions that do not sum to the entry; printed as one payment`;
        await io.err(`${file}:${record.line}: note: ${why}\n`);
      }
      for (const payment of payments) {
        const whole = split ? {} : { transactions: record.transactions };
        const { statement } = record;
        await io.out(jsonLine({ kind: 'payment', statement, ...payment, ...whole }));
      }
    } else await io.out(jsonLine(record));
  }
  return code;
}

async function printCsv(
  file: string,
  opened: OpenedFile,
  options: Options,
  io: CommandIo,
): Promise<number> {
  const table = sniff(await beginningOf(opened.file), opened.options);
  if (!table.ok) {
    await io.err(`${file}: not a table of text (${table.reason})\n`);
    return 1;
  }
  const { header, sampleRows, shape, layout } = table;
  const defaults: IntakeDefaults = { currency: options.currency, country: null, today: io.today };
  const guessed = guessMap('payments', header, sampleRows, defaults);
  const dateFormat = dateFormats.find((each) => each === options.dateFormat);
  const decimal = decimalSigns.find((each) => each === options.decimal);
  const map = {
    ...guessed.map,
    ...(dateFormat ? { dateFormat, dateFormats: {} } : {}),
    ...(decimal ? { decimal } : {}),
  };
  const open = [
    ...missingFields(map, options.currency).map((group) => `no column for ${group.join(' or ')}`),
    ...guessed.questions
      .filter(({ ask }) => !(ask === 'date-format' ? dateFormat : ask === 'decimal' && decimal))
      .map(openSentence),
  ];
  if (open.length > 0) {
    await io.err(open.map((each) => `${file}:${shape.firstLine}: ${each}\n`).join(''));
    return 2;
  }
  const read = paymentReader(map, header, defaults);
  let code = 0;
  for await (const batch of readRecords(opened.file(), shape, layout)) {
    for (const { line, reason } of batch.leftOut) {
      if (reason !== 'row-empty') await io.err(`${file}:${line}: note: left out (${reason})\n`);
    }
    for (const { line, reason, facts } of batch.problems) {
      code = 1;
      await io.err(`${file}:${line}: ${sentence(reason, facts)}\n`);
    }
    for (const { line, cells } of batch.rows) {
      const outcome = read(cells, line);
      if (outcome.kind === 'row') {
        await io.out(jsonLine({ kind: 'payment', line, direction: 'credit', ...outcome.row }));
      } else if (outcome.kind === 'refused') {
        code = 1;
        for (const { column, field, reason, facts } of outcome.problems) {
          await io.err(`${file}:${line}: ${column ?? field}: ${sentence(reason, facts)}\n`);
        }
      }
    }
  }
  return code;
}

function openSentence({ ask, field, choices }: MapQuestion): string {
  const either = choices.join(' or ');
  if (ask === 'date-format' || ask === 'decimal') {
    return `cannot tell the ${ask}; give --${ask} (${either})`;
  }
  return `cannot tell the column of ${field} (${either}); rename the other`;
}

function sentence(reason: string, facts: Readonly<Record<string, string>>): string {
  const told = Object.entries(facts).filter(([, value]) => value !== '');
  const list = told.map(([key, value]) => `${key} ${value}`).join(', ');
  return `${reason.replaceAll('-', ' ')}${list === '' ? '' : ` (${list})`}`;
}

/** One line of JSON; amounts are integers of any size, not text. */
function jsonLine(value: object): string {
  const text = JSON.stringify(value, (_, each) =>
    typeof each === 'bigint' ? `\u0001${each}\u0001` : each,
  );
  // Inside a string every quote is escaped, so these patterns only ever meet keys and amounts.
  const named = text.replace(/"amountMinor":/g, '"amount":').replace(/"paidOn":/g, '"booked":');
  return `${named.replace(/"\\u0001(-?\d+)\\u0001"/g, '$1')}\n`;
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
