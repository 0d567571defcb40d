import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { toneColor } from '../theme.ts';
import type { ChartProps } from './chart.tsx';

const calm = ['teal.6', 'sand.5', 'gray.5', 'blue.5', 'yellow.5', 'red.5'];

/** The table beside the drawing is the way in for keys and screen readers. */
const still = { accessibilityLayer: false };

/** The drawing of a chart, in a chunk of its own because the library is large. */
export function ChartCanvas({ kind, points, series, format, heightPx }: ChartProps) {
  const shared = {
    h: heightPx ?? 220,
    data: points.map((point) => ({ ...point })),
    dataKey: 'name',
    series: series.map(({ name, label, tone }, index) => ({
      name,
      label,
      color: tone ? `${toneColor[tone]}.6` : (calm[index % calm.length] ?? 'gray.5'),
    })),
    valueFormatter: format,
    withLegend: series.length > 1,
    gridAxis: 'x' as const,
    tickLine: 'none' as const,
    strokeDasharray: '0',
    yAxisProps: { width: 64 },
  };
  const straight = { ...shared, curveType: 'linear' as const };
  if (kind === 'line') return <LineChart {...straight} strokeWidth={2} lineChartProps={still} />;
  if (kind === 'area') return <AreaChart {...straight} fillOpacity={0.25} areaChartProps={still} />;
  const type = kind === 'stacked' ? 'stacked' : 'default';
  return <BarChart {...shared} type={type} barChartProps={still} />;
}
