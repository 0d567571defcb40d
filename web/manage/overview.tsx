import { Alert, NativeSelect, Stack, Tabs, TextInput } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { maxReportDays } from '#contract/insight.ts';
import { presetPeriod, presets, todayHere } from '#web/figures/period.ts';
import { isPeriod, type ReportProps, type Tab, tabs, useView } from '#web/figures/view.ts';
import { useMe } from '#web/ui/client/me.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { EmptyState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { AgeingReport } from './ageing-report.tsx';
import { BoardReport } from './board-report.tsx';
import { FiguresReport } from './figures-report.tsx';
import classes from './overview.module.css';
import { useGentleRefresh } from './refresh.ts';
import { RowsProvider } from './rows-drawer.tsx';

const BridgeReport = lazy(async () => ({
  default: (await import('./bridge-report.tsx')).BridgeReport,
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
  const today = todayHere();
  const preset = presets.find((name) => {
    const { from, to } = presetPeriod(name, today);
    return from === view.from && to === view.to;
  });
  return (
    <>
      <NativeSelect
        label={t('view.period')}
        value={preset ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = presets.find((name) => name === currentTarget.value);
          if (chosen) change(presetPeriod(chosen, today));
        }}
        data={[
          ...presets.map((name) => ({ value: name, label: t(`view.${name}`) })),
          ...(preset ? [] : [{ value: '', label: t('view.own') }]),
        ]}
        size="sm"
      />
      <DateFields view={view} change={change} />
    </>
  );
}

/** Two dates; the address follows once they make a period. */
function DateFields({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  const [draft, setDraft] = useState({ from: view.from, to: view.to });
  useEffect(() => setDraft({ from: view.from, to: view.to }), [view.from, view.to]);
  const set = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (next.from && next.to && isPeriod(next)) change(next);
  };
  const isWrong = Boolean(draft.from && draft.to) && !isPeriod(draft);
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`view.${end}`)}
          value={draft[end]}
          onChange={({ currentTarget }) => set({ [end]: currentTarget.value })}
          aria-invalid={isWrong}
        />
      ))}
      {isWrong ? (
        <Alert role="alert" variant="light" color="yellow" className={classes.wide}>
          {t('view.wrong', { max: maxReportDays })}
        </Alert>
      ) : null}
    </>
  );
}
