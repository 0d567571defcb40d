import {
  exactColumns,
  guessedColumns,
  headerCases,
  judgeColumns,
} from '#test/support/books/header-cases.ts';
import type { BenchResult, Figure } from './figure.ts';

const leastRight = 95;

/**
 * How well the columns of files are known: made files in eight languages and as the programs of
 * accountants write them, each with its answer, beside a guesser that knows a name only as it stands in
 * the list of names. The files were made together with the list: files that nobody has seen do worse.
 */
export async function bench(): Promise<BenchResult> {
  const cases = headerCases('own');
  const ours = judgeColumns(cases, guessedColumns);
  const exact = judgeColumns(cases, exactColumns);
  return {
    name: 'mapping',
    setting: `${cases.length} made files, ${ours.columns} columns, ${ours.needed} of them needed`,
    figures: [
      share('columns right', [ours.right, ours.columns], [exact.right, exact.columns]),
      share(
        'needed columns right',
        [ours.neededRight, ours.needed],
        [exact.neededRight, exact.needed],
      ),
      {
        what: 'amounts and dates taken wrongly',
        unit: 'columns',
        measured: ours.gravelyWrong.length,
        ...{ baseline: null, baselineWhat: null },
        budget: `0 (the exact name alone: ${exact.gravelyWrong.length})`,
        met: ours.gravelyWrong.length === 0,
      },
    ],
  };
}

type Part = readonly [right: number, of: number];

function share(what: string, [right, of]: Part, [baseRight, baseOf]: Part): Figure {
  const measured = (100 * right) / of;
  return {
    what,
    unit: '%',
    measured,
    baseline: (100 * baseRight) / baseOf,
    baselineWhat: 'the exact name alone',
    budget: `≥ ${leastRight} %`,
    met: measured >= leastRight,
  };
}
