import { Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { correctAttempt, type readFacts, recordFact } from '#contract/compliance/contact-facts.ts';
import {
  ATTEMPT_PERSONS,
  ATTEMPT_RESULTS,
  type AttemptResult,
} from '#domain/gate/facts/attempt-results.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';
import { personWords } from './person-words.ts';

/** One line of the log, as the server tells it. */
export type LogLine = OutputOf<typeof readFacts>['lines'][number];

type LineFormProps = {
  readonly caseId: string;
  readonly line: LogLine;
  readonly onClose: () => void;
};

/** Says what an attempt truly was. */
export function CorrectForm({ caseId, line, onClose }: LineFormProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(correctAttempt, {
    initialValues: {
      result: String(line.details['result'] ?? '') as AttemptResult | '',
      person: String(line.details['person'] ?? 'consumer'),
      reason: '',
    },
    input: ({ result, person, reason }) => ({
      caseId,
      attemptId: line.id,
      becomes: { result: result || undefined, person },
      reason: reason.trim(),
    }),
    field: (path) =>
      ownValue({ 'becomes.result': 'result', 'becomes.person': 'person' }, path) ?? null,
    invalidates: caseReads,
    onDone: ({ approvalId }) => {
      notify(approvalId ? 'warn' : 'good', t(approvalId ? 'correct.waits' : 'correct.done'));
      onClose();
    },
  });
  const { result, reason } = form.values;
  return (
    <LogForm
      label={t('correct.title')}
      submit={t('correct.act')}
      isReady={reason.trim() !== '' && result !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <NativeSelect
          label={t('correct.result')}
          {...form.getInputProps('result')}
          data={[
            ...(result === '' ? [{ value: '', label: t('result.unknown') }] : []),
            ...ATTEMPT_RESULTS.map((value) => ({ value, label: t(`result.${value}`) })),
          ]}
          autoFocus
        />
        <NativeSelect
          label={t('correct.person')}
          {...form.getInputProps('person')}
          data={ATTEMPT_PERSONS.map((value) => ({ value, label: personWords(t, value) }))}
        />
      </Group>
      <Textarea
        label={t('form.reason')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('reason')}
      />
    </LogForm>
  );
}

type AboutFormProps = LineFormProps & { readonly as: 'withdrawn' | 'returned' };

/** Takes a fact back, or says that a notice came back undelivered. */
export function AboutForm({ caseId, line, as, onClose }: AboutFormProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(recordFact, {
    initialValues: { source: '', ...noTimes },
    input: ({ source, ...times }) => ({
      caseId,
      kind: line.kind as EventWord,
      ...timesOf(times),
      source: source.trim(),
      about: { factId: line.id, as },
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('recorded'));
      onClose();
    },
  });
  const words = as === 'withdrawn' ? 'withdraw' : 'cameBack';
  return (
    <LogForm
      label={t(`${words}.title`)}
      submit={t(`${words}.act`)}
      isReady={form.values.source.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t(`${words}.title`)}</Text>
      <TextInput
        label={t('form.source')}
        maxLength={200}
        required
        dir="auto"
        {...form.getInputProps('source')}
        autoFocus
      />
      <TimeFields
        occurred={form.getInputProps('occurredAt')}
        received={form.getInputProps('receivedAt')}
      />
    </LogForm>
  );
}
