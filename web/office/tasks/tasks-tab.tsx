import { Chip, Group, NativeSelect, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { claimTask, listTasks } from '#contract/tasks.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { SentNotices } from './sent-notices.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { isSent, type Task, taskWords } from './task-words.ts';

/** Tasks are opened by steps, holds and events. */
const news: readonly EventKind[] = [
  'task.done',
  'case.moved',
  'case.planned',
  'case.step-refused',
  'hold.set',
  'key-event.recorded',
];

/** Open tasks, the earliest due first; take one, finish it; or record a batch that was sent. */
export function TasksTab() {
  const { t } = useWords('office');
  const [kind, setKind] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const input = { page: '0', ...(kind ? { kind } : {}) };
  const { data, error, refetch } = useEndpoint(listTasks, input, { keep: true, live: news });
  const columns = useColumns();
  const open = data?.tasks.find(({ id }) => id === openId) ?? null;
  const claim = useAction(claimTask, { invalidates: [listTasks] });
  return (
    <Stack gap="md">
      <NativeSelect
        hiddenFrom="sm"
        label={t('task.what')}
        value={kind ?? ''}
        onChange={(event) => setKind(event.currentTarget.value || null)}
        data={[
          { value: '', label: t('task.all') },
          ...(data?.counts ?? []).map((count) => ({
            value: count.kind,
            label: `${taskWords(t, count.kind)} (${count.open})`,
          })),
        ]}
      />
      <Group gap="xs" visibleFrom="sm">
        {data?.counts.map((count) => (
          <Chip
            key={count.kind}
            size="xs"
            checked={kind === count.kind}
            onChange={() => setKind(kind === count.kind ? null : count.kind)}
          >
            {taskWords(t, count.kind)} ({count.open})
          </Chip>
        ))}
      </Group>
      {kind && data?.tasks[0] && isBatch(data.tasks[0]) ? (
        <SentNotices kind={kind} tasks={data.tasks} />
      ) : null}
      <Panel flush>
        <DataTable
          caption={t('tab.tasks')}
          columns={columns}
          rows={data?.tasks}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('task.none'), about: t('task.noneAbout') }}
          exportName="dunlin-tasks"
          stacks
        />
      </Panel>
      <TaskDrawer
        task={open}
        onClose={() => setOpenId(null)}
        onClaim={(taskId, release) => claim.mutate({ taskId, release })}
        isClaiming={claim.isPending}
      />
    </Stack>
  );
}

/** Whether a whole batch of these may go out at once: notices and letters of effects, no answers. */
function isBatch(task: Task): boolean {
  const isAnswer = task.outcomes.includes('letter-sent');
  return isSent(task) && !isAnswer && task.kind !== 'resend-invoice';
}

function useColumns(): readonly Column<Task>[] {
  const { t } = useWords('office');
  return useMemo(
    () => [
      {
        id: 'due',
        header: t('task.due'),
        key: ({ dueOn }) => dueOn,
        cell: ({ dueOn, late, urgent }) => (
          <Group gap={6} wrap="nowrap">
            {urgent ? <State tone="bad">{t('task.urgent')}</State> : null}
            <Day date={dueOn} />
            {late ? <State tone="bad">{t('task.late')}</State> : null}
          </Group>
        ),
      },
      {
        id: 'kind',
        header: t('task.what'),
        key: ({ kind }) => taskWords(t, kind),
        cell: ({ kind }) => taskWords(t, kind),
      },
      {
        id: 'customer',
        header: t('field.name'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName }) => <bdi>{customerName}</bdi>,
      },
      {
        id: 'overdue',
        header: t('task.overdue'),
        align: 'end',
        key: ({ overdue, currency }) => (overdue ? amountKey(overdue, currency) : undefined),
        csv: ({ overdue }) => overdue ?? '',
        cell: ({ overdue, currency }) =>
          overdue ? <Amount text={overdue} currency={currency} /> : '—',
      },
      {
        id: 'owner',
        header: t('task.owner'),
        key: ({ ownerName }) => ownerName ?? '',
        cell: ({ ownerName }) => ownerName ?? '—',
      },
      {
        id: 'portfolio',
        header: t('portfolio.title'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => portfolioName,
      },
    ],
    [t],
  );
}
