import { Button, Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { recordKeyEvent } from '#contract/strategy.ts';
import { type EventType, eventTypes, subReasons } from '#domain/key-events/events.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { todayIn } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './office.module.css';
import {
  type DebtChoice,
  DebtFields,
  debtField,
  referenceOf,
  useUnknownDebt,
} from './payments/debt-fields.tsx';

/** Records a key event: what happened to a payment method, a payment or an invoice. */
export function EventsTab() {
  const { t } = useWords('office');
  const notify = useNotify();
  const { portfolios } = useMe();
  const { form, action, submit, problem } = useEndpointForm(recordKeyEvent, {
    initialValues: {
      debt: {
        portfolioId: portfolios[0]?.id ?? '',
        by: 'accountReference',
        reference: '',
      } as DebtChoice,
      type: 'A' as EventType,
      subReason: subReasons.A[0] as string,
      reasonCode: '',
      happenedOn: todayIn(portfolios[0]?.zone),
      methodValid: true,
      note: '',
    },
    input: ({ debt, reasonCode, methodValid, note, ...event }) => {
      const { itemReference, accountReference } = referenceOf(debt);
      return {
        portfolioId: debt.portfolioId,
        itemReference,
        accountReference,
        ...event,
        reasonCode: reasonCode.trim() || null,
        methodValid: event.type === 'B' ? methodValid : null,
        note: note.trim() || null,
      };
    },
    field: debtField,
    onDone: ({ caseId }) => {
      notify('good', t(caseId ? 'event.recordedInCase' : 'event.recorded'));
      form.setValues({ note: '', debt: { ...form.getValues().debt, reference: '' } });
    },
  });
  const { debt, type } = form.values;
  const unknown = useUnknownDebt(problem, debt);
  const chooseType = (next: EventType) =>
    form.setValues({ type: next, subReason: subReasons[next][0] });
  return (
    <Panel title={t('event.record')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t(`event.about.${type}`)}
          </Text>
          <div className={classes.settings}>
            <DebtFields
              value={debt}
              onChange={(next) => form.setValues({ debt: next })}
              kinds={['accountReference', 'itemReference']}
              error={form.errors['debt.reference'] ?? unknown}
            />
            <NativeSelect
              label={t('event.type')}
              {...form.getInputProps('type')}
              onChange={({ currentTarget }) => chooseType(currentTarget.value as EventType)}
              data={eventTypes.map((value) => ({ value, label: t(`event.types.${value}`) }))}
            />
            <NativeSelect
              label={t('event.reason')}
              data={subReasons[type].map((value) => ({
                value,
                label: t(`event.reasons.${value}`),
              }))}
              {...form.getInputProps('subReason')}
            />
            <TextInput label={t('event.code')} {...form.getInputProps('reasonCode')} />
            <TextInput label={t('event.on')} type="date" {...form.getInputProps('happenedOn')} />
          </div>
          {type === 'B' ? (
            <Checkbox
              label={t('event.methodValid')}
              {...form.getInputProps('methodValid', { type: 'checkbox' })}
            />
          ) : null}
          <Textarea label={t('event.note')} autosize minRows={2} {...form.getInputProps('note')} />
          <ProblemAlert problem={unknown ? null : problem} />
          <Button type="submit" loading={action.isPending} style={{ alignSelf: 'flex-end' }}>
            {t('event.save')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
