import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { openBlocks, readBlocks } from '#contract/compliance/compliance.ts';
import { fileOf } from '#web/figures/figure-words.ts';
import { Chart } from '#web/ui/charts/chart.tsx';
import { Stat } from '#web/ui/charts/stat.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { isolated } from '#web/ui/isolate.ts';
import { Panel } from '#web/ui/panel.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { Day, dayWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { periodOf, useAddress } from '../address.ts';
import classes from '../compliance.module.css';
import { ScopePicker } from '../period-picker.tsx';
import {
  type Blocks,
  type Counts,
  campaignsOf,
  channelsOf,
  type Figure,
  figureColumns,
  GroupPanel,
  portfoliosOf,
  VerdictPanel,
} from './figure-tables.tsx';

/** What the law and the house refused, and what people said of us: the head of the screen. */
const legal: readonly Figure[] = [
  ...(['attempts', 'decisions', 'blocks', 'caps', 'at-release', 'presumed'] as const),
  ...(['overrides', 'complaints', 'disputes'] as const),
];

/** Everything that was tried, decided and refused in a period; each figure opens its rows. */
export function FiguresView() {
  const { t } = useWords('compliance');
  const { address } = useAddress();
  const { portfolio: portfolioId } = address;
  const input = { ...periodOf(address), portfolioId };
  const { data, error, refetch } = useEndpoint(readBlocks, input, { keep: true });
  return (
    <Stack gap="md">
      <ScopePicker />
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data ? (
        <>
          <Tiles total={data.total} />
          <DaysPanel days={data.days} />
          <div className={classes.two}>
            <RulesPanel rules={data.rules} />
            <Stack gap="md">
              <VerdictPanel total={data.total} />
              <GroupPanel by="channel" groups={channelsOf(data)} />
              <GroupPanel by="portfolio" groups={portfoliosOf(data)} />
              <GroupPanel by="campaign" groups={campaignsOf(data)} />
            </Stack>
          </div>
          <Text size="xs" c="dimmed">
            <a
              className={classes.file}
              href={fileOf(openBlocks, { ...input, figure: 'decisions' })}
              download
            >
              {t('blocks.file')}
            </a>
          </Text>
        </>
      ) : null}
    </Stack>
  );
}

function Tiles({ total }: { readonly total: Counts }) {
  const { t, locale } = useWords('compliance');
  const { go } = useAddress();
  const tile = (figure: Figure) => (
    <Stat
      key={figure}
      label={t(`figure.${figure}`)}
      value={(total[figure] ?? 0).toLocaleString(locale)}
      formula={t(`figureAbout.${figure}`)}
      {...(total[figure] ? { onOpen: () => go({ figure }) } : {})}
    />
  );
  return (
    <>
      <div className={classes.tiles}>{legal.map(tile)}</div>
      <Panel title={t('operations.title')}>
        <div className={classes.operations}>
          {tile('operational')}
          <Text size="sm" c="dimmed">
            {t('operations.about')}
          </Text>
        </div>
      </Panel>
    </>
  );
}

function DaysPanel({ days }: Pick<Blocks, 'days'>) {
  const { t, locale } = useWords('compliance');
  const { go } = useAddress();
  const series = (['blocks', 'presumed', 'at-release'] as const).map((name) => ({
    name,
    label: t(`figure.${name}`),
  }));
  const points = days.map(({ day, counts }) => ({
    // A canvas knows no direction but that of its first strong letter.
    name: isolated(dayWords(day, locale)),
    ...Object.fromEntries(series.map(({ name }) => [name, counts[name] ?? 0])),
  }));
  const columns = useMemo(
    (): Column<Blocks['days'][number]>[] => [
      {
        id: 'day',
        header: t('column.day'),
        key: ({ day }) => day,
        cell: ({ day }) => <Day date={day} />,
      },
      ...figureColumns<Blocks['days'][number]>(
        [...legal, 'operational'],
        t,
        locale,
        (figure, { day }) => go({ figure, day }),
      ),
    ],
    [t, locale, go],
  );
  return (
    <Panel title={t('days.title')} flush>
      {days.length > 1 ? (
        <div className={classes.chart}>
          <Chart
            kind="stacked"
            caption={t('days.caption')}
            points={points}
            series={series}
            heightPx={180}
          />
        </div>
      ) : null}
      <DataTable
        caption={t('days.title')}
        columns={columns}
        rows={days}
        rowId={({ day }) => day}
        sortBy="-day"
        maxHeight="22rem"
        empty={{ title: t('days.none'), about: t('days.noneAbout') }}
        exportName="dunlin-compliance-days"
      />
    </Panel>
  );
}

function RulesPanel({ rules }: Pick<Blocks, 'rules'>) {
  const { t, locale } = useWords('compliance');
  const { go } = useAddress();
  const plainOf = usePlainRules();
  const columns = useMemo((): Column<Blocks['rules'][number]>[] => {
    const figures = (['blocks', 'presumed', 'at-release', 'operational'] as const).filter(
      (figure) => rules.some(({ counts }) => counts[figure]),
    );
    return [
      {
        id: 'rule',
        header: t('column.rule'),
        key: ({ rule, title }) => plainOf(rule)?.says ?? title,
        csv: ({ rule }) => rule,
        cell: ({ rule, title, citation }) => (
          <div className={classes.ruleCell}>
            <span>{plainOf(rule)?.says ?? title}</span>
            <Text size="xs" c="dimmed" lang="en" dir="auto">
              {title} · {citation}
            </Text>
          </div>
        ),
      },
      ...figureColumns<Blocks['rules'][number]>(figures, t, locale, (figure, { rule }) =>
        go({ figure, rule }),
      ),
    ];
  }, [rules, t, locale, go, plainOf]);
  return (
    <Panel title={t('rules.title')} flush>
      <DataTable
        caption={t('rules.title')}
        columns={columns}
        rows={rules}
        rowId={({ rule }) => rule}
        empty={{ title: t('rules.none') }}
        exportName="dunlin-compliance-rules"
      />
    </Panel>
  );
}
