import type { SheetKind } from '#domain/intake/fields.ts';
import { askOf, guessMap, type MapQuestion } from '#domain/intake/guess-map.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { intakeDefaults } from '#domain/intake/intake-defaults.ts';
import type { Inside } from '#readers/archive/open-container.ts';
import { type Sniffed, sniff } from '#readers/csv/sniff.ts';
import { beginningOf, fileOnDisk } from '#readers/source-file.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, today } from '#usecases/app.ts';
import { openedFile } from '#usecases/intake/opened-file.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Given } from './import-arguments.ts';

/** A map that is guessed, with what was answered, what is said of it, and what has to be answered first. */
type Guessed = {
  readonly map: ImportMap;
  readonly said: readonly string[];
  readonly asked: readonly string[];
};

/** Guesses the map of a file for the command line; nothing that reads two ways is taken silently. */
export async function guessedMap(
  app: App,
  portfolio: PortfolioRow,
  { file, answers }: Given,
  kind: SheetKind,
): Promise<Guessed> {
  const wanted = answers.sheet ?? undefined;
  const { table, inside } = await tableOf(app, file, wanted);
  const defaults = intakeDefaults(portfolio, today(app, portfolio.zone));
  const { titles } = table.layout;
  const guessed = guessMap(kind, table.header, table.sampleRows, defaults, titles);
  const map = answeredMap({ ...guessed.map, sheet: inside?.name ?? null }, answers);
  const unknown = answers.take.filter(([, column]) => ![...table.header, 'none'].includes(column));
  const sheets = inside?.tables.map(({ name }) => `"${name}"`).join(', ');
  const asked = [
    ...(inside?.isChosen === false
      ? [`Several sheets hold a table; give --sheet: ${sheets}.`]
      : []),
    ...(wanted !== undefined && inside !== null && inside.name !== wanted
      ? [`There is no sheet "${wanted}"; there are ${sheets}.`]
      : []),
    ...unknown.map(([, column]) => `There is no column "${column}".`),
    ...guessed.questions
      .filter((question) => map.unanswered.includes(askOf(question)))
      .map(sentenceOf),
  ];
  const said = [
    ...saidOf(table, inside, map),
    ...(guessed.datesByCountry && answers.dateFormat === null
      ? [`Day and month could be exchanged; read as ${map.dateFormat}, as in ${portfolio.country}.`]
      : []),
  ];
  return { map, said, asked };
}

/** What is said of a file that is read by a map of its own, before it is read. */
export async function saidByMap(
  app: App,
  file: string,
  map: ImportMap,
): Promise<readonly string[]> {
  const { table, inside } = await tableOf(app, file, map.sheet ?? undefined);
  return saidOf(table, inside, map);
}

async function tableOf(app: App, file: string, sheet: string | undefined) {
  const { file: text, inside, options } = await openedFile(app, fileOnDisk(file), { sheet });
  const table = sniff(await beginningOf(text), options);
  if (!table.ok) throw new CannotStart(`${file} is not a table of text (${table.reason}).`);
  return { table, inside };
}

/** What is read of a file and how, and what is not. */
function saidOf({ header, layout }: Sniffed, inside: Inside | null, map: ImportMap): string[] {
  const buckets = Object.entries(map.buckets);
  const taken = new Set([...Object.values(map.columns), ...buckets.map(([column]) => column)]);
  const unread = header.filter((column) => !taken.has(column));
  const { titles } = layout;
  const { hiddenRows = 0, hiddenColumns = [], others = [] } = inside ?? {};
  const byDays = buckets.map((each) => each.join(': ')).join(', ');
  const sentences: readonly (readonly [isSaid: boolean, sentence: string])[] = [
    [inside !== null, `Reading "${inside?.name}".`],
    [titles.length > 0, `Above the header: ${titles.join(' | ')}.`],
    [map.asOf !== null, `Due dates are counted back from ${map.asOf}.`],
    [buckets.length > 0, `Buckets, by days late at the least: ${byDays}.`],
    [unread.length > 0, `Not read: ${unread.join(', ')}.`],
    [others.length > 0, `Files that are not read: ${others.join(', ')}.`],
    [hiddenRows > 0, `${hiddenRows} rows are hidden in the workbook; they are read.`],
    [hiddenColumns.length > 0, `Hidden columns: ${hiddenColumns.join(', ')}; they are read.`],
  ];
  return sentences.flatMap(([isSaid, sentence]) => (isSaid ? [sentence] : []));
}

/** A map with what was said on the command line. */
export function answeredMap(map: ImportMap, answers: Given['answers']): ImportMap {
  const { dateFormat, decimal, asOf, emptyCustomer, otherOrder, take } = answers;
  const columns: Partial<Record<string, string>> = { ...map.columns };
  for (const [field, column] of take) {
    for (const [known, of] of Object.entries(columns)) if (of === column) delete columns[known];
    delete columns[field];
    if (field !== 'none' && column !== 'none') columns[field] = column;
  }
  const said = new Set<string>([
    ...(dateFormat === null ? [] : ['date-format']),
    ...(decimal === null ? [] : ['decimal']),
    ...(asOf === null ? [] : ['as-of']),
    ...(emptyCustomer === null ? [] : ['empty-customer']),
    ...take.flatMap(([field, column]) => [`column:${field}`, `meaning:${column}`]),
  ]);
  return {
    ...map,
    columns,
    ...(dateFormat === null ? {} : { dateFormat }),
    ...(decimal === null ? {} : { decimal }),
    ...(asOf === null ? {} : { asOf }),
    ...(emptyCustomer === null ? {} : { emptyCustomer }),
    ...(otherOrder === null ? {} : { otherOrder }),
    unanswered: map.unanswered.filter((ask) => !said.has(ask)),
  };
}

function sentenceOf(question: MapQuestion): string {
  const { ask, field, choices } = question;
  const columns = choices.map((each) => `"${each}"`).join(' or ');
  if (ask === 'column') {
    return `Several columns may be ${field}: ${columns}; give --take ${field}=COLUMN.`;
  }
  if (ask === 'meaning') {
    const { column } = question;
    return `"${column}" may be ${choices.join(' or ')}; give --take "FIELD=${column}".`;
  }
  if (ask === 'empty-customer') {
    return 'Rows name no customer below others that do; give --empty-customer as-above or refuse.';
  }
  if (ask !== 'as-of') return `The ${ask} reads two ways; give --${ask} (${choices.join(' or ')}).`;
  const days = choices.length > 0 ? ` (${choices.join(' or ')})` : '';
  return `Due dates are counted back from the day of the file; give --as-of YYYY-MM-DD${days}.`;
}
