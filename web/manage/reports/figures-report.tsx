import { Box, SimpleGrid, Stack } from '@mantine/core';
import { readBridge, readKpis } from '#contract/insight.ts';
import { fileOf } from '#web/figures/figure-words.ts';
import type { ReportProps } from '#web/figures/view.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { BooksSign } from '../books-sign.tsx';
import { CurrencyChoice, pickCurrency } from '../currency-choice.tsx';
import classes from '../manage.module.css';
import { Alerts } from '../overview/alerts.tsx';
import { Headline } from '../overview/headline.tsx';
import { KpiTile } from '../overview/kpi-tile.tsx';
import { CausesTable } from './causes-table.tsx';
import { DailyChart, NewDebtChart } from './debt-charts.tsx';
import { HoursMap } from './hours-map.tsx';
import { RejectCostsTable } from './reject-costs-table.tsx';
import { TreatmentsTable } from './treatments-table.tsx';

/** What a manager sees first: the debt, what needs attention, and how the work went. */
export function FiguresReport({ view, change }: ReportProps) {
  const { t } = useWords('insight');
  const { portfolioId, from, to } = view;
  const period = { portfolioId, from, to };
  const bridges = useEndpoint(readBridge, period, { keep: true });
  const kpis = useEndpoint(readKpis, period, { keep: true });
  const currencies = bridges.data?.bridges.map(({ currency }) => currency) ?? [];
  const currency = pickCurrency(currencies, view.currency);
  const bridge = bridges.data?.bridges.find((one) => one.currency === currency);
  const shown = kpis.data?.kpis.filter(
    (figure) => figure.id !== 'new-debt' && (figure.currency ?? currency) === currency,
  );
  return (
    <Stack gap="md">
      <Alerts view={view} change={change} />
      <Panel
        title={t('head.title')}
        flush
        aside={
          <>
            {bridge ? <BooksSign bridge={bridge} /> : null}
            <CurrencyChoice currencies={currencies} view={view} change={change} />
          </>
        }
      >
        {bridges.error && !bridges.data ? (
          <ErrorState problem={bridges.error} onRetry={() => void bridges.refetch()} />
        ) : null}
        {bridge ? <Headline bridge={bridge} view={view} /> : null}
        {!bridges.data && !bridges.error ? (
          <Box p="md">
            <Loading lines={3} />
          </Box>
        ) : null}
        {bridges.data && !bridge ? (
          <EmptyState title={t('bridge.empty')} about={t('bridge.emptyAbout')} />
        ) : null}
      </Panel>
      <Panel
        title={t('figures.title')}
        aside={
          <a className={classes.file} href={fileOf(readKpis, period)} download>
            <DownloadIcon size={14} />
            {t('ui:table.export')}
          </a>
        }
      >
        {kpis.error && !kpis.data ? (
          <ErrorState problem={kpis.error} onRetry={() => void kpis.refetch()} />
        ) : null}
        {!kpis.data && !kpis.error ? <Loading lines={5} /> : null}
        {shown ? (
          <div className={classes.tiles}>
            {shown.map((figure) => (
              <KpiTile key={figure.id} figure={figure} view={view} />
            ))}
          </div>
        ) : null}
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {bridge ? <DailyChart bridge={bridge} /> : null}
        {currency ? <NewDebtChart view={view} currency={currency} /> : null}
        <HoursMap view={view} />
        <CausesTable view={view} />
        <TreatmentsTable view={view} />
        <RejectCostsTable view={view} />
      </SimpleGrid>
    </Stack>
  );
}
