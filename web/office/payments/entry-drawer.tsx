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
import { matchEntry, readEntries, setEntryAside } from '#contract/bank-entries.ts';
import { listPayments } from '#contract/ledger.ts';
import { type ReversalReason, reversalReasons } from '#domain/key-events/reversal-reasons.ts';
import { payers } from '#domain/parties/payers.ts';
import { Amount } from '#web/ui/amount.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Candidates, ReturnedPayments } from './entry-choices.tsx';
import type { Entry } from './entry-shape.ts';
import { SameEntry } from './same-entry.tsx';
import { ReasonSelect } from './take-back.tsx';

type ManualReason = Exclude<ReversalReason, 'bank-return'>;

/** Reasons that a person gives: the bank's own code speaks for itself. */
const manualReasons = reversalReasons.filter((each) => each !== 'bank-return');

type EntryDrawerProps = { readonly entry: Entry | null; readonly onClose: () => void };

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

/** No reference and no payment: the one that is meant is filled in. */
const nothingNamed = {
  itemReference: null,
  accountReference: null,
  customerReference: null,
  paymentId: null,
} as const;

/** Whose an entry is, and the same note for booking it and for setting it aside. */
function useEntryForms(entry: Entry, onDone: () => void) {
  const { t } = useWords('office');
  const notify = useNotify();
  const itemOf = (id: string) => entry.candidates.find(({ itemId }) => itemId === id);
  const rereads = { invalidates: [readEntries, listPayments], onDone };
  const match = useEndpointForm(matchEntry, {
    ...rereads,
    onDone: ({ approvalId }) => {
      if (approvalId) notify('warn', t('payment.waits'));
      onDone();
    },
    initialValues: {
      ...{ itemId: '', accountReference: '', returnedId: '', payer: '', note: '' },
      reason: '' as ManualReason | '',
    },
    input: ({ itemId, accountReference, returnedId, payer, reason, note }) => {
      const itemReference = itemOf(itemId)?.itemReference ?? null;
      const account = itemReference === null ? accountReference.trim() : null;
      return {
        entryId: entry.id,
        ...nothingNamed,
        ...(returnedId ? { paymentId: returnedId } : { itemReference, accountReference: account }),
        payer: payers.find((each) => each === payer) ?? null,
        reason: reason || null,
        note: note.trim() || null,
      };
    },
  });
  const aside = useEndpointForm(setEntryAside, {
    ...rereads,
    initialValues: { note: '' },
    input: ({ note }) => ({ entryId: entry.id, note: note.trim() }),
  });
  const setNote = (note: string) => {
    match.form.setFieldValue('note', note);
    aside.form.setFieldValue('note', note);
  };
  return { match, aside, setNote, item: itemOf(match.form.values.itemId) };
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
