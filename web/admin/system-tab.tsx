import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { checkLog, readHealth, runDaily } from '#contract/admin/system.ts';
import { Stat } from '#web/ui/charts/stat.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Health = OutputOf<typeof readHealth>;
type PortfolioLine = Health['portfolios'][number];

/** The health of an installation makes no events: it is read at this pace. */
const everyMs = 10_000;
const mebibyte = 1024 ** 2;
const longTransactionSeconds = 60;
const lagOfConcern = 1000;

/** How the installation is, and the daily run by hand. */
export function SystemTab() {
  const health = useEndpoint(readHealth, {}, { everyMs });
  if (!health.data) {
    if (!health.error) return <Loading lines={8} />;
    return <ErrorState problem={health.error} onRetry={() => health.refetch()} />;
  }
  return (
    <Stack gap="md">
      <Figures health={health.data} />
      <DailyRuns portfolios={health.data.portfolios} />
      <LogCheck />
      <Migrations migrations={health.data.database.migrations} />
    </Stack>
  );
}

function useFigureWords() {
  const { t, locale } = useWords('admin');
  const number = (value: number) => value.toLocaleString(locale);
  const size = (bytes: number) =>
    t('system.mebibytes', { size: number(Math.round(bytes / mebibyte)) });
  const span = (seconds: number) => {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    return t('system.span', { hours: number(hours), minutes: number(minutes) });
  };
  return { number, size, span };
}

function Figures({ health: { process, database, log, work } }: { readonly health: Health }) {
  const { t } = useWords('admin');
  const { number, size, span } = useFigureWords();
  const lag = log.outboxLag;
  const oldest = Math.round(database.oldestTransactionSeconds);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      <Stat
        label={t('system.uptime')}
        value={span(process.uptimeSeconds)}
        note={t('system.node', { version: process.node })}
      />
      <Stat
        label={t('system.memory')}
        value={size(process.residentBytes)}
        note={t('system.heap', { size: size(process.heapBytes) })}
      />
      <Stat
        label={t('system.database')}
        value={size(database.sizeBytes)}
        note={t('system.postgres', { version: database.version })}
      />
      <Stat
        label={t('system.connections')}
        value={number(database.connections)}
        tone={oldest > longTransactionSeconds ? 'warn' : 'neutral'}
        note={t('system.oldest', { seconds: number(oldest) })}
      />
      <Stat
        label={t('system.lag')}
        value={lag === null ? '–' : number(lag)}
        tone={lag !== null && lag > lagOfConcern ? 'warn' : 'neutral'}
        note={t('system.events', { seq: number(Number(log.lastSeq)) })}
      />
      <Stat
        label={t('system.readers')}
        value={process.liveReaders === null ? '–' : number(process.liveReaders)}
      />
      <Stat
        label={t('system.ready')}
        value={number(work.ready)}
        note={t('system.queue', { waiting: number(work.waiting), leased: number(work.leased) })}
      />
      <Stat
        label={t('system.openCases')}
        value={number(work.openCases)}
        tone={work.overdueTasks > 0 ? 'warn' : 'neutral'}
        note={t('system.late', { tasks: number(work.overdueTasks) })}
      />
    </SimpleGrid>
  );
}

/** Asks whether the log still says what was written. */
function LogCheck() {
  const { t, locale } = useWords('admin');
  const check = useAction(checkLog, { quiet: true });
  const { data } = check;
  const button = (
    <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
      {t('chain.check')}
    </Button>
  );
  return (
    <Panel title={t('chain.title')} aside={button}>
      <Stack gap="sm" role="status">
        <Text size="sm" c="dimmed">
          {t('chain.about')}
        </Text>
        <ProblemAlert problem={check.error} />
        {data?.broken.length === 0 && data.beside.length === 0 ? (
          <State tone="good">
            {t('chain.holds', { seq: Number(data.lastSeq).toLocaleString(locale) })}
          </State>
        ) : null}
        {data?.broken.map(({ caseId, seq }) => (
          <Text size="sm" key={caseId}>
            <State tone="bad">{t('chain.broken')}</State>{' '}
            {t('chain.where', { id: caseId, seq: seq ?? t('chain.end') })}
          </Text>
        ))}
        {data?.beside.map(({ what, count }) => (
          <Text size="sm" key={what}>
            <State tone="bad">{t('chain.broken')}</State>{' '}
            {t(`chain.beside.${what}`, { count, shown: count.toLocaleString(locale) })}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}

function DailyRuns({ portfolios }: { readonly portfolios: readonly PortfolioLine[] }) {
  const { t } = useWords('admin');
  const me = useMe();
  const notify = useNotify();
  const run = useAction(runDaily, {
    invalidates: [readHealth],
    onDone: ({ runs }) => {
      const done = runs.filter(({ counts }) => counts !== null).length;
      notify('good', done > 0 ? t('runs.done', { count: done, shown: done }) : t('runs.nothing'));
    },
  });
  const ask = (
    <ConfirmButton
      question={t('runs.ask')}
      confirm={t('runs.now')}
      color="teal"
      loading={run.isPending}
      onConfirm={() => run.mutate({})}
    >
      {t('runs.now')}
    </ConfirmButton>
  );
  return (
    <Panel title={t('runs.title')} aside={me.may('system.run') ? ask : null} flush>
      <DataTable
        caption={t('runs.title')}
        columns={useRunColumns()}
        rows={portfolios}
        rowId={({ id }) => id}
        empty={{ title: t('portfolio.none'), about: t('portfolio.noneAbout') }}
      />
    </Panel>
  );
}

function useRunColumns(): readonly Column<PortfolioLine>[] {
  const { t, locale } = useWords('admin');
  const stateOf = ({ lastRun, today }: PortfolioLine) => {
    if (!lastRun) return { tone: 'warn', words: t('runs.never') } as const;
    if (!lastRun.endedAt) return { tone: 'info', words: t('runs.running') } as const;
    if (lastRun.runOn < today) return { tone: 'warn', words: t('runs.notToday') } as const;
    return { tone: 'good', words: t('runs.today') } as const;
  };
  return [
    { id: 'name', header: t('portfolio.name'), cell: ({ name }) => name, key: ({ name }) => name },
    {
      id: 'state',
      header: t('runs.state'),
      cell: (line) => <State tone={stateOf(line).tone}>{stateOf(line).words}</State>,
    },
    {
      id: 'day',
      header: t('runs.day'),
      cell: ({ lastRun }) => (lastRun ? <Day date={lastRun.runOn} /> : '–'),
    },
    {
      id: 'ended',
      header: t('runs.ended'),
      cell: ({ lastRun, zone }) =>
        lastRun?.endedAt ? <When at={lastRun.endedAt} zone={zone} /> : '–',
    },
    ...(['opened', 'moved', 'tasks'] as const).map((name) => ({
      id: name,
      header: t(`runs.${name}`),
      align: 'end' as const,
      cell: ({ lastRun }: PortfolioLine) => lastRun?.counts[name]?.toLocaleString(locale) ?? '–',
    })),
  ];
}

function Migrations({ migrations }: { readonly migrations: Health['database']['migrations'] }) {
  const { t } = useWords('admin');
  return (
    <Panel title={t('system.migrations')} flush>
      <DataTable
        caption={t('system.migrations')}
        columns={[
          { id: 'name', header: t('system.step'), cell: ({ name }) => <bdi>{name}</bdi> },
          {
            id: 'applied',
            header: t('system.applied'),
            cell: ({ appliedAt }) => <When at={appliedAt} />,
          },
        ]}
        rows={migrations}
        rowId={({ name }) => name}
      />
    </Panel>
  );
}
