import { Group, UnstyledButton } from '@mantine/core';
import { readTreatments } from '#contract/insight.ts';
import { openTreatment } from '#contract/insight-rows.ts';
import { fileOf, longTimeWords } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { useOpenRows } from './rows-drawer.tsx';

type Line = OutputOf<typeof readTreatments>['types'][number];
type Cell = 'all' | 'treated' | 'late' | 'waiting';

/** From key events to the first thing done about them, by type, against its target; each count opens. */
export function TreatmentsTable({ view: { portfolioId, from, to } }: { readonly view: View }) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const input = { portfolioId, from, to };
  const { data, error, refetch } = useEndpoint(readTreatments, input, { keep: true });
  const typeWords = ({ type }: Line) => t(`treatments.type.${type}`);
  const show = (line: Line, cell: Cell) =>
    open(`${typeWords(line)}: ${t(`treatments.${cell}`)}`, openTreatment, {
      ...{ ...input, type: line.type, cell },
    });
  const count = (cell: Cell, of: (line: Line) => number): Column<Line> => ({
    id: cell,
    header: t(`treatments.${cell}`),
    align: 'end',
    key: of,
    cell: (line) => (
      <UnstyledButton onClick={() => show(line, cell)} fz="sm" td="underline">
        {of(line).toLocaleString(locale)}
      </UnstyledButton>
    ),
  });
  const columns: Column<Line>[] = [
    { id: 'type', header: t('treatments.event'), cell: typeWords, key: typeWords },
    count('all', ({ events }) => events),
    {
      id: 'average',
      header: t('treatments.average'),
      align: 'end',
      key: ({ averageMs }) => averageMs,
      cell: ({ averageMs }) => (averageMs === null ? '–' : longTimeWords(t, averageMs, locale)),
    },
    {
      id: 'target',
      header: t('treatments.target'),
      align: 'end',
      cell: ({ targetHours }) => targetWords(targetHours, locale),
    },
    count('waiting', ({ waiting }) => waiting),
    {
      id: 'late',
      header: t('treatments.late'),
      align: 'end',
      key: ({ late }) => late,
      cell: (line) => (
        <UnstyledButton
          onClick={() => show(line, 'late')}
          aria-label={`${line.late.toLocaleString(locale)} · ${t('treatments.openLate', { type: typeWords(line) })}`}
        >
          <Group justify="flex-end">
            <State tone={line.late > 0 ? 'bad' : 'good'}>{line.late.toLocaleString(locale)}</State>
          </Group>
        </UnstyledButton>
      ),
    },
  ];
  return (
    <Panel title={t('treatments.title')} flush>
      <DataTable
        caption={t('treatments.caption')}
        columns={columns}
        rows={data?.types}
        rowId={({ type }) => type}
        problem={error}
        onRetry={() => void refetch()}
        exportUrl={fileOf(readTreatments, input)}
      />
    </Panel>
  );
}

function targetWords(target: Line['targetHours'], locale: string): string {
  if (target === null) return '–';
  const hours = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour' }).format(value);
  return target.least === target.most
    ? hours(target.least)
    : `${hours(target.least)} – ${hours(target.most)}`;
}
