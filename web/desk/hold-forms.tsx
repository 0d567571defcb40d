import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { openDispute, reportHardship } from '#contract/conversations.ts';
import classes from '#web/cases/case-parts.module.css';
import { callReads } from '#web/cases/open-case.tsx';
import { amountKey } from '#web/ui/amount.tsx';
import type { InputOf } from '#web/ui/api.ts';
import { useAction } from '#web/ui/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { useCall } from './desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import parts from './talk.module.css';

type DisputeKind = InputOf<typeof openDispute>['kind'];
type HardshipKind = InputOf<typeof reportHardship>['kind'];

const disputeKinds: readonly DisputeKind[] = [
  'paid-already',
  'not-mine',
  'wrong-amount',
  'service',
  'credited',
  'duplicate',
];
const hardshipKinds: readonly HardshipKind[] = [
  'hardship',
  'vulnerable',
  'deceased',
  'insolvent',
  'identity',
  'complaint',
];

/** What the customer says is wrong, on one item or all of them; collection of that part stops. */
export function DisputeForm() {
  const { t } = useWords('agent');
  const { conversation, file } = useCall();
  const { currency } = file.portfolio;
  const [itemId, setItemId] = useState('');
  const [kind, setKind] = useState<DisputeKind>('paid-already');
  const [amount, setAmount] = useState('');
  const [words, setWords] = useState('');
  const recorded = useRecorded('dispute');
  const save = useAction(openDispute, { invalidates: callReads, quiet: true, onDone: recorded });
  const exact = amountKey(amount, currency);
  const isWrong = amount !== '' && (exact === undefined || exact <= 0n);
  return (
    <FormPanel
      name="dispute"
      disabled={words.trim() === '' || isWrong}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          conversationId: conversation.id,
          itemId: itemId || null,
          amount: amount || null,
          kind,
          words,
        })
      }
    >
      <p className={classes.advice}>{t('dispute.about')}</p>
      <div className={parts.fields}>
        <NativeSelect
          label={t('dispute.kind')}
          size="sm"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as DisputeKind)}
          data={disputeKinds.map((value) => ({ value, label: t(`dispute.${value}`) }))}
        />
        <NativeSelect
          label={t('dispute.item')}
          size="sm"
          value={itemId}
          onChange={(event) => setItemId(event.currentTarget.value)}
          data={[
            { value: '', label: t('dispute.allItems') },
            ...(file.debt?.items ?? []).map(({ id, reference }) => ({
              value: id,
              label: reference,
            })),
          ]}
        />
        <TextInput
          label={t('dispute.amount', { currency })}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value.trim())}
          error={isWrong ? t('form.amountWrong', { currency }) : null}
          dir="ltr"
        />
      </div>
      <Textarea
        label={t('dispute.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        dir="auto"
      />
    </FormPanel>
  );
}

/** Trouble that asks for help, not pressure: a breathing space with a review date. */
export function HardshipForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const [kind, setKind] = useState<HardshipKind>('hardship');
  const [words, setWords] = useState('');
  const [consent, setConsent] = useState(false);
  const recorded = useRecorded('hardship');
  const save = useAction(reportHardship, { invalidates: callReads, quiet: true, onDone: recorded });
  return (
    <FormPanel
      name="hardship"
      disabled={words.trim() === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({ conversationId: conversation.id, kind, words, consentToRecord: consent })
      }
    >
      <p className={classes.advice}>{t('hardship.about')}</p>
      <NativeSelect
        label={t('hardship.kind')}
        size="sm"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as HardshipKind)}
        data={hardshipKinds.map((value) => ({ value, label: t(`hardship.${value}`) }))}
      />
      <Textarea
        label={t('hardship.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        dir="auto"
      />
      <Checkbox
        label={t('hardship.consent')}
        description={t('hardship.consentAbout')}
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
    </FormPanel>
  );
}
