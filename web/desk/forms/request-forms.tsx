import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { markNumber, reportRepresented, stopContact } from '#contract/conversations.ts';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { isolated } from '#web/ui/isolate.ts';
import { useWords } from '#web/ui/words.ts';
import classes from '../conversation/conversation.module.css';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';

type Scope = InputOf<typeof stopContact>['scope'];
type PointState = InputOf<typeof markNumber>['state'];

const scopes: readonly Scope[] = [
  'this-number',
  'all-calls',
  'at-work',
  'at-times',
  'everything-in-writing',
];
const pointStates: readonly PointState[] = ['wrong_person', 'disconnected', 'moved', 'valid'];
/** ISO weekdays, Monday first. */
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function weekdayName(weekday: number, locale: string): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day);
}

/** A request about how, where or when to be contacted; in force at once. */
export function StopForm() {
  const { t, locale } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('stop');
  const { form, action, submit, problem } = useEndpointForm(stopContact, {
    initialValues: {
      scope: 'this-number' as Scope,
      weekdays: [] as readonly number[],
      from: '',
      until: '',
      words: '',
    },
    input: ({ scope, weekdays, from, until, words }) => {
      const isAtTimes = scope === 'at-times';
      return {
        conversationId: conversation.id,
        scope,
        weekdays: isAtTimes ? [...weekdays] : [],
        from: isAtTimes && from ? from : null,
        until: isAtTimes && until ? until : null,
        words: words.trim() || null,
      };
    },
    invalidates: callReads,
    onDone: recorded,
  });
  const { scope, weekdays: days, from } = form.values;
  const isTimed = scope === 'at-times';
  const toggle = (day: number) =>
    form.setFieldValue(
      'weekdays',
      days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort(),
    );
  return (
    <FormPanel
      name="stop"
      disabled={isTimed && days.length === 0 && from === ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
    >
      <NativeSelect
        label={t('stop.scope')}
        size="sm"
        data={scopes.map((value) => ({ value, label: t(`stop.${value}`) }))}
        {...form.getInputProps('scope')}
      />
      {isTimed ? (
        <>
          <Group gap="sm" role="group" aria-label={t('stop.weekdays')}>
            {weekdays.map((day) => (
              <Checkbox
                key={day}
                label={weekdayName(day, locale)}
                checked={days.includes(day)}
                onChange={() => toggle(day)}
              />
            ))}
          </Group>
          <div className={classes.fields}>
            <TextInput type="time" label={t('stop.from')} {...form.getInputProps('from')} />
            <TextInput type="time" label={t('stop.until')} {...form.getInputProps('until')} />
          </div>
        </>
      ) : null}
      <TextInput label={t('stop.words')} dir="auto" {...form.getInputProps('words')} />
    </FormPanel>
  );
}

/** Somebody speaks for the customer: from now on only they are talked to. */
export function RepresentedForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('represented');
  const { form, action, submit, problem } = useEndpointForm(reportRepresented, {
    initialValues: { name: '', reach: '' },
    input: (values) => ({ conversationId: conversation.id, ...values }),
    invalidates: callReads,
    onDone: recorded,
  });
  return (
    <FormPanel name="represented" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput
          label={t('represented.name')}
          maxLength={200}
          dir="auto"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('represented.reach')}
          maxLength={200}
          dir="auto"
          {...form.getInputProps('reach')}
        />
      </div>
    </FormPanel>
  );
}

/** A number or address that turned out wrong, dead or moved, or right after all. */
export function NumberForm() {
  const { t } = useWords('agent');
  const { conversation, file } = useCall();
  const recorded = useRecorded('number');
  const { form, action, submit, problem } = useEndpointForm(markNumber, {
    initialValues: {
      state: 'wrong_person' as PointState,
      contactPointId: conversation.contactPointId ?? file.contactPoints[0]?.id ?? '',
      why: '',
    },
    input: ({ why, ...values }) => ({
      conversationId: conversation.id,
      ...values,
      why: why.trim() || null,
    }),
    invalidates: callReads,
    onDone: recorded,
  });
  return (
    <FormPanel
      name="number"
      disabled={form.values.contactPointId === ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
    >
      <div className={classes.fields}>
        <NativeSelect
          label={t('number.state')}
          size="sm"
          data={pointStates.map((value) => ({ value, label: t(`points.state.${value}`) }))}
          {...form.getInputProps('state')}
        />
        <NativeSelect
          label={t('number.point')}
          size="sm"
          data={file.contactPoints.map(({ id, masked }) => ({
            value: id,
            label: isolated(masked),
          }))}
          {...form.getInputProps('contactPointId')}
        />
      </div>
      {form.values.state === 'valid' ? (
        <Textarea
          label={t('number.why')}
          description={t('number.whyAbout')}
          autosize
          minRows={2}
          dir="auto"
          {...form.getInputProps('why')}
        />
      ) : null}
    </FormPanel>
  );
}
