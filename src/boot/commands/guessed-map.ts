import type { SheetKind } from '#domain/intake/fields.ts';
import { guessMap, type MapQuestion } from '#domain/intake/guess-map.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { intakeDefaults } from '#domain/intake/intake-defaults.ts';
import { sniff } from '#readers/csv/sniff.ts';
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
  const {
    file: text,
    inside,
    options,
  } = await openedFile(app, fileOnDisk(file), { sheet: wanted });
  const table = sniff(await beginningOf(text), options);
  if (!table.ok) throw new CannotStart(`${file} is not a table of text (${table.reason}).`);
  const defaults = intakeDefaults(portfolio, today(app, portfolio.zone));
  const { titles } = table.layout;
  const guessed = guessMap(kind, table.header, table.sampleRows, defaults, titles);
  const { dateFormat, decimal, asOf } = answers;
  const isAnswered = {
    'date-format': dateFormat !== null,
    decimal: decimal !== null,
    'as-of': asOf !== null,
  };
  const map: ImportMap = {
    ...guessed.map,
    sheet: inside?.name ?? null,
    ...(dateFormat === null ? {} : { dateFormat }),
    ...(decimal === null ? {} : { decimal }),
    ...(asOf === null ? {} : { asOf }),
    unanswered: guessed.map.unanswered.filter((ask) => !isAnswered[ask]),
  };
  const sheets = inside?.tables.map(({ name }) => `"${name}"`).join(', ');
  const asked = [
    ...(inside?.isChosen === false
      ? [`Several sheets hold a table; give --sheet: ${sheets}.`]
      : []),
    ...(wanted !== undefined && inside !== null && inside.name !== wanted
      ? [`There is no sheet "${wanted}"; there are ${sheets}.`]
      : []),
    ...guessed.questions.filter(({ ask }) => !isAnswered[ask]).map(sentenceOf),
  ];
  const buckets = Object.entries(map.buckets);
  const taken = new Set([...Object.values(map.columns), ...buckets.map(([column]) => column)]);
  const unread = table.header.filter((column) => !taken.has(column));
  const { hiddenRows = 0, hiddenColumns = [] } = inside ?? {};
  const said = [
    ...(inside === null ? [] : [`Reading "${inside.name}".`]),
    ...(titles.length > 0 ? [`Above the header: ${titles.join(' | ')}.`] : []),
    ...(map.asOf === null ? [] : [`Due dates are counted back from ${map.asOf}.`]),
    ...(buckets.length > 0
      ? [
          `Buckets, by days late at the least: ${buckets.map((each) => each.join(': ')).join(', ')}.`,
        ]
      : []),
    ...(unread.length > 0 ? [`Not read: ${unread.join(', ')}.`] : []),
    ...(hiddenRows > 0 ? [`${hiddenRows} rows are hidden in the workbook; they are read.`] : []),
    ...(hiddenColumns.length > 0
      ? [`Hidden columns: ${hiddenColumns.join(', ')}; they are read.`]
      : []),
    ...(guessed.datesByCountry && dateFormat === null
      ? [`Day and month could be exchanged; read as ${map.dateFormat}, as in ${portfolio.country}.`]
      : []),
  ];
  return { map, said, asked };
}

function sentenceOf({ ask, choices }: MapQuestion): string {
  if (ask !== 'as-of') return `The ${ask} reads two ways; give --${ask} (${choices.join(' or ')}).`;
  const days = choices.length > 0 ? ` (${choices.join(' or ')})` : '';
  return `Due dates are counted back from the day of the file; give --as-of YYYY-MM-DD${days}.`;
}
