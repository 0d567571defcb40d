import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { complianceFigures, openBlocks } from '#contract/compliance/compliance.ts';
import { ownValue } from '#kernel/own-value.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { fileOf } from '#web/figures/figure-words.ts';
import { type ApiProblem, call, type InputOf, type OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { dayWords, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { type Address, periodOf, useAddress } from '../address.ts';
import { BackTo } from '../back-to.tsx';
import { campaignWords, codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import { RuleNames } from '../rules/rule-names.tsx';

type Rows = OutputOf<typeof openBlocks>;
type Row = Rows['rows'][number];
type Figure = (typeof complianceFigures)[number];

/** Whether the address names a figure there is. */
export function isFigure(name: string | undefined): name is Figure {
  return complianceFigures.some((figure) => figure === name);
}

const tones: Readonly<Record<string, Tone>> = {
  permitted: 'good',
  presumed: 'warn',
  blocks: 'bad',
  'at-release': 'bad',
  operational: 'info',
};

function inputOf(address: Address, figure: Figure): InputOf<typeof openBlocks> {
  const { portfolio: portfolioId, day, rule, campaign, channel } = address;
  return { ...periodOf(address), portfolioId, figure, day, rule, campaign, channel };
}

function useRows(input: InputOf<typeof openBlocks>) {
  return useInfiniteQuery<Rows, ApiProblem>({
    queryKey: [openBlocks.name, input],
    queryFn: ({ pageParam, signal }) =>
      call(openBlocks, pageParam ? { ...input, after: String(pageParam) } : input, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** The rows behind one figure; a decision opens. */
export function RowsView({ figure }: { readonly figure: Figure }) {
  const { t, locale } = useWords('compliance');
  const { address, go } = useAddress();
  const { portfolios } = useMe();
  const input = inputOf(address, figure);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(input);
  const columns = useColumns(figure);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const total = data?.pages[0]?.total;
  const portfolio = portfolios.find(({ id }) => id === address.portfolio)?.name;
  const { from, to } = periodOf(address);
  const narrowed = [
    address.day
      ? dayWords(address.day, locale)
      : t('rows.period', { from: dayWords(from, locale), to: dayWords(to, locale) }),
    ...(portfolio ? [portfolio] : []),
    ...(address.channel ? [codeWords(t, 'channel', address.channel)] : []),
    ...(address.campaign ? [campaignWords(t, address.campaign, locale)] : []),
    ...(address.rule ? [address.rule] : []),
  ];
  const open = ({ id }: Row) => go({ decision: id });
  const isOfDecisions = rows?.every(({ kind }) => kind === 'decision');
  const back: Address = { figure: undefined, day: undefined, rule: undefined };
  return (
    <div className={classes.page}>
      <BackTo
        words={t('rows.back')}
        onBack={() => go({ ...back, channel: undefined, campaign: undefined })}
      />
      <Panel title={t(`figure.${figure}`)} flush>
        <Text size="sm" c="dimmed" px="md" pt="xs" role="status">
          {narrowed.map((part) => (
            <bdi key={part}>{part} · </bdi>
          ))}
          {typeof total === 'number'
            ? t('rows.total', { count: total, shown: total.toLocaleString(locale) })
            : t('ui:loading')}
        </Text>
        <DataTable
          caption={t(`figure.${figure}`)}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => void refetch()}
          empty={{ title: t('rows.none'), about: t('rows.noneAbout') }}
          exportUrl={fileOf(openBlocks, input)}
          onOpen={isOfDecisions ? open : undefined}
          {...(hasNextPage ? { onMore: () => void fetchNextPage() } : {})}
          loadingMore={isFetchingNextPage}
        />
      </Panel>
    </div>
  );
}

function useColumns(figure: Figure): readonly Column<Row>[] {
  const { t } = useWords('compliance');
  const plainOf = usePlainRules();
  return useMemo(() => {
    const isOfDecisions = figure in tones || figure === 'decisions' || figure === 'caps';
    const all: readonly (Column<Row> & { readonly only?: boolean })[] = [
      {
        id: 'when',
        header: t('column.when'),
        key: ({ happenedAt }) => happenedAt,
        cell: ({ happenedAt }) => <When at={happenedAt} />,
      },
      {
        id: 'verdict',
        header: t('column.verdict'),
        only: isOfDecisions,
        key: (row) => t(`figure.${row.figure}`),
        cell: (row) => (
          <State tone={ownValue(tones, row.figure) ?? 'neutral'}>
            {t(`verdictShort.${row.figure}`)}
          </State>
        ),
      },
      {
        id: 'rules',
        header: t('column.rules'),
        only: isOfDecisions || figure === 'overrides',
        key: ({ rules }) => rules.map(({ rule, title }) => plainOf(rule)?.says ?? title).join(' '),
        cell: ({ rules }) => (
          <RuleNames
            ids={rules.map(({ rule }) => rule)}
            titles={Object.fromEntries(rules.map(({ rule, title }) => [rule, title]))}
          />
        ),
      },
      {
        id: 'what',
        header: t(isOfDecisions ? 'column.purpose' : 'column.what'),
        key: (row) => whatWords(t, row),
        cell: (row) => whatWords(t, row),
      },
      {
        id: 'channel',
        header: t('column.channel'),
        only: figure !== 'complaints' && figure !== 'disputes',
        key: ({ channel }) => (channel ? codeWords(t, 'channel', channel) : ''),
        cell: ({ channel }) => (channel ? codeWords(t, 'channel', channel) : null),
      },
      {
        id: 'customer',
        header: t('column.customer'),
        key: ({ customerName }) => customerName,
        // A row that opens has no second link in it: the decision leads on to the case.
        cell: ({ kind, caseId, customerName, customerReference }) => (
          <CaseLink caseId={kind === 'decision' ? null : caseId}>
            <bdi>{customerName}</bdi> <bdi className={classes.faint}>{customerReference}</bdi>
          </CaseLink>
        ),
      },
      {
        id: 'portfolio',
        header: t('column.portfolio'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
      },
      {
        id: 'who',
        header: t('column.who'),
        key: ({ userName }) => userName ?? '',
        cell: ({ userName }) => <bdi>{userName ?? t('system')}</bdi>,
      },
    ];
    return all.filter(({ only = true }) => only);
  }, [figure, t, plainOf]);
}

function whatWords(t: ReturnType<typeof useWords>['t'], { kind, purpose }: Row): string {
  if (!purpose) return '';
  if (kind === 'decision') return codeWords(t, 'purpose', purpose);
  if (kind === 'override') return codeWords(t, 'factor', purpose);
  return kind === 'hold' ? t(`hold.${purpose}`) : codeWords(t, 'result', purpose);
}
