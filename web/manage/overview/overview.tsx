import { NativeSelect, Stack, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { PeriodFields } from '#web/figures/period-fields.tsx';
import { type ReportProps, type Tab, tabs, useView } from '#web/figures/view.ts';
import { useMe } from '#web/ui/client/me.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { EmptyState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../manage.module.css';
import { useGentleRefresh } from '../refresh.ts';
import { AgeingReport } from '../reports/ageing-report.tsx';
import { BoardReport } from '../reports/board-report.tsx';
import { FiguresReport } from '../reports/figures-report.tsx';
import { RowsProvider } from '../reports/rows-drawer.tsx';

const BridgeReport = lazy(async () => ({
  default: (await import('../reports/bridge-report.tsx')).BridgeReport,
}));

/** `/manage`: what is owed, what came in, and where the work stands. */
export function Screen() {
  const { t } = useWords('insight');
  const { view, change } = useView();
  const { portfolios } = useMe();
  useGentleRefresh();
  if (portfolios.length === 0) {
    return <EmptyState title={t('bridge.empty')} about={t('bridge.emptyAbout')} />;
  }
  return (
    <RowsProvider>
      <Stack gap="md">
        <PageHead title={t('ui:area.manage')} about={t('about')}>
          <Pickers view={view} change={change} />
        </PageHead>
        <Tabs value={view.tab} onChange={(tab) => change({ tab: tab as Tab })} keepMounted={false}>
          <Tabs.List aria-label={t('tabs')} className={classes.tabs}>
            {tabs.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`tab.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Suspense fallback={<Loading lines={6} />}>
            <Tabs.Panel value="figures" pt="md">
              <FiguresReport view={view} change={change} />
            </Tabs.Panel>
            <Tabs.Panel value="bridge" pt="md">
              <BridgeReport view={view} change={change} />
            </Tabs.Panel>
            <Tabs.Panel value="ageing" pt="md">
              <AgeingReport view={view} change={change} />
            </Tabs.Panel>
            <Tabs.Panel value="board" pt="md">
              <BoardReport view={view} />
            </Tabs.Panel>
          </Suspense>
        </Tabs>
      </Stack>
    </RowsProvider>
  );
}

function Pickers({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  const { portfolios } = useMe();
  return (
    <>
      <NativeSelect
        label={t('view.portfolio')}
        value={view.portfolioId ?? ''}
        onChange={({ currentTarget }) => change({ portfolioId: currentTarget.value || undefined })}
        data={[
          { value: '', label: t('view.all') },
          ...portfolios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        size="sm"
      />
      {view.tab === 'figures' || view.tab === 'bridge' ? (
        <PeriodPicker view={view} change={change} />
      ) : null}
    </>
  );
}

function PeriodPicker({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  return (
    <PeriodFields
      period={view}
      change={change}
      words={(key, gaps) => t(`view.${key}`, { ...gaps })}
      wide={classes.wide}
    />
  );
}
