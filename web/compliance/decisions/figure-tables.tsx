import { useMemo } from 'react';
import type { complianceFigures, readBlocks } from '#contract/compliance/compliance.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { type Address, useAddress } from '../address.ts';
import { campaignWords, codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';

/** What compliance counted in a period. */
export type Blocks = OutputOf<typeof readBlocks>;
/** One of the figures. */
export type Figure = (typeof complianceFigures)[number];
/** A number for each figure that occurred. */
export type Counts = Blocks['total'];

/** Columns of the tables by portfolio, campaign and channel. */
const compared: readonly Figure[] = ['attempts', 'decisions', 'blocks', 'presumed', 'at-release'];

/** A column for each figure, whose numbers open their rows. */
export function figureColumns<Row extends { readonly counts: Counts }>(
  figures: readonly Figure[],
  t: ReturnType<typeof useWords>['t'],
  locale: string,
  open: (figure: Figure, row: Row) => void,
): Column<Row>[] {
  return figures.map((figure) => ({
    id: figure,
    header: t(`figureShort.${figure}`),
    align: 'end',
    key: ({ counts }) => counts[figure] ?? 0,
    cell: (row) => {
      const count = row.counts[figure] ?? 0;
      if (count === 0) return <span className={classes.none}>0</span>;
      return (
        <button type="button" className={classes.number} onClick={() => open(figure, row)}>
          {count.toLocaleString(locale)}
          <span className={classes.unseen}>
            {' '}
            {t('ui:stat.rows', { label: t(`figure.${figure}`) })}
          </span>
        </button>
      );
    },
  }));
}

/** All decisions by what they came to. */
export function VerdictPanel({ total }: { readonly total: Counts }) {
  const { t, locale } = useWords('compliance');
  const { go } = useAddress();
  const figures = ['permitted', 'blocks', 'presumed', 'at-release', 'operational'] as const;
  const rows = figures.map((figure) => ({ figure, counts: total }));
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'verdict', header: t('column.verdict'), cell: ({ figure }) => t(`figure.${figure}`) },
    {
      id: 'decisions',
      header: t('figureShort.decisions'),
      align: 'end',
      cell: ({ figure }) =>
        total[figure] ? (
          <button type="button" className={classes.number} onClick={() => go({ figure })}>
            {total[figure].toLocaleString(locale)}
          </button>
        ) : (
          <span className={classes.none}>0</span>
        ),
    },
  ];
  return (
    <Panel title={t('verdict.title')} flush>
      <DataTable
        caption={t('verdict.title')}
        columns={columns}
        rows={rows}
        rowId={({ figure }) => figure}
      />
    </Panel>
  );
}

/** One line, and how its rows are narrowed. */
type Group = { readonly key: string; readonly open: Address; readonly counts: Counts };

/** Figures by channel. */
export const channelsOf = ({ channels }: Blocks): readonly Group[] =>
  channels.map(({ channel, counts }) => ({ key: channel, open: { channel }, counts }));

/** Figures by portfolio. */
export const portfoliosOf = ({ portfolios }: Blocks): readonly Group[] =>
  portfolios.map(({ portfolioId, name, counts }) => ({
    key: name,
    open: { portfolio: portfolioId },
    counts,
  }));

/** Figures by campaign. */
export const campaignsOf = ({ campaigns }: Blocks): readonly Group[] =>
  campaigns.map(({ campaign, counts }) => ({ key: campaign, open: { campaign }, counts }));

type GroupPanelProps = {
  readonly by: 'channel' | 'portfolio' | 'campaign';
  readonly groups: readonly Group[];
};

/** Figures beside each other, one line for each channel, portfolio or campaign. */
export function GroupPanel({ by, groups }: GroupPanelProps) {
  const { t, locale } = useWords('compliance');
  const { go } = useAddress();
  const columns = useMemo((): Column<Group>[] => {
    const words = ({ key }: Group) => {
      if (by === 'channel') return codeWords(t, 'channel', key);
      if (by === 'portfolio') return key;
      return key ? campaignWords(t, key, locale) : t('campaign.none');
    };
    const figures = compared.filter((figure) => by !== 'campaign' || figure !== 'attempts');
    return [
      { id: 'name', header: t(`column.${by}`), key: words, cell: (row) => <bdi>{words(row)}</bdi> },
      ...figureColumns<Group>(figures, t, locale, (figure, { open }) => go({ ...open, figure })),
    ];
  }, [by, t, locale, go]);
  if (by === 'campaign' && groups.every(({ key }) => key === '')) return null;
  return (
    <Panel title={t(`${by}.title`)} flush>
      <DataTable
        caption={t(`${by}.title`)}
        columns={columns}
        rows={groups}
        rowId={({ key }) => key}
        maxHeight="26rem"
        empty={{ title: t('days.none') }}
      />
    </Panel>
  );
}
