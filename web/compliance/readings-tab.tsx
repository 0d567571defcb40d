import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listReadings } from '#contract/compliance/readings.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from './address.ts';
import { CaseSearch } from './case-search.tsx';

type Reading = OutputOf<typeof listReadings>['readings'][number];

/** Who opened which customer's file, and who took lists out: of one customer, of one user, or all. */
export function ReadingsTab() {
  const { t } = useWords('compliance');
  const { address, go } = useAddress();
  const [user, setUser] = useState<{ id: string; name: string } | null>(null);
  const [before, setBefore] = useState<string | undefined>();
  const whose = { caseId: address.case, userId: user?.id };
  const { data, error, refetch } = useEndpoint(listReadings, { ...whose, before }, { keep: true });
  const columns = useColumns();
  const choose = (caseId: string | undefined) => {
    setBefore(undefined);
    setUser(null);
    go({ tab: 'readings', case: caseId });
  };
  const isNarrow = address.case !== undefined || user !== null;
  const last = data?.readings.at(-1);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('readings.about')}
      </Text>
      <CaseSearch onChoose={choose} />
      {isNarrow ? (
        <Group gap="sm">
          <Text size="sm">
            {user ? t('readings.ofUser', { name: user.name }) : t('readings.ofCustomer')}
          </Text>
          <Button size="xs" variant="default" onClick={() => choose(undefined)}>
            {t('readings.all')}
          </Button>
        </Group>
      ) : null}
      <Panel flush>
        <DataTable
          caption={t('tab.readings')}
          stacks
          columns={columns}
          rows={data?.readings}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ userId, userName }) => {
            setBefore(undefined);
            setUser(userId && userName ? { id: userId, name: userName } : null);
          }}
          empty={{ title: t('readings.none'), about: t('readings.noneAbout') }}
        />
      </Panel>
      <Group gap="sm">
        {before ? (
          <Button variant="default" onClick={() => setBefore(undefined)}>
            {t('readings.newest')}
          </Button>
        ) : null}
        {data?.more && last ? (
          <Button variant="default" onClick={() => setBefore(last.at)}>
            {t('readings.older')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

function useColumns(): readonly Column<Reading>[] {
  const { t } = useWords('compliance');
  return useMemo(() => {
    const what = ({ kind, view, list, lines }: Reading) => {
      if (kind === 'evidence') return t('readings.evidence');
      if (kind === 'file') return t(`readings.views.${view}`);
      const name = t(`readings.lists.${(list ?? '').replaceAll('.', '-')}`);
      return lines === null ? name : t('readings.lines', { name, count: lines });
    };
    const whose = ({ customer }: Reading) => customer && `${customer.name} ${customer.reference}`;
    return [
      {
        id: 'at',
        header: t('readings.at'),
        key: ({ at }) => at,
        cell: ({ at }) => <When at={at} />,
      },
      {
        id: 'user',
        header: t('readings.user'),
        key: ({ userName }) => userName ?? '',
        cell: ({ userName }) => <bdi>{userName ?? '–'}</bdi>,
      },
      { id: 'what', header: t('readings.what'), key: what, cell: what },
      {
        id: 'customer',
        header: t('readings.customer'),
        key: (row) => whose(row) ?? '',
        cell: ({ customer }) =>
          customer ? (
            <>
              <bdi>{customer.name}</bdi> · <bdi dir="ltr">{customer.reference}</bdi>
            </>
          ) : (
            '–'
          ),
      },
    ];
  }, [t]);
}
