import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { readFloor } from '#contract/floor.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Queue = OutputOf<typeof readFloor>['queues'][number];

/** What waits in each portfolio, and what is late. */
export function QueueTable({ queues }: { readonly queues: readonly Queue[] }) {
  const { t } = useWords('floor');
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Panel title={t('queues.title')} flush>
      <DataTable
        caption={t('queues.title')}
        columns={columns}
        rows={queues}
        rowId={({ portfolioId }) => portfolioId}
        empty={{ title: t('queues.none') }}
        exportName="floor-queues"
      />
    </Panel>
  );
}

function columnsOf(t: ReturnType<typeof useWords>['t']): Column<Queue>[] {
  const count = (id: 'ready' | 'waiting' | 'leased' | 'callbacksDue'): Column<Queue> => ({
    id,
    header: t(`queues.${id}`),
    align: 'end',
    key: (row) => row[id],
    cell: (row) => row[id],
  });
  return [
    {
      id: 'portfolio',
      header: t('queues.portfolio'),
      key: ({ portfolioName }) => portfolioName,
      cell: ({ portfolioName, nextAt, ready }) => (
        <>
          {portfolioName}
          {ready === 0 && nextAt ? (
            <Text size="xs" c="dimmed">
              {t('queues.next')} <When at={nextAt} show="time" />
            </Text>
          ) : null}
        </>
      ),
    },
    {
      id: 'ready',
      header: t('queues.ready'),
      align: 'end',
      key: ({ ready }) => ready,
      cell: ({ ready, readyUpper }) => (
        <>
          {ready}
          {readyUpper > 0 ? (
            <Text size="xs" c="dimmed">
              {t('queues.upper', { count: readyUpper })}
            </Text>
          ) : null}
        </>
      ),
    },
    count('waiting'),
    count('leased'),
    count('callbacksDue'),
    {
      id: 'overdue',
      header: t('queues.overdue'),
      align: 'end',
      key: ({ tasksOverdue }) => tasksOverdue,
      cell: ({ tasksOverdue }) =>
        tasksOverdue > 0 ? <State tone="warn">{tasksOverdue}</State> : tasksOverdue,
    },
  ];
}
