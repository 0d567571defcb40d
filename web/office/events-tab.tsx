import { Button, Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordKeyEvent } from '#contract/strategy.ts';
import { type EventType, eventTypes, subReasons } from '#domain/key-events/events.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './office.module.css';
import { type DebtChoice, DebtFields, referenceOf, todayHere } from './payments/debt-fields.tsx';

/** Records a key event: what happened to a payment method, a payment or an invoice. */
export function EventsTab() {
  const { t } = useWords('office');
  const tell = useNotify();
  const { portfolios } = useMe();
  const [debt, setDebt] = useState<DebtChoice>({
    portfolioId: portfolios[0]?.id ?? '',
    by: 'accountReference',
    reference: '',
  });
  const [type, setType] = useState<EventType>('A');
  const [subReason, setSubReason] = useState<string>(subReasons.A[0]);
  const [reasonCode, setReasonCode] = useState('');
  const [happenedOn, setHappenedOn] = useState(todayHere());
  const [methodValid, setMethodValid] = useState(true);
  const [note, setNote] = useState('');
  const record = useAction(recordKeyEvent, {
    quiet: true,
    onDone: ({ caseId }) => {
      tell('good', t(caseId ? 'event.recordedInCase' : 'event.recorded'));
      setNote('');
      setDebt({ ...debt, reference: '' });
    },
  });
  const chooseType = (next: EventType) => {
    setType(next);
    setSubReason(subReasons[next][0]);
  };
  const { customerReference: _, ...named } = referenceOf(debt);
  const save = () =>
    record.mutate({
      portfolioId: debt.portfolioId,
      ...named,
      type,
      subReason,
      reasonCode: reasonCode.trim() || null,
      methodValid: type === 'B' ? methodValid : null,
      happenedOn,
      note: note.trim() || null,
    });
  return (
    <Panel title={t('event.record')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t(`event.about.${type}`)}
        </Text>
        <div className={classes.settings}>
          <DebtFields
            value={debt}
            onChange={setDebt}
            kinds={['accountReference', 'itemReference']}
          />
          <NativeSelect
            label={t('event.type')}
            value={type}
            onChange={({ currentTarget }) => chooseType(currentTarget.value as EventType)}
            data={eventTypes.map((value) => ({ value, label: t(`event.types.${value}`) }))}
          />
          <NativeSelect
            label={t('event.reason')}
            value={subReason}
            onChange={({ currentTarget }) => setSubReason(currentTarget.value)}
            data={subReasons[type].map((value) => ({ value, label: t(`event.reasons.${value}`) }))}
          />
          <TextInput
            label={t('event.code')}
            value={reasonCode}
            onChange={({ currentTarget }) => setReasonCode(currentTarget.value)}
          />
          <TextInput
            label={t('event.on')}
            type="date"
            value={happenedOn}
            onChange={({ currentTarget }) => setHappenedOn(currentTarget.value)}
          />
        </div>
        {type === 'B' ? (
          <Checkbox
            label={t('event.methodValid')}
            checked={methodValid}
            onChange={({ currentTarget }) => setMethodValid(currentTarget.checked)}
          />
        ) : null}
        <Textarea
          label={t('event.note')}
          autosize
          minRows={2}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <ProblemAlert problem={record.error} />
        <Button
          onClick={save}
          loading={record.isPending}
          disabled={!debt.reference.trim()}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('event.save')}
        </Button>
      </Stack>
    </Panel>
  );
}
