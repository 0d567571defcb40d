import { Drawer, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Endpoint } from '#contract/endpoint.ts';
import type { InsightRow, openBoard } from '#contract/insight-rows.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { codeWords, fileOf, longTimeWords } from '#web/figures/figure-words.ts';
import { Amount, amountKey, amountWords } from '#web/ui/amount.tsx';
import { type ApiProblem, call, type InputOf, type OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Rows = OutputOf<typeof openBoard>;
type RowsEndpoint = Endpoint<Endpoint['input'], (typeof openBoard)['output']>;

type Opened = {
  readonly title: string;
  readonly endpoint: RowsEndpoint;
  readonly input: Readonly<Record<string, unknown>>;
};

type Open = <E extends RowsEndpoint>(title: string, endpoint: E, input: InputOf<E>) => void;

const OpenRows = createContext<Open>(() => undefined);

/** Opens the rows behind a figure: `open(title, endpoint, input)`. */
export function useOpenRows(): Open {
  return useContext(OpenRows);
}

/** Holds the drawer in which the rows behind any figure inside are shown. */
export function RowsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useWords('insight');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [shown, setShown] = useState(false);
  const open = useCallback<Open>((title, endpoint, input) => {
    setOpened({ title, endpoint, input: input as Record<string, unknown> });
    setShown(true);
  }, []);
  return (
    <OpenRows value={open}>
      {children}
      <Drawer
        opened={shown}
        onClose={() => setShown(false)}
        title={opened?.title}
        position="right"
        size="min(54rem, 100vw)"
        padding={0}
        closeButtonProps={{ 'aria-label': t('rows.close') }}
        styles={{ title: { fontWeight: 600 }, header: { padding: '0.5rem 1rem' } }}
      >
        {opened ? <RowsTable {...opened} /> : null}
      </Drawer>
    </OpenRows>
  );
}

function useRows({ endpoint, input }: Opened) {
  return useInfiniteQuery<Rows, ApiProblem>({
    queryKey: [endpoint.name, input],
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, { ...input, page: String(pageParam) }, signal) as Promise<Rows>,
    initialPageParam: 0,
    getNextPageParam: ({ page, pageRows, total }) =>
      (page + 1) * pageRows < total ? page + 1 : undefined,
  });
}

function RowsTable(opened: Opened) {
  const { t, locale } = useWords('insight');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(opened);
  const columns = useColumns();
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const first = data?.pages[0];
  const count = first
    ? t('rows.total', { count: first.total, shown: first.total.toLocaleString(locale) })
    : t('rows.loading');
  const sum = first?.currency && first.sum ? amountWords(first.sum, first.currency, locale) : null;
  return (
    <>
      <Text px="md" pb="xs" size="sm" c="dimmed" role="status">
        {sum ? t('rows.sum', { rows: count, sum }) : count}
      </Text>
      <DataTable
        caption={opened.title}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        problem={error}
        onRetry={() => void refetch()}
        empty={{ title: t('rows.empty'), about: t('rows.emptyAbout') }}
        exportUrl={fileOf(opened.endpoint, opened.input)}
        {...(hasNextPage ? { onMore: () => void fetchNextPage() } : {})}
        loadingMore={isFetchingNextPage}
      />
    </>
  );
}

function useColumns(): Column<InsightRow>[] {
  const { t, locale } = useWords('insight');
  return useMemo(
    (): Column<InsightRow>[] => [
      {
        id: 'day',
        header: t('rows.day'),
        cell: ({ day }) => (day ? <Day date={day} /> : null),
        key: ({ day }) => day,
      },
      {
        id: 'what',
        header: t('rows.what'),
        cell: (row) => codeWords(t, row),
        key: (row) => codeWords(t, row),
      },
      {
        id: 'customer',
        header: t('rows.customer'),
        cell: ({ caseId, customerName, customerReference }) => (
          <CaseLink caseId={caseId}>
            <bdi>{customerName ?? customerReference}</bdi>
          </CaseLink>
        ),
        key: ({ customerName, customerReference }) => customerName ?? customerReference,
      },
      {
        id: 'reference',
        header: t('rows.reference'),
        cell: ({ reference }) => <bdi>{reference}</bdi>,
        key: ({ reference }) => reference,
      },
      {
        id: 'portfolio',
        header: t('rows.portfolio'),
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
        key: ({ portfolioName }) => portfolioName,
      },
      {
        id: 'adds',
        header: t('rows.adds'),
        align: 'end',
        cell: ({ kind, adds, currency }) =>
          currency ? (
            <Amount text={adds} currency={currency} />
          ) : kind === 'treatment' ? (
            longTimeWords(t, Number(adds), locale)
          ) : kind === 'conversation' && adds !== '1' ? (
            (Number(adds) / 1000).toLocaleString(locale, { style: 'unit', unit: 'second' })
          ) : (
            adds
          ),
        key: ({ adds, currency }) => (currency ? amountKey(adds, currency) : Number(adds)),
      },
    ],
    [t, locale],
  );
}
