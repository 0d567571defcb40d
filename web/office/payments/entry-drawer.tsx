import { Button, Drawer, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { matchEntry, readEntries, setEntryAside } from '#contract/bank-entries.ts';
import { listPayments } from '#contract/ledger.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Entry } from './entry-shape.ts';

type EntryDrawerProps = { readonly entry: Entry | null; readonly onClose: () => void };
type Candidate = Entry['candidates'][number];

/** One entry: what it could be and why; a person says whose it is, or sets it aside. */
export function EntryDrawer({ entry, onClose }: EntryDrawerProps) {
  const { t } = useWords('office');
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('entry.one')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {entry ? <EntryDecision key={entry.id} entry={entry} onDone={onClose} /> : null}
    </Drawer>
  );
}

function EntryDecision({ entry, onDone }: { readonly entry: Entry; readonly onDone: () => void }) {
  const { t } = useWords('office');
  const [reference, setReference] = useState('');
  const [itemId, setItemId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const options = { quiet: true, invalidates: [readEntries, listPayments], onDone };
  const match = useAction(matchEntry, options);
  const aside = useAction(setEntryAside, options);
  const isReturn = entry.amount.startsWith('-');
  const none = { itemReference: null, accountReference: null, customerReference: null };
  const item = entry.candidates.find((each) => each.itemId === itemId);
  const book = () =>
    match.mutate({
      entryId: entry.id,
      ...none,
      ...(item ? { itemReference: item.itemReference } : { accountReference: reference.trim() }),
      paymentId: null,
      note: note.trim() || null,
    });
  const takeBack = (paymentId: string) =>
    match.mutate({ entryId: entry.id, ...none, paymentId, note: note.trim() || null });
  const isOpen = entry.state !== 'matched';
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Amount text={entry.amount} currency={entry.currency} strong />
        <Day date={entry.bookedOn} />
      </Group>
      <Text size="sm">
        <bdi>{[entry.payerName, entry.payerAccount].filter(Boolean).join(' · ') || '—'}</bdi>
        <br />
        <bdi>{[entry.reference, entry.remittance].filter(Boolean).join(' · ')}</bdi>
      </Text>
      {entry.reasons.map(({ code, about }) => (
        <Text size="sm" c="dimmed" key={code + about}>
          {t(`match.${code}`)} {about ? <bdi>({about})</bdi> : null}
        </Text>
      ))}
      <ProblemAlert problem={match.error ?? aside.error} />
      {isOpen && isReturn ? <ReturnedPayments entry={entry} onTake={takeBack} /> : null}
      {isOpen && !isReturn && entry.candidates.length > 0 ? (
        <Candidates rows={entry.candidates} chosen={itemId} onChoose={setItemId} />
      ) : null}
      {isOpen && !isReturn ? (
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('entry.accountReference')}
            value={item ? item.accountReference : reference}
            readOnly={item !== undefined}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <Button
            loading={match.isPending}
            disabled={!item && reference.trim() === ''}
            onClick={book}
          >
            {item ? t('entry.bookItem', { item: item.itemReference }) : t('entry.book')}
          </Button>
        </Group>
      ) : null}
      {isOpen ? (
        <>
          <Textarea
            label={t('entry.note')}
            autosize
            minRows={2}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={aside.isPending}
              disabled={note.trim() === ''}
              onClick={() => aside.mutate({ entryId: entry.id, note: note.trim() })}
            >
              {t('entry.setAside')}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}

type CandidatesProps = {
  readonly rows: readonly Candidate[];
  readonly chosen: string | null;
  readonly onChoose: (itemId: string | null) => void;
};

function Candidates({ rows, chosen, onChoose }: CandidatesProps) {
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

type ReturnedProps = { readonly entry: Entry; readonly onTake: (paymentId: string) => void };

/** Standing payments of the amount that went back: one of them is what the bank returned. */
function ReturnedPayments({ entry, onTake }: ReturnedProps) {
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
