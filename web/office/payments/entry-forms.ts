import { matchEntry, readEntries, setEntryAside } from '#contract/bank-entries.ts';
import { listPayments } from '#contract/ledger.ts';
import type { ReversalReason } from '#domain/key-events/reversal-reasons.ts';
import { payers } from '#domain/parties/payers.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import type { Entry } from './entry-shape.ts';

type ManualReason = Exclude<ReversalReason, 'bank-return'>;

/** No reference and no payment: the one that is meant is filled in. */
const nothingNamed = {
  itemReference: null,
  accountReference: null,
  customerReference: null,
  paymentId: null,
} as const;

/** Whose an entry is, and the same note for booking it and for setting it aside. */
export function useEntryForms(entry: Entry, onDone: () => void) {
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
