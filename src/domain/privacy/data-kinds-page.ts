import { classedColumns, tellingClasses } from './column-classes.ts';
import { dataKindNames, dataKinds, notErased } from './data-kinds.ts';

const froms = {
  'last-activity': 'the last activity',
  'year-of-last-activity': 'the end of the year of the last activity',
  import: 'the import',
} as const;

const requests = {
  'at-once': 'at once',
  'nothing-open': 'when nothing is open or owed',
  'when-due': 'when its time is over',
} as const;

/** The page of the kinds of data: how long each is kept, by which law, and in which columns it lies. */
export function dataKindsMarkdown(): string {
  const kinds = dataKindNames.flatMap((name) => {
    const { months, leastMonths, after, onRequest, basis, erases } = dataKinds[name];
    const columns = [...new Set(erases.map(([table, column]) => `\`${table}.${column}\``))];
    return [
      `## ${name}`,
      '',
      `Kept ${months} months after ${froms[after]}, by setting not below ${leastMonths}. On request it goes ${requests[onRequest]}.`,
      `Basis: ${basis.join('; ')}.`,
      '',
      columns.join(', '),
      '',
    ];
  });
  const left = Object.entries(notErased).map(([column, why]) => `| \`${column}\` | ${why} |`);
  const telling = classedColumns().filter(({ is }) => tellingClasses.includes(is)).length;
  return [
    '# Kinds of data and how long they are kept',
    '',
    `Printed from \`src/domain/privacy/\` by \`npm run docs:generate\`. Of ${classedColumns().length} columns that can hold anything, ${telling} tell of a`,
    'person; each is erased with one kind of data, or it is said below why not.',
    '',
    ...kinds,
    '## Not erased by a run',
    '',
    '| column | why |',
    '|---|---|',
    ...left,
    '',
  ].join('\n');
}
