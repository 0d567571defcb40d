import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { openDispute, reportHardship } from '#contract/conversations.ts';
import { type Circumstance, circumstances } from '#domain/cases/holds.ts';
import classes from '#web/cases/case-parts.module.css';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import parts from '../conversation/conversation.module.css';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';

type DisputeKind = InputOf<typeof openDispute>['kind'];

const disputeKinds: readonly DisputeKind[] = [
  'paid-already',
  'not-mine',
  'wrong-amount',
  'service',
  'credited',
  'duplicate',
];

/** What the customer says is wrong, on one item or all of them; collection of that part stops. */
export function DisputeForm() {
  const { t } = useWords('agent');
  const { conversation, file } = useCall();
  const { currency } = file.portfolio;
  const recorded = useRecorded('dispute');
  const { form, action, submit, problem } = useEndpointForm(openDispute, {
    initialValues: { kind: 'paid-already' as DisputeKind, itemId: '', amount: '', words: '' },
    input: ({ itemId, amount, ...rest }) => ({
      conversationId: conversation.id,
      ...rest,
      itemId: itemId || null,
      amount: amount.trim() || null,
    }),
    invalidates: callReads,
    onDone: recorded,
  });
  return (
    <FormPanel name="dispute" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <p className={classes.advice}>{t('dispute.about')}</p>
      <div className={parts.fields}>
        <NativeSelect
          label={t('dispute.kind')}
          size="sm"
          data={disputeKinds.map((value) => ({ value, label: t(`dispute.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('dispute.item')}
          size="sm"
          {...form.getInputProps('itemId')}
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
          dir="ltr"
          {...form.getInputProps('amount')}
        />
      </div>
      <Textarea
        label={t('dispute.words')}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('words')}
      />
    </FormPanel>
  );
}

/** Trouble that asks for help, not pressure: a breathing space with a review date. */
export function HardshipForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('hardship');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(reportHardship, {
    initialValues: { kind: 'hardship' as Circumstance, words: '', consentToRecord: false },
    input: (values) => ({ conversationId: conversation.id, ...values }),
    invalidates: callReads,
    onDone: ({ advice }) => {
      recorded();
      if (!advice) return;
      const { name, phone, web } = advice;
      const service = [name, phone, web].filter((part) => part !== null).join(', ');
      notify('good', name === null ? t('advice.none') : t('advice.say', { service }));
    },
  });
  return (
    <FormPanel name="hardship" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <p className={classes.advice}>{t('hardship.about')}</p>
      <NativeSelect
        label={t('hardship.kind')}
        size="sm"
        data={circumstances.map((value) => ({ value, label: t(`hardship.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'coerced-debt' ? (
        <p className={classes.advice}>{t('hardship.coercedAbout')}</p>
      ) : null}
      <Textarea
        label={t('hardship.words')}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('words')}
      />
      {form.values.kind === 'vulnerable' ? (
        <Checkbox
          label={t('hardship.consent')}
          description={t('hardship.consentAbout')}
          {...form.getInputProps('consentToRecord', { type: 'checkbox' })}
        />
      ) : null}
    </FormPanel>
  );
}
