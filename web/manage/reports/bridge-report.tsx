import { Stack, UnstyledButton } from '@mantine/core';
import { readBridge } from '#contract/insight.ts';
import { openBridge } from '#contract/insight-rows.ts';
import { fileOf } from '#web/figures/figure-words.ts';
import type { ReportProps, View } from '#web/figures/view.ts';
import { Amount, amountKey, amountWords } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { Day, dayWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { type Bridge, bridgeOrder } from '../bars.ts';
import { BooksSign } from '../books-sign.tsx';
import { CurrencyChoice, pickCurrency } from '../currency-choice.tsx';
import classes from '../manage.module.css';
import { useOpenRows } from './rows-drawer.tsx';
import { Waterfall } from './waterfall.tsx';

type BridgeDay = Bridge['days'][number];

/** The debt bridge of the period, as bars and day by day; every amount opens its postings. */
export function BridgeReport({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  const { portfolioId, from, to } = view;
  const read = useEndpoint(readBridge, { portfolioId, from, to }, { keep: true });
  const { data, error, refetch } = read;
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={8} />;
  const currencies = data.bridges.map(({ currency }) => currency);
  const currency = pickCurrency(currencies, view.currency);
  const bridge = data.bridges.find((one) => one.currency === currency);
  if (!bridge) return <EmptyState title={t('bridge.empty')} about={t('bridge.emptyAbout')} />;
  return (
    <Stack gap="md">
      <Panel
        title={t('bridge.title')}
        aside={
          <>
            <BooksSign bridge={bridge} />
            <CurrencyChoice currencies={currencies} view={view} change={change} />
          </>
        }
      >
        <Waterfall bridge={bridge} view={view} />
      </Panel>
      <Panel title={t('bridge.daily')} flush>
        <DailyTable bridge={bridge} view={view} />
      </Panel>
    </Stack>
  );
}

type DailyTableProps = { readonly bridge: Bridge; readonly view: View };

function DailyTable({ bridge, view }: DailyTableProps) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const { currency, days, total } = bridge;
  const { portfolioId, from, to } = view;
  const cellOf = (
    line: (typeof bridgeOrder)[number],
    row: Pick<BridgeDay, typeof line>,
    day?: string,
  ) => {
    const amount = row[line];
    if (!/[1-9]/.test(amount)) return <span className={classes.faint}>–</span>;
    const name = t(`line.${line}`);
    const title = day
      ? t('bridge.cell', { line: name, day: dayWords(day, locale) })
      : t('bridge.whole', { line: name });
    const span = day ? { from: day, to: day } : { from, to };
    const show = () => open(title, openBridge, { portfolioId, ...span, currency, cell: line });
    return (
      <UnstyledButton
        className={classes.cell}
        onClick={show}
        aria-label={`${title}: ${amountWords(amount, currency, locale)}`}
      >
        <Amount text={amount} currency={currency} />
      </UnstyledButton>
    );
  };
  const isOpen = days.some(({ difference }) => /[1-9]/.test(difference));
  const columns: Column<BridgeDay>[] = [
    {
      id: 'day',
      header: t('bridge.day'),
      cell: ({ day }) => <Day date={day} />,
      key: ({ day }) => day,
    },
    ...bridgeOrder.map(
      (line): Column<BridgeDay> => ({
        id: line,
        header: t(`line.${line}`),
        align: 'end',
        cell: (row) => cellOf(line, row, row.day),
        key: (row) => amountKey(row[line], currency),
      }),
    ),
    ...(isOpen
      ? [
          {
            id: 'difference',
            header: t('line.difference'),
            align: 'end' as const,
            cell: ({ difference }: BridgeDay) => (
              <Amount text={difference} currency={currency} tone="bad" />
            ),
            key: ({ difference }: BridgeDay) => amountKey(difference, currency),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('bridge.daily')}
      columns={columns}
      rows={days}
      rowId={({ day }) => day}
      sortBy="-day"
      maxHeight="34rem"
      footer={[t('bridge.total'), ...bridgeOrder.map((line) => cellOf(line, total))]}
      exportUrl={fileOf(readBridge, { portfolioId, from, to })}
    />
  );
}
