import { NativeSelect, SegmentedControl, Stack, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ageingGroups, readAgeing } from '#contract/insight.ts';
import { openAgeing } from '#contract/insight-rows.ts';
import {
  type AgeBasis,
  type AgeingColumn,
  ageBases,
  ageingColumns,
} from '#domain/insight/ageing.ts';
import { fileOf, shortWords } from '#web/figures/figure-words.ts';
import type { ReportProps } from '#web/figures/view.ts';
import { Amount, amountKey, amountWords } from '#web/ui/amount.tsx';
import { Chart, type ChartPoint } from '#web/ui/charts/chart.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { DayField } from '#web/ui/day-field.tsx';
import { todayHere } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { CurrencyChoice, pickCurrency } from '../currency-choice.tsx';
import classes from '../manage.module.css';
import { useOpenRows } from './rows-drawer.tsx';

type Answer = OutputOf<typeof readAgeing>;
type Line = Answer['lines'][number];
type Group = (typeof ageingGroups)[number];

/** Lines that a chart shows by themselves; the rest is one. */
const maxSeries = 5;

/** Open debt by age on one of three ages; every cell opens its items. */
export function AgeingReport({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  const [by, setBy] = useState<AgeBasis>('due');
  const [group, setGroup] = useState<Group>('portfolio');
  const [on, setOn] = useState('');
  const input = { portfolioId: view.portfolioId, by, group, ...(on ? { on } : {}) };
  const { data, error, refetch } = useEndpoint(readAgeing, input, { keep: true });
  const currencies = [...new Set(data?.lines.map(({ currency }) => currency))];
  const currency = pickCurrency(currencies, view.currency);
  return (
    <Stack gap="md">
      <div className={classes.choices}>
        <div>
          <span className={classes.choiceLabel}>{t('ageing.by')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('ageing.by')}
            value={by}
            onChange={(value) => setBy(value as AgeBasis)}
            data={ageBases.map((value) => ({ value, label: t(`ageing.basis.${value}`) }))}
          />
        </div>
        <NativeSelect
          label={t('ageing.group')}
          value={group}
          onChange={({ currentTarget }) => setGroup(currentTarget.value as Group)}
          data={ageingGroups.map((value) => ({ value, label: t(`ageing.groups.${value}`) }))}
        />
        <DayField label={t('ageing.on')} max={todayHere()} value={on} onDay={setOn} />
        <CurrencyChoice labelled currencies={currencies} view={view} change={change} />
      </div>
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data && !currency ? (
        <EmptyState title={t('ageing.empty')} about={t('ageing.emptyAbout')} />
      ) : null}
      {data && currency ? <AgeingPanel data={data} currency={currency} question={input} /> : null}
    </Stack>
  );
}

type Question = {
  readonly portfolioId: string | undefined;
  readonly by: AgeBasis;
  readonly group: Group;
  readonly on?: string;
};
type AgeingPanelProps = {
  readonly data: Answer;
  readonly currency: string;
  readonly question: Question;
};

function AgeingPanel({ data, currency, question }: AgeingPanelProps) {
  const { t, locale } = useWords('insight');
  const lines = useMemo(
    () => data.lines.filter((line) => line.currency === currency),
    [data, currency],
  );
  const columns = ageingColumns.filter(
    (column) => column !== 'no-date' || lines.some(({ cells }) => cells[column]),
  );
  const caption = t('ageing.caption', { basis: t(`ageing.basis.${data.by}`) });
  const nameOf = ({ name }: Line) => name ?? t(`ageing.nobody.${data.group}`);
  const chart = chartOf(lines, columns, nameOf, {
    others: t('ageing.others'),
    columnName: (column) => t(`ageing.column.${column}`),
  });
  return (
    <Panel title={t('ageing.title')}>
      <Chart
        kind="stacked"
        caption={caption}
        points={chart.points}
        series={chart.series}
        format={(value) => shortWords(value, locale)}
        heightPx={240}
      />
      <div className={classes.bleed}>
        <AgeingTable {...{ lines, columns, currency, question, caption, nameOf }} />
      </div>
    </Panel>
  );
}

function chartOf(
  lines: readonly Line[],
  columns: readonly AgeingColumn[],
  nameOf: (line: Line) => string,
  words: { others: string; columnName: (column: AgeingColumn) => string },
) {
  const sorted = lines.toSorted((a, b) => Number(b.total.amount) - Number(a.total.amount));
  const own = sorted.slice(0, lines.length > maxSeries + 1 ? maxSeries : lines.length);
  const rest = sorted.slice(own.length);
  const sum = (of: readonly Line[], column: AgeingColumn) =>
    of.reduce((total, { cells }) => total + Number(cells[column]?.amount ?? 0), 0);
  const points = columns.map((column): ChartPoint => {
    const values = own.map((line, i) => [`s${i}`, sum([line], column)]);
    return {
      name: words.columnName(column),
      ...Object.fromEntries(values),
      ...(rest.length > 0 ? { rest: sum(rest, column) } : {}),
    };
  });
  const series = own.map((line, i) => ({ name: `s${i}`, label: nameOf(line) }));
  if (rest.length > 0) series.push({ name: 'rest', label: words.others });
  return { points, series };
}

type AgeingTableProps = {
  readonly lines: readonly Line[];
  readonly columns: readonly AgeingColumn[];
  readonly currency: string;
  readonly question: Question;
  readonly caption: string;
  readonly nameOf: (line: Line) => string;
};

function AgeingTable({ lines, columns, currency, question, caption, nameOf }: AgeingTableProps) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const cellOf = (line: Line, column: AgeingColumn | undefined, amount: string | undefined) => {
    if (amount === undefined) return null;
    const title = t('ageing.cell', {
      name: nameOf(line),
      column: column ? t(`ageing.column.${column}`) : t('ageing.total'),
    });
    const show = () =>
      open(title, openAgeing, { ...question, currency, line: line.id ?? '', column });
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
  const table: Column<Line>[] = [
    {
      id: 'name',
      header: t(`ageing.groups.${question.group}`),
      cell: (line) => <bdi>{nameOf(line)}</bdi>,
      key: nameOf,
    },
    ...columns.map(
      (column): Column<Line> => ({
        id: column,
        header: t(`ageing.column.${column}`),
        align: 'end',
        cell: (line) => cellOf(line, column, line.cells[column]?.amount),
        key: ({ cells }) => amountKey(cells[column]?.amount ?? '0', currency),
      }),
    ),
    {
      id: 'total',
      header: t('ageing.total'),
      align: 'end',
      cell: (line) => cellOf(line, undefined, line.total.amount),
      key: ({ total }) => amountKey(total.amount, currency),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={table}
      rows={lines}
      rowId={({ id }) => id ?? ''}
      sortBy="-total"
      maxHeight="32rem"
      exportUrl={fileOf(readAgeing, question)}
    />
  );
}
