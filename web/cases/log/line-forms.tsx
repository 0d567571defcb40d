import { Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { correctAttempt, type readFacts, recordFact } from '#contract/compliance/contact-facts.ts';
import {
  ATTEMPT_PERSONS,
  ATTEMPT_RESULTS,
  type AttemptPerson,
  type AttemptResult,
} from '#domain/gate/facts/attempt-results.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';

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
  const tell = useNotify();
  const [result, setResult] = useState(String(line.details['result'] ?? ''));
  const [person, setPerson] = useState(String(line.details['person'] ?? 'consumer'));
  const [reason, setReason] = useState('');
  const save = useAction(correctAttempt, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('correct.done'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('correct.title')}
      submit={t('correct.act')}
      isReady={reason.trim() !== '' && result !== ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          caseId,
          attemptId: line.id,
          becomes: { result: result as AttemptResult, person: person as AttemptPerson },
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    >
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <NativeSelect
          label={t('correct.result')}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value)}
          data={[
            ...(result === '' ? [{ value: '', label: t('result.unknown') }] : []),
            ...ATTEMPT_RESULTS.map((value) => ({ value, label: t(`result.${value}`) })),
          ]}
          autoFocus
        />
        <NativeSelect
          label={t('correct.person')}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          data={ATTEMPT_PERSONS.map((value) => ({ value, label: t(`person.${value}`) }))}
        />
      </Group>
      <Textarea
        label={t('form.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
      />
    </LogForm>
  );
}

type AboutFormProps = LineFormProps & { readonly as: 'withdrawn' | 'returned' };

/** Takes a fact back, or says that a notice came back undelivered. */
export function AboutForm({ caseId, line, as, onClose }: AboutFormProps) {
  const { t } = useWords('contact-log');
  const tell = useNotify();
  const [times, setTimes] = useState(noTimes);
  const [source, setSource] = useState('');
  const save = useAction(recordFact, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('recorded'));
      onClose();
    },
  });
  const words = as === 'withdrawn' ? 'takeBack' : 'cameBack';
  return (
    <LogForm
      label={t(`${words}.title`)}
      submit={t(`${words}.act`)}
      isReady={source.trim() !== ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          caseId,
          kind: line.kind as EventWord,
          ...timesOf(times),
          source: source.trim(),
          about: { factId: line.id, as },
        })
      }
      onClose={onClose}
    >
      <Text size="sm">{t(`${words}.title`)}</Text>
      <TextInput
        label={t('form.source')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        maxLength={200}
        required
        dir="auto"
        autoFocus
      />
      <TimeFields value={times} onChange={setTimes} />
    </LogForm>
  );
}
