import { UnstyledButton } from '@mantine/core';
import { openRejectCost, readRejectCosts } from '#contract/reject-costs.ts';
import { fileOf } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './board.module.css';
import { useOpenRows } from './rows-drawer.tsx';

type Line = OutputOf<typeof readRejectCosts>['reasons'][number];
type Cell = 'all' | 'known' | 'unknown';

/** What refused and returned payments cost the creditor, by reason; each number opens its rejects. */
export function RejectCostsTable({ view: { portfolioId, from, to } }: { readonly view: View }) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const input = { portfolioId, from, to };
  const { data, error, refetch } = useEndpoint(readRejectCosts, input, { keep: true });
  const reasonWords = ({ subReason }: Line) =>
    t(`code.event.${subReason}`, { defaultValue: subReason });
  const show = (line: Line, cell: Cell) =>
    open(`${reasonWords(line)}: ${t(`rejectCosts.${cell}`)}`, openRejectCost, {
      ...{ ...input, type: line.type, subReason: line.subReason, cell },
    });
  const count = (cell: Cell, of: (line: Line) => number): Column<Line> => ({
    id: cell,
    header: t(`rejectCosts.${cell}`),
    align: 'end',
    key: of,
    cell: (line) => (
      <UnstyledButton onClick={() => show(line, cell)} fz="sm" td="underline">
        {of(line).toLocaleString(locale)}
      </UnstyledButton>
    ),
  });
  const columns: Column<Line>[] = [
    { id: 'reason', header: t('rejectCosts.reason'), cell: reasonWords, key: reasonWords },
    count('all', ({ events }) => events),
    {
      id: 'share',
      header: t('rejectCosts.share'),
      align: 'end',
      key: ({ share }) => share,
      cell: ({ share }) =>
        share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 }),
    },
    {
      id: 'known',
      header: t('rejectCosts.known'),
      align: 'end',
      cell: (line) =>
        line.costs.length === 0 ? (
          '–'
        ) : (
          <UnstyledButton onClick={() => show(line, 'known')} fz="sm" td="underline">
            <span className={classes.stateMoney}>
              {line.costs.map(({ currency, amount }) => (
                <Amount key={currency} text={amount} currency={currency} />
              ))}
            </span>
          </UnstyledButton>
        ),
    },
    count('unknown', ({ unknown }) => unknown),
  ];
  return (
    <Panel title={t('rejectCosts.title')} flush>
      <DataTable
        caption={t('rejectCosts.caption')}
        columns={columns}
        rows={data?.reasons}
        rowId={({ type, subReason }) => `${type} ${subReason}`}
        problem={error}
        onRetry={() => void refetch()}
        empty={{ title: t('rejectCosts.empty'), about: t('rejectCosts.emptyAbout') }}
        exportUrl={fileOf(readRejectCosts, input)}
      />
    </Panel>
  );
}
