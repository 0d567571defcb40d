import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { type Column, DataTable } from '../data-table.tsx';
import classes from '../kit.module.css';
import type { Tone } from '../theme.ts';
import { useWords } from '../words.ts';

/** One point along the horizontal axis: its name and a number per series. */
export type ChartPoint = { readonly name: string; readonly [series: string]: string | number };

/** One line, area or set of bars. */
export type ChartSeries = {
  /** The field of the points. */
  readonly name: string;
  readonly label: string;
  /** A tone when the series has a meaning; else the calm sequence of teal, sand, slate. */
  readonly tone?: Tone;
};

export type ChartProps = {
  readonly kind: 'line' | 'area' | 'bar' | 'stacked';
  /** What the chart shows, in a sentence: its name for screen readers. */
  readonly caption: string;
  readonly points: readonly ChartPoint[];
  readonly series: readonly ChartSeries[];
  /** How a value is written on the axis and in the table; grouped digits when absent. */
  readonly format?: (value: number) => string;
  readonly heightPx?: number;
};

const Canvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

/** A chart with the same figures as a table below it; the drawing code loads when first shown. */
export function Chart(props: ChartProps) {
  const { caption, points, series, format, heightPx = 220 } = props;
  const { t, locale } = useWords();
  const write = format ?? ((value: number) => value.toLocaleString(locale));
  const columns = useMemo(
    (): Column<ChartPoint>[] => [
      { id: 'name', header: '', cell: ({ name }) => name },
      ...series.map(({ name, label }) => ({
        id: name,
        header: label,
        align: 'end' as const,
        cell: (point: ChartPoint) => write(Number(point[name] ?? 0)),
      })),
    ],
    [series, write],
  );
  return (
    <figure className={classes.chart} aria-label={caption}>
      <div aria-hidden dir="ltr">
        <Suspense fallback={<Skeleton height={heightPx} />}>
          <Canvas {...props} format={write} heightPx={heightPx} />
        </Suspense>
      </div>
      <details data-no-print>
        <summary>{t('ui:chart.table')}</summary>
        <DataTable
          caption={caption}
          columns={columns}
          rows={points}
          rowId={({ name }) => name}
          maxHeight="16rem"
        />
      </details>
    </figure>
  );
}
