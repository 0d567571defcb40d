import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listReplays, stopReplay } from '#contract/compliance/replays.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Replay } from './replay.ts';
import { ReplayChanges } from './replay-changes.tsx';
import { ReplayForm } from './replay-form.tsx';

/** How far a replay has come makes no event: the list is read at this pace while one runs. */
const runningPaceMs = 1_000;

const tones: Readonly<Record<Replay['state'], Tone>> = {
  running: 'info',
  done: 'good',
  failed: 'bad',
  stopped: 'warn',
};

/** Past contacts decided again under other rules: what would have been refused or allowed. */
export function ReplayTab() {
  const { t } = useWords('compliance');
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, error, refetch } = useEndpoint(
    listReplays,
    {},
    { everyMs: (answer) => (hasRunning(answer) ? runningPaceMs : null), keep: true },
  );
  const isRunning = hasRunning(data);
  const columns = useColumns();
  const open = data?.replays.find(({ id }) => id === openId) ?? null;
  return (
    <Stack gap="md">
      <ReplayForm isRunning={isRunning} onStarted={setOpenId} />
      <Panel title={t('replay.runs')} flush>
        <DataTable
          caption={t('replay.runs')}
          columns={columns}
          rows={data?.replays}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('replay.none'), about: t('replay.noneAbout') }}
        />
      </Panel>
      {open?.state === 'running' ? <Running replay={open} /> : null}
      {open ? <ReplayChanges replay={open} /> : null}
    </Stack>
  );
}

function hasRunning(answer: OutputOf<typeof listReplays> | undefined): boolean {
  return answer?.replays.some(({ state }) => state === 'running') ?? false;
}

/** How far it is, in parts of a hundred. */
function percentOf({ done, total }: Replay): number {
  return total === 0 ? 100 : Math.floor((done / total) * 100);
}

function Running({ replay }: { readonly replay: Replay }) {
  const { t, locale } = useWords('compliance');
  const stop = useAction(stopReplay, { invalidates: [listReplays] });
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <Panel>
      <Group gap="md" wrap="nowrap">
        <Stack gap={4} flex={1}>
          <Progress value={percentOf(replay)} aria-label={t('replay.progress')} animated />
          <Text size="sm" c="dimmed">
            {t('replay.pace', { done: number(replay.done), total: number(replay.total) })}
          </Text>
        </Stack>
        <Button
          variant="default"
          loading={stop.isPending}
          onClick={() => stop.mutate({ replayId: replay.id })}
        >
          {t('replay.stop')}
        </Button>
      </Group>
    </Panel>
  );
}

function StateOf({ replay }: { readonly replay: Replay }) {
  const { t } = useWords('compliance');
  const { state } = replay;
  const words =
    state === 'running'
      ? t('replay.running', { percent: percentOf(replay) })
      : t(`replay.${state}`);
  return <State tone={tones[state]}>{words}</State>;
}

function useColumns(): readonly Column<Replay>[] {
  const { t, locale } = useWords('compliance');
  return useMemo(() => {
    const count = (id: string, header: string, of: (replay: Replay) => number): Column<Replay> => ({
      id,
      header,
      align: 'end',
      key: of,
      cell: (replay) => of(replay).toLocaleString(locale),
    });
    return [
      {
        id: 'asked',
        header: t('replay.asked'),
        key: ({ askedAt }) => askedAt,
        cell: ({ askedAt }) => <When at={askedAt} />,
      },
      {
        id: 'by',
        header: t('replay.by'),
        key: ({ askedByName }) => askedByName,
        cell: ({ askedByName }) => askedByName ?? '–',
      },
      {
        id: 'period',
        header: t('replay.period'),
        key: ({ fromAt }) => fromAt,
        cell: ({ fromAt, toAt }) => (
          <Text size="sm" component="span">
            <When at={fromAt} show="date" /> – <When at={toAt} show="date" />
          </Text>
        ),
      },
      {
        id: 'state',
        header: t('replay.state'),
        key: ({ state }) => state,
        cell: (replay) => <StateOf replay={replay} />,
      },
      count('total', t('replay.total'), ({ total }) => total),
      count('refused', t('replay.refused'), ({ newlyRefused }) => newlyRefused),
      count('allowed', t('replay.allowed'), ({ newlyAllowed }) => newlyAllowed),
      count('otherwise', t('replay.otherwise'), ({ otherwiseChanged }) => otherwiseChanged),
    ];
  }, [t, locale]);
}
