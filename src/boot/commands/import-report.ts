import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asksFor } from '#domain/intake/unread-values.ts';
import { cellOf } from '#http/csv.ts';
import { importById, rejectReasons } from '#storage/intake/imports.ts';
import type { App } from '#usecases/app.ts';
import { rejectRecords } from '#usecases/intake/read-imports.ts';

/** The exit code when somebody has to say something before, or again after, the file is read. */
export const answerNeeded = 2;

/**
 * Prints what became of an import, with what was refused or left out of it, and writes the refused rows
 * beside the file; answers the exit code.
 */
export async function reportImport(
  app: App,
  id: string,
  file: string,
  print: (sentence: string) => void,
): Promise<number> {
  const row = await importById(app.db, id);
  if (row?.state !== 'done') {
    const failure = row?.failure ?? null;
    print(`The import failed: ${failureWords(failure)}`);
    return waitsForAnswer(failure) ? answerNeeded : 1;
  }
  const { rejected = 0, leftOut = 0, details = 0 } = row.counts;
  const rejects = rejected + leftOut + details;
  const rejectsFile = `${file}.rejects.csv`;
  if (rejects > 0) {
    await pipeline(Readable.from(csvText(app, id)), createWriteStream(rejectsFile));
  }
  const answer = { importId: id, kind: row.kind, dryRun: row.dryRun, ...row.counts };
  const told = { ...answer, ...(rejects > 0 ? { rejectsFile } : {}) };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  for (const { reason, field, count, rowKept } of await rejectReasons(app.db, id)) {
    const end = rowKept ? ': the rows came in without it' : '';
    print(`${count} rows: ${reason}${field === null ? '' : ` (${field})`}${end}`);
  }
  for (const { reason, field, value, rows, lines } of row.unread) {
    print(`${rows} rows: ${reason} (${field}) ${value} from line ${lines[0]}`);
  }
  if (row.unread.some(({ reason }) => asksFor(reason))) return answerNeeded;
  // What stands around the rows is left out rightly; a row or a detail that did not come in is told.
  return rejected + details > 0 ? 1 : 0;
}

type Failure = {
  readonly code: string;
  readonly facts: {
    readonly problems?: readonly { readonly path: string; readonly message: string }[];
    readonly reason?: string;
  };
};

/** Whether it failed only for what somebody has to say first. */
function waitsForAnswer(failure: string | null): boolean {
  if (!failure?.startsWith('{')) return false;
  const { facts } = JSON.parse(failure) as Failure;
  const open = ['needs-answer', 'missing-required', 'date-other-order'];
  return facts.problems?.every(({ message }) => open.includes(message)) ?? false;
}

/** Why an import failed, in a sentence: a map that does not fit says which fields need a column. */
function failureWords(failure: string | null): string {
  if (failure === null || !failure.startsWith('{')) return failure ?? 'for an unknown reason';
  const { code, facts } = JSON.parse(failure) as Failure;
  const lacking = facts.problems?.map(({ path, message }) =>
    message === 'missing-required'
      ? `no column or constant for ${path.replaceAll(' ', ' or ')}`
      : `${path}: ${message}`,
  );
  if (lacking) return `${lacking.join('; ')}. ${wayOut(facts.problems ?? [])}`;
  return facts.reason ? `${code}: ${facts.reason}` : code;
}

function wayOut(problems: NonNullable<Failure['facts']['problems']>): string {
  return problems.some(({ message }) => message === 'date-other-order')
    ? 'Some dates read only with day and month exchanged: give --date-format, or --other-order refuse to leave their rows out.'
    : 'Give a map with --map.';
}

async function* csvText(app: App, id: string): AsyncGenerator<string> {
  for await (const line of rejectRecords(app, id)) yield `${line.map(cellOf).join(',')}\r\n`;
}
