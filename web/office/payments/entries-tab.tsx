import { SegmentedControl, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readEntries } from '#contract/bank-entries.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedRow } from '../asked-row.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import type { Entry } from './entry-shape.ts';

const states = ['unmatched', 'matched', 'set_aside', 'known', 'left_out'] as const;

/** Bank entries without a debt, with what they could be; and those already decided. */
export function EntriesTab() {
  const { t } = useWords('office');
  const [state, setState] = useState<(typeof states)[number]>('unmatched');
  const [openId, setOpenId] = useState(useAskedRow());
  const { data, error, refetch } = useEndpoint(
    readEntries,
    { state },
    { keep: true, live: ['import.done', 'payment.received', 'payment.reversed'] },
  );
  const columns = useColumns();
  const listed = data?.entries.find(({ id }) => id === openId);
  // An address may lead to an entry further down than the list goes.
  const alone = useEndpoint(
    readEntries,
    { state: 'unmatched', entryId: openId ?? '' },
    { enabled: openId !== null && data !== undefined && !listed },
  );
  const open = listed ?? alone.data?.entries[0] ?? null;
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('import.state')}
        value={state}
        onChange={(value) => setState(value as (typeof states)[number])}
        data={states.map((value) => ({ value, label: t(`entry.states.${value}`) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
      />
      <Panel flush>
        <DataTable
          caption={t('tab.entries')}
          columns={columns}
          rows={data?.entries}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('entry.none'), about: t('entry.noneAbout') }}
          exportName="dunlin-bank-entries"
        />
      </Panel>
      <EntryDrawer entry={open} onClose={() => setOpenId(null)} />
    </Stack>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const { t } = useWords('office');
  return useMemo(
    () => [
      {
        id: 'booked',
        header: t('entry.booked'),
        key: ({ bookedOn }) => bookedOn,
        cell: ({ bookedOn }) => <Day date={bookedOn} />,
      },
      {
        id: 'amount',
        header: t('field.amount'),
        align: 'end',
        key: ({ amount, currency }) => amountKey(amount, currency),
        csv: ({ amount }) => amount,
        cell: ({ amount, currency }) => <Amount text={amount} currency={currency} />,
      },
      {
        id: 'payer',
        header: t('field.payerName'),
        key: ({ payerName }) => payerName ?? '',
        cell: ({ payerName }) => <bdi>{payerName ?? '—'}</bdi>,
      },
      {
        id: 'text',
        header: t('field.text'),
        key: ({ remittance, reference }) => remittance ?? reference ?? '',
        cell: ({ remittance, reference }) => <bdi>{remittance ?? reference ?? '—'}</bdi>,
      },
      {
        id: 'why',
        header: t('entry.why'),
        cell: ({ reasons, note, how }) =>
          reasons.length > 0
            ? reasons.map(({ code }) => t(`match.${code}`)).join('; ')
            : (note ?? (how ? t(`how.${how}`) : '—')),
      },
      {
        id: 'portfolio',
        header: t('portfolio.title'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => portfolioName,
      },
    ],
    [t],
  );
}
