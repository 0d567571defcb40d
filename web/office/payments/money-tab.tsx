import { Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listMoney } from '#contract/money-in-hand.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { MoneyDrawer } from './money-drawer.tsx';

/** A customer with money in hand, as the list shows them. */
export type CustomerMoney = OutputOf<typeof listMoney>['customers'][number];

const news: readonly EventKind[] = [
  ...(['payment.received', 'payment.applied', 'payment.refunded', 'payment.reversed'] as const),
  ...(['credit.booked', 'credit.applied', 'credit.refunded'] as const),
];

const idOf = ({ portfolioId, customerId }: CustomerMoney) => `${portfolioId} ${customerId}`;

/** Customers who paid, or were credited, what no debt has taken: it is applied or paid back here. */
export function MoneyTab() {
  const { t } = useWords('office');
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, error, refetch } = useEndpoint(listMoney, {}, { keep: true, live: news });
  const columns = useColumns();
  const open = data?.customers.find((each) => idOf(each) === openId) ?? null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('money.about')}
      </Text>
      <Panel flush>
        <DataTable
          caption={t('tab.money')}
          columns={columns}
          rows={data?.customers}
          rowId={idOf}
          problem={error}
          onRetry={() => refetch()}
          onOpen={(row) => setOpenId(idOf(row))}
          selectedId={openId}
          empty={{ title: t('money.none'), about: t('money.noneAbout') }}
          exportName="dunlin-money-in-hand"
        />
      </Panel>
      {data?.more ? <Text size="sm">{t('money.more')}</Text> : null}
      <MoneyDrawer customer={open} onClose={() => setOpenId(null)} />
    </Stack>
  );
}

function useColumns(): readonly Column<CustomerMoney>[] {
  const { t } = useWords('office');
  return useMemo(() => {
    const money = (id: 'inHand' | 'owed' | 'disputed', header: string): Column<CustomerMoney> => ({
      id,
      header,
      align: 'end',
      key: (row) => amountKey(row[id], row.currency),
      csv: (row) => row[id],
      cell: (row) => <Amount text={row[id]} currency={row.currency} />,
    });
    return [
      {
        id: 'customer',
        header: t('field.name'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName, customerReference }) => (
          <>
            <bdi>{customerName}</bdi>
            <Text size="xs" c="dimmed">
              <bdi>{customerReference}</bdi>
            </Text>
          </>
        ),
      },
      money('inHand', t('money.inHand')),
      money('owed', t('money.owed')),
      money('disputed', t('money.disputed')),
      {
        id: 'since',
        header: t('money.since'),
        key: ({ since }) => since,
        cell: ({ since }) => <Day date={since} />,
      },
      {
        id: 'portfolio',
        header: t('portfolio.title'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => portfolioName,
      },
      {
        id: 'state',
        header: t('import.state'),
        key: ({ waits }) => (waits ? 1 : 0),
        cell: ({ waits }) => (waits ? <State tone="warn">{t('money.waits')}</State> : null),
      },
    ];
  }, [t]);
}
