import { Button, Group, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readImports, readPortfolios } from '#contract/intake.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedRow } from '../asked-row.ts';
import { NewPortfolio } from '../new-portfolio.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import { importNews } from './import-result.tsx';
import { ImportWizard } from './import-wizard.tsx';

type Import = OutputOf<typeof readImports>['imports'][number];

/** How far an import has come makes no event: the list is read at this pace while one runs. */
const runningPaceMs = 3_000;

const tones: Readonly<Record<Import['state'], Tone>> = {
  uploaded: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
  taken_back: 'neutral',
};

/** Files that came in, and the way to bring in the next. */
export function ImportsTab() {
  const { t } = useWords('office');
  const me = useMe();
  const [isNew, setNew] = useState(false);
  const [isPortfolioNew, setPortfolioNew] = useState(false);
  const [openId, setOpenId] = useState(useAskedRow());
  const { data, error, refetch } = useEndpoint(
    readImports,
    {},
    {
      live: importNews,
      everyMs: (answer) =>
        answer?.imports.some(({ state }) => state === 'running') ? runningPaceMs : null,
    },
  );
  const { data: known } = useEndpoint(readPortfolios, {});
  const columns = useColumns();
  if (isNew && known) {
    return <ImportWizard portfolios={known.portfolios} onClose={() => setNew(false)} />;
  }
  const mayMake = me.may('portfolio.create');
  const hasNone = known?.portfolios.length === 0;
  return (
    <Stack gap="md">
      <Group justify="flex-end" gap="xs">
        {mayMake ? (
          <Button variant="default" onClick={() => setPortfolioNew(true)}>
            {t('portfolio.new')}
          </Button>
        ) : null}
        <Button data-import-new onClick={() => setNew(true)} disabled={!known || hasNone}>
          {t('import.new')}
        </Button>
      </Group>
      {hasNone ? <EmptyState title={t('portfolio.none')} about={t('portfolio.noneAbout')} /> : null}
      <Panel flush>
        <DataTable
          caption={t('tab.imports')}
          columns={columns}
          rows={data?.imports}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('import.none'), about: t('import.noneAbout') }}
          exportName="dunlin-imports"
        />
      </Panel>
      <ImportDrawer importId={openId} onClose={() => setOpenId(null)} />
      <NewPortfolio opened={isPortfolioNew} onClose={() => setPortfolioNew(false)} />
    </Stack>
  );
}

function useColumns(): readonly Column<Import>[] {
  const { t, locale } = useWords('office');
  return useMemo(() => {
    const count = (name: string): Column<Import> => ({
      id: name,
      header: t(`count.${name}`),
      align: 'end',
      key: ({ counts }) => counts[name] ?? 0,
      cell: ({ counts }) => (counts[name] ?? 0).toLocaleString(locale),
    });
    return [
      {
        id: 'file',
        header: t('import.file'),
        key: ({ fileName }) => fileName,
        cell: ({ fileName }) => <bdi>{fileName}</bdi>,
      },
      {
        id: 'kind',
        header: t('import.kind'),
        key: ({ kind }) => t(`kind.${kind}`),
        cell: ({ kind }) => t(`kind.${kind}`),
      },
      {
        id: 'portfolio',
        header: t('portfolio.title'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => portfolioName,
      },
      {
        id: 'state',
        header: t('import.state'),
        key: ({ state }) => state,
        cell: ({ state, dryRun }) => (
          <State tone={tones[state]}>
            {dryRun && state === 'done' ? t('state.tried') : t(`state.${state}`)}
          </State>
        ),
      },
      count('new'),
      count('changed'),
      count('rejected'),
      {
        id: 'started',
        header: t('import.started'),
        key: ({ startedAt }) => startedAt,
        cell: ({ startedAt }) => <When at={startedAt} />,
      },
    ];
  }, [t, locale]);
}
