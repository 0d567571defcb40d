import { Text } from '@mantine/core';
import { readNewDebt } from '#contract/insight.ts';
import { fileOf, shortWords } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import { amountWords } from '#web/ui/amount.tsx';
import { Chart, type ChartSeries } from '#web/ui/charts/chart.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Bridge } from '../bars.ts';
import classes from '../manage.module.css';

/** A month such as `2026-11` in words. */
export function monthWords(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-15T12:00:00Z`));
}

function shortDay(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** Money collected on each day, beside the day's share of the target. */
export function DailyChart({ bridge: { days, target } }: { readonly bridge: Bridge }) {
  const { t, locale } = useWords('insight');
  const perDay = target === null ? null : Number(target) / days.length;
  const series: ChartSeries[] = [{ name: 'collected', label: t('daily.collected') }];
  if (perDay !== null) series.push({ name: 'target', label: t('daily.target') });
  const points = days.map(({ day, collected }) => ({
    name: shortDay(day, locale),
    collected: Number(collected),
    ...(perDay === null ? {} : { target: Math.round(perDay * 100) / 100 }),
  }));
  return (
    <Panel title={t('daily.title')}>
      <Chart
        kind={perDay === null ? 'bar' : 'line'}
        caption={t('daily.caption')}
        points={points}
        series={series}
        format={(value) => shortWords(value, locale)}
        heightPx={200}
      />
    </Panel>
  );
}

type NewDebtChartProps = { readonly view: View; readonly currency: string };

/** New debt by month, with what is usual for it. */
export function NewDebtChart({ view: { portfolioId }, currency }: NewDebtChartProps) {
  const { t, locale } = useWords('insight');
  const { data, error, refetch } = useEndpoint(readNewDebt, { portfolioId }, { keep: true });
  const one = data?.series.find((series) => series.currency === currency);
  const points = one?.months.map(({ month, amount, whole }) => {
    const words = monthWords(month, locale);
    return {
      name: whole ? words : t('newDebt.running', { month: words }),
      amount: Number(amount),
    };
  });
  const usual = one?.usual && {
    low: amountWords(one.usual.low, currency, locale),
    high: amountWords(one.usual.high, currency, locale),
  };
  return (
    <Panel
      title={t('newDebt.title')}
      aside={
        <a className={classes.file} href={fileOf(readNewDebt, { portfolioId })} download>
          <DownloadIcon size={14} />
          {t('ui:table.export')}
        </a>
      }
    >
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <Chart
            kind="bar"
            caption={t('newDebt.caption')}
            points={points ?? []}
            series={[{ name: 'amount', label: t('newDebt.amount') }]}
            format={(value) => shortWords(value, locale)}
            heightPx={200}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {usual ? t('newDebt.usual', usual) : t('newDebt.few')}
          </Text>
        </>
      ) : null}
    </Panel>
  );
}
