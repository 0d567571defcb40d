import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { worklist } from '#contract/desk.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { useNow } from '#web/ui/elapsed.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { instantWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Line = OutputOf<typeof worklist>['cases'][number];

/** Times come due without an event, and moves of many cases at once would come too thick. */
const minuteMs = 60_000;
/** What people do to single cases shows at once. */
const worklistNews: readonly EventKind[] = [
  'case.assigned',
  'case.taken',
  'case.given-back',
  'hold.set',
  'hold.lifted',
];

/** What is most worth working now, for agents who may choose. */
export function Worklist({ onOpen }: { readonly onOpen: (caseId: string) => void }) {
  const { t, locale } = useWords('agent');
  const list = useEndpoint(worklist, {}, { live: worklistNews, everyMs: minuteMs });
  const now = new Date(useNow(minuteMs)).toISOString();
  const columns = useMemo(() => columnsOf(t, locale, now), [t, locale, now]);
  return (
    <Panel title={t('worklist.title')} flush>
      <DataTable
        caption={t('worklist.title')}
        columns={columns}
        rows={list.data?.cases}
        rowId={({ caseId }) => caseId}
        problem={list.error}
        onRetry={() => list.refetch()}
        onOpen={({ caseId }) => onOpen(caseId)}
        empty={{ title: t('worklist.empty'), about: t('worklist.emptyAbout') }}
        maxHeight="60vh"
        stacks
      />
    </Panel>
  );
}

function columnsOf(
  t: ReturnType<typeof useWords>['t'],
  locale: string,
  now: string,
): Column<Line>[] {
  return [
    {
      id: 'customer',
      header: t('worklist.customer'),
      key: ({ customerName }) => customerName,
      cell: ({ customerName, priorityTier }) => (
        <Group gap="xs">
          <bdi>{customerName}</bdi>
          {priorityTier ? <State tone="warn">{t('case.upper')}</State> : null}
        </Group>
      ),
    },
    {
      id: 'why',
      header: t('worklist.why'),
      cell: ({ eventType }) => t([`event.${eventType}.short`, 'event.none']),
    },
    {
      id: 'portfolio',
      header: t('worklist.portfolio'),
      key: ({ portfolioName }) => portfolioName,
      cell: ({ portfolioName }) => portfolioName,
    },
    {
      id: 'state',
      header: t('worklist.state'),
      key: ({ state }) => state,
      cell: ({ state }) => t([`state.${state}`, 'state.other']),
    },
    {
      id: 'time',
      header: t('worklist.time'),
      cell: ({ zone }) => instantWords(now, locale, 'time', zone),
    },
  ];
}
