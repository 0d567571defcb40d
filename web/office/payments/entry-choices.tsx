import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { listPayments } from '#contract/ledger.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Entry } from './entry-shape.ts';

type Candidate = Entry['candidates'][number];

type CandidatesProps = {
  readonly rows: readonly Candidate[];
  readonly chosen: string | null;
  readonly onChoose: (itemId: string | null) => void;
};

/** What an entry could be: one is chosen. */
export function Candidates({ rows, chosen, onChoose }: CandidatesProps) {
  const { t } = useWords('office');
  const columns = useMemo<readonly Column<Candidate>[]>(
    () => [
      {
        id: 'item',
        header: t('field.itemReference'),
        key: ({ itemReference }) => itemReference,
        cell: ({ itemReference }) => <bdi>{itemReference}</bdi>,
      },
      {
        id: 'customer',
        header: t('field.name'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName }) => <bdi>{customerName}</bdi>,
      },
      {
        id: 'balance',
        header: t('field.balance'),
        align: 'end',
        key: ({ balance, currency }) => amountKey(balance, currency),
        cell: ({ balance, currency }) => <Amount text={balance} currency={currency} />,
      },
      {
        id: 'due',
        header: t('field.dueOn'),
        key: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <Day date={dueOn} />,
      },
    ],
    [t],
  );
  return (
    <Panel flush title={t('entry.candidates')}>
      <DataTable
        caption={t('entry.candidates')}
        columns={columns}
        rows={rows}
        rowId={({ itemId }) => itemId}
        onOpen={({ itemId }) => onChoose(itemId === chosen ? null : itemId)}
        selectedId={chosen}
        maxHeight="320px"
      />
    </Panel>
  );
}

type ReturnedProps = {
  readonly entry: Entry;
  readonly onTake: (paymentId: string) => void;
  /** Whether it is said why the money went back. */
  readonly canTake: boolean;
};

/** Standing payments of the amount that went back: one of them is what the bank returned. */
export function ReturnedPayments({ entry, onTake, canTake }: ReturnedProps) {
  const { t } = useWords('office');
  const { data } = useEndpoint(listPayments, { portfolioId: entry.portfolioId });
  const amount = entry.amount.replace('-', '');
  const rows = data?.payments.filter((each) => each.amount === amount && !each.reversedAt);
  return (
    <Panel title={t('entry.returned')}>
      <Stack gap="xs">
        {rows?.length === 0 ? <Text size="sm">{t('entry.noPayment')}</Text> : null}
        {rows?.map((payment) => (
          <Group key={payment.id} justify="space-between">
            <Text size="sm">
              <Day date={payment.receivedOn} /> · <bdi>{payment.customerName}</bdi> ·{' '}
              <bdi>{payment.accountReference}</bdi>
            </Text>
            <ConfirmButton
              size="compact-xs"
              variant="light"
              color="red"
              disabled={!canTake}
              question={t('payment.reverseAsk')}
              onConfirm={() => onTake(payment.id)}
            >
              {t('entry.reverse')}
            </ConfirmButton>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
