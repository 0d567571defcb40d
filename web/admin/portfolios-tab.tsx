import { Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listPolicies } from '#contract/admin/policy.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { countryWords } from '#web/ui/place-words.ts';
import { zoneCityWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { PolicyScreen } from './policy/policy-screen.tsx';

type PortfolioLine = OutputOf<typeof listPolicies>['portfolios'][number];

/** The portfolios one may configure, and the policy of the one that is open. */
export function PortfoliosTab() {
  const { t } = useWords('admin');
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, error, refetch } = useEndpoint(listPolicies, {});
  const columns = usePortfolioColumns();
  const open = data?.portfolios.find(({ id }) => id === openId);
  if (open) {
    return <PolicyScreen key={open.id} portfolio={open} onBack={() => setOpenId(null)} />;
  }
  return (
    <Stack gap="md">
      <Panel flush>
        <DataTable
          stacks
          caption={t('tab.portfolios')}
          columns={columns}
          rows={data?.portfolios}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          empty={{ title: t('portfolio.none'), about: t('portfolio.noneAbout') }}
        />
      </Panel>
    </Stack>
  );
}

function usePortfolioColumns(): readonly Column<PortfolioLine>[] {
  const { t, locale } = useWords('admin');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('portfolio.name'),
        cell: ({ name }) => name,
        key: ({ name }) => name,
      },
      {
        id: 'creditor',
        header: t('portfolio.creditor'),
        cell: ({ creditorName }) => creditorName,
        key: ({ creditorName }) => creditorName,
      },
      {
        id: 'collector',
        header: t('portfolio.collector'),
        cell: ({ collectorRole }) => t(`collector.${collectorRole}`),
        key: ({ collectorRole }) => collectorRole,
      },
      {
        id: 'country',
        header: t('portfolio.country'),
        cell: ({ country, currency }) => (
          <bdi>
            {countryWords(locale, country)} · {currency}
          </bdi>
        ),
        key: ({ country }) => countryWords(locale, country),
      },
      {
        id: 'zone',
        header: t('portfolio.zone'),
        cell: ({ zone }) => <bdi>{zoneCityWords(zone, locale)}</bdi>,
        key: ({ zone }) => zoneCityWords(zone, locale),
      },
      {
        id: 'open',
        header: t('portfolio.openCases'),
        align: 'end',
        cell: ({ openCases }) => openCases.toLocaleString(locale),
        key: ({ openCases }) => openCases,
      },
    ],
    [t, locale],
  );
}
