import { readCauses } from '#contract/insight.ts';
import { openCause } from '#contract/insight-rows.ts';
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

type Cause = OutputOf<typeof readCauses>['causes'][number];

/** Debts that began with a mistake of the organisation, by cause; a cause opens its events. */
export function CausesTable({ view: { portfolioId, from, to } }: { readonly view: View }) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const input = { portfolioId, from, to };
  const { data, error, refetch } = useEndpoint(readCauses, input, { keep: true });
  const causeWords = ({ subReason }: Cause) =>
    t(`code.event.${subReason}`, { defaultValue: subReason });
  const columns: Column<Cause>[] = [
    { id: 'cause', header: t('causes.cause'), cell: causeWords, key: causeWords },
    {
      id: 'customers',
      header: t('causes.customers'),
      align: 'end',
      cell: ({ customers }) => customers.toLocaleString(locale),
      key: ({ customers }) => customers,
    },
    {
      id: 'events',
      header: t('causes.events'),
      align: 'end',
      cell: ({ events }) => events.toLocaleString(locale),
      key: ({ events }) => events,
    },
    {
      id: 'billed',
      header: t('causes.billed'),
      align: 'end',
      cell: ({ amounts }) => (
        <span className={classes.stateMoney}>
          {amounts.map(({ currency, amount }) => (
            <Amount key={currency} text={amount} currency={currency} />
          ))}
        </span>
      ),
    },
  ];
  return (
    <Panel title={t('causes.title')} flush>
      <DataTable
        caption={t('causes.caption')}
        columns={columns}
        rows={data?.causes}
        rowId={({ type, subReason }) => `${type} ${subReason}`}
        problem={error}
        onRetry={() => void refetch()}
        onOpen={(cause) => {
          const { type, subReason } = cause;
          open(causeWords(cause), openCause, { ...input, type, subReason });
        }}
        empty={{ title: t('causes.empty'), about: t('causes.emptyAbout') }}
        exportUrl={fileOf(readCauses, input)}
      />
    </Panel>
  );
}
