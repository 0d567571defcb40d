import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { askCallback } from '#contract/conversations.ts';
import { nextWorkday } from '#web/cases/dates.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { isolated } from '#web/ui/isolate.ts';
import { zoneWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../conversation/conversation.module.css';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import { DateField } from './promise-form.tsx';

/** The time proposed for a callback, on the customer's wall. */
const usualTime = '10:00';

/** A call at the time the customer asks for, by the clock on the customer's wall. */
export function CallbackForm() {
  const { t, locale } = useWords('agent');
  const { conversation, file, today } = useCall();
  const phones = file.contactPoints.filter(({ kind }) => kind === 'mobile' || kind === 'landline');
  const recorded = useRecorded('callback');
  const { form, action, submit, problem } = useEndpointForm(askCallback, {
    initialValues: {
      on: nextWorkday(today),
      time: usualTime,
      contactPointId: conversation.contactPointId ?? phones[0]?.id ?? '',
      personal: true,
    },
    input: (values) => ({ conversationId: conversation.id, ...values }),
    invalidates: callReads,
    onDone: recorded,
  });
  const zone = file.customer.zones[0];
  return (
    <FormPanel name="callback" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput type="time" label={t('callback.time')} {...form.getInputProps('time')} />
        <DateField
          label={t('callback.on')}
          today={today}
          mostDays={null}
          value={form.values.on}
          onChange={(on) => form.setFieldValue('on', on)}
          error={form.errors['on']}
        />
        <NativeSelect
          label={t('callback.number')}
          size="sm"
          data={phones.map(({ id, masked }) => ({ value: id, label: isolated(masked) }))}
          {...form.getInputProps('contactPointId')}
        />
      </div>
      {zone ? (
        <Text size="sm" c="dimmed">
          {t('callback.zone', { zone: zoneWords(zone, locale) })}
        </Text>
      ) : null}
      <Checkbox
        label={t('callback.personal')}
        {...form.getInputProps('personal', { type: 'checkbox' })}
      />
    </FormPanel>
  );
}
