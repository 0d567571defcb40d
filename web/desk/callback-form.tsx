import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { askCallback } from '#contract/conversations.ts';
import { nextWorkday } from '#web/cases/dates.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { useAction } from '#web/ui/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { useCall } from './desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import { DateField } from './promise-form.tsx';
import classes from './talk.module.css';

/** The time proposed for a callback, on the customer's wall. */
const usualTime = '10:00';

/** A call at the time the customer asks for, by the clock on the customer's wall. */
export function CallbackForm() {
  const { t } = useWords('agent');
  const { conversation, file, today } = useCall();
  const phones = file.contactPoints.filter(({ kind }) => kind === 'mobile' || kind === 'landline');
  const [on, setOn] = useState(nextWorkday(today));
  const [time, setTime] = useState(usualTime);
  const [contactPointId, setPoint] = useState(conversation.contactPointId ?? phones[0]?.id ?? '');
  const [personal, setPersonal] = useState(true);
  const recorded = useRecorded('callback');
  const save = useAction(askCallback, { invalidates: callReads, quiet: true, onDone: recorded });
  const zone = file.customer.zones[0];
  return (
    <FormPanel
      name="callback"
      disabled={contactPointId === '' || time === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({ conversationId: conversation.id, on, time, contactPointId, personal })
      }
    >
      <div className={classes.fields}>
        <TextInput
          type="time"
          label={t('callback.time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <DateField
          label={t('callback.on')}
          today={today}
          mostDays={null}
          value={on}
          onChange={setOn}
        />
        <NativeSelect
          label={t('callback.number')}
          size="sm"
          value={contactPointId}
          onChange={(event) => setPoint(event.currentTarget.value)}
          data={phones.map(({ id, masked }) => ({ value: id, label: masked }))}
        />
      </div>
      {zone ? (
        <Text size="sm" c="dimmed">
          {t('callback.zone', { zone: zone.replaceAll('_', ' ') })}
        </Text>
      ) : null}
      <Checkbox
        label={t('callback.personal')}
        checked={personal}
        onChange={(event) => setPersonal(event.currentTarget.checked)}
      />
    </FormPanel>
  );
}
