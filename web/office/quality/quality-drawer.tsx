import { Drawer, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { openQuality } from '#contract/quality.ts';
import { type QualityKind, qualityMends } from '#domain/insight/quality.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { fileOf } from '#web/figures/figure-words.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { type ApiProblem, call, type OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Mend } from './mend.tsx';

type Page = OutputOf<typeof openQuality>;
type Row = Page['rows'][number];

type QualityDrawerProps = {
  readonly kind: QualityKind | null;
  readonly input: { readonly portfolioId?: string };
  readonly onClose: () => void;
};

/** The rows behind a count of poor data, each with why and the way to put it right. */
export function QualityDrawer({ kind, input, onClose }: QualityDrawerProps) {
  const { t } = useWords('office');
  return (
    <Drawer
      opened={kind !== null}
      onClose={onClose}
      position="right"
      size="min(60rem, 100vw)"
      padding={0}
      title={kind ? t(`quality.kind.${kind}`) : null}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      styles={{ title: { fontWeight: 600 }, header: { padding: '0.5rem 1rem' } }}
    >
      {kind ? <QualityRows kind={kind} input={input} /> : null}
    </Drawer>
  );
}

type QualityRowsProps = Pick<QualityDrawerProps, 'input'> & { readonly kind: QualityKind };

function QualityRows({ kind, input }: QualityRowsProps) {
  const { t, locale } = useWords('office');
  const asked = { ...input, kind };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery<
    Page,
    ApiProblem
  >({
    queryKey: [openQuality.name, asked],
    queryFn: ({ pageParam, signal }) =>
      call(openQuality, { ...asked, page: String(pageParam) }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ page, pageRows, total }) =>
      (page + 1) * pageRows < total ? page + 1 : undefined,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const columns = useColumns(kind);
  const total = data?.pages[0]?.total;
  return (
    <>
      <Text px="md" pb="xs" size="sm" c="dimmed" role="status">
        {t(`quality.means.${kind}`)}{' '}
        {total === undefined
          ? null
          : t('quality.total', { count: total, shown: total.toLocaleString(locale) })}
      </Text>
      <DataTable
        caption={t(`quality.kind.${kind}`)}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        problem={error}
        onRetry={() => void refetch()}
        empty={{ title: t('quality.none') }}
        exportUrl={fileOf(openQuality, asked)}
        stacks
        {...(hasNextPage ? { onMore: () => void fetchNextPage() } : {})}
        loadingMore={isFetchingNextPage}
      />
    </>
  );
}

function useColumns(kind: QualityKind): readonly Column<Row>[] {
  const { t } = useWords('office');
  return useMemo(() => {
    const mend = qualityMends[kind];
    const ofCustomer: Column<Row> = {
      id: 'customer',
      header: t('field.name'),
      key: ({ customerName, customerReference }) => customerName ?? customerReference,
      cell: ({ caseId, customerName, customerReference }) => (
        <CaseLink caseId={caseId}>
          <bdi>{customerName ?? customerReference ?? '—'}</bdi>
        </CaseLink>
      ),
    };
    const hasCustomer = !['row-refused', 'word-unknown', 'entry-unmatched'].includes(kind);
    const hasMoney = ['entry-unmatched', 'payment-unapplied', 'balance-stale'].includes(kind);
    const amount: Column<Row> = {
      id: 'amount',
      header: t('field.amount'),
      align: 'end',
      key: (row) => (row.amount && row.currency ? amountKey(row.amount, row.currency) : null),
      cell: (row) =>
        row.amount && row.currency ? <Amount text={row.amount} currency={row.currency} /> : null,
    };
    return [
      {
        id: 'day',
        header: t('quality.day'),
        key: ({ day }) => day,
        cell: ({ day }) => (day ? <Day date={day} /> : '—'),
      },
      ...(hasCustomer ? [ofCustomer] : []),
      {
        id: 'why',
        header: t('entry.why'),
        cell: ({ why, facts }) => t([`quality.why.${why}`, `reason.${why}`], facts),
      },
      {
        id: 'about',
        header: t('quality.what'),
        key: ({ about }) => about,
        cell: ({ about }) => <bdi>{about ?? '—'}</bdi>,
      },
      ...(hasMoney ? [amount] : []),
      {
        id: 'portfolio',
        header: t('portfolio.title'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
      },
      { id: 'mend', header: t('quality.mend'), cell: (row) => <Mend mend={mend} row={row} /> },
    ];
  }, [t, kind]);
}
