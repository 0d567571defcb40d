import {
  Button,
  Drawer,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMemo } from 'react';
import { listPayments } from '#contract/ledger.ts';
import { reversalReasons } from '#domain/key-events/reversal-reasons.ts';
import { payers } from '#domain/parties/payers.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useEntryForms } from './entry-forms.ts';
import type { Entry } from './entry-shape.ts';
import { SameEntry } from './same-entry.tsx';
import { ReasonSelect } from './take-back.tsx';

/** Reasons that a person gives: the bank's own code speaks for itself. */
const manualReasons = reversalReasons.filter((each) => each !== 'bank-return');

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
  const { match, aside, setNote, item } = useEntryForms(entry, onDone);
  const { itemId, accountReference, note } = match.form.values;
  const isReturn = entry.amount.startsWith('-');
  const isOpen = entry.state === 'unmatched' || entry.state === 'set_aside';
  const reverse = (paymentId: string) => {
    match.form.setFieldValue('returnedId', paymentId);
    match.submit();
  };
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
      {entry.charges ? (
        <Text size="sm">
          {t('entry.charges')} <Amount text={entry.charges} currency={entry.currency} />
        </Text>
      ) : null}
      {entry.reasons.map(({ code, about }) => (
        <Text size="sm" c="dimmed" key={code + about}>
          {t(`match.${code}`)} {about ? <bdi>({about})</bdi> : null}
        </Text>
      ))}
      {entry.state === 'known' ? <Text size="sm">{t('entry.known')}</Text> : null}
      {entry.sameAs ? <SameEntry entry={entry} earlier={entry.sameAs} onDone={onDone} /> : null}
      <ProblemAlert problem={match.problem ?? aside.problem} />
      {entry.returnReason ? (
        <Text size="sm">
          {t('event.code')}: <bdi>{entry.returnReason}</bdi>
        </Text>
      ) : null}
      {isOpen && entry.asksReason ? (
        <ReasonSelect {...match.form.getInputProps('reason')} reasons={manualReasons} />
      ) : null}
      {isOpen && isReturn ? (
        <ReturnedPayments
          entry={entry}
          onTake={reverse}
          canTake={!entry.asksReason || match.form.values.reason !== ''}
        />
      ) : null}
      {isOpen && !isReturn && entry.candidates.length > 0 ? (
        <Candidates
          rows={entry.candidates}
          chosen={itemId || null}
          onChoose={(chosen) => match.form.setFieldValue('itemId', chosen ?? '')}
        />
      ) : null}
      {isOpen && !isReturn ? (
        <form noValidate onSubmit={match.submit}>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t('entry.accountReference')}
              {...match.form.getInputProps('accountReference')}
              value={item ? item.accountReference : accountReference}
              readOnly={item !== undefined}
            />
            <NativeSelect
              label={t('payer.tell')}
              {...match.form.getInputProps('payer')}
              data={[
                { value: '', label: t('payer.asTold') },
                ...payers.map((value) => ({ value, label: t(`payer.kinds.${value}`) })),
              ]}
            />
            <Button
              type="submit"
              loading={match.action.isPending}
              disabled={!item && accountReference.trim() === ''}
            >
              {item ? t('entry.bookItem', { item: item.itemReference }) : t('entry.book')}
            </Button>
          </Group>
        </form>
      ) : null}
      {isOpen ? (
        <form noValidate onSubmit={aside.submit}>
          <Stack gap="md">
            <Textarea
              label={t('entry.note')}
              autosize
              minRows={2}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
              error={match.form.errors['note'] ?? aside.form.errors['note']}
            />
            <Group justify="flex-end">
              <Button
                type="submit"
                variant="default"
                loading={aside.action.isPending}
                disabled={note.trim() === ''}
              >
                {t('entry.setAside')}
              </Button>
            </Group>
          </Stack>
        </form>
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

type ReturnedProps = {
  readonly entry: Entry;
  readonly onTake: (paymentId: string) => void;
  /** Whether it is said why the money went back. */
  readonly canTake: boolean;
};

/** Standing payments of the amount that went back: one of them is what the bank returned. */
function ReturnedPayments({ entry, onTake, canTake }: ReturnedProps) {
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
