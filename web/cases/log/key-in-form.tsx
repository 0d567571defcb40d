import { Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { keyInMessage } from '#contract/compliance/refusals.ts';
import { type KeyedChannel, keyedFrom } from '#domain/contact/keyed-messages.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { isolated } from '#web/ui/isolate.ts';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { instantOf, LogForm } from './log-form.tsx';

const channels = Object.keys(keyedFrom) as KeyedChannel[];
const wordsMost = 20_000;

type KeyInFormProps = { readonly file: DeskCase; readonly onClose: () => void };

/** Keys in what came to the office on paper or to a mailbox; then tells how it was understood. */
export function KeyInForm({ file, onClose }: KeyInFormProps) {
  const { t } = useWords('contact-log');
  const { form, action, submit, problem } = useEndpointForm(keyInMessage, {
    initialValues: {
      channel: 'letter' as KeyedChannel,
      contactPointId: '',
      receivedAt: '',
      subject: '',
      words: '',
    },
    input: ({ channel, contactPointId, receivedAt, subject, words }) => ({
      caseId: file.id,
      contactPointId: pointOf(pointsFor(file, channel), contactPointId)?.id ?? '',
      channel,
      subject: subject.trim() || null,
      words: words.trim(),
      receivedAt: instantOf(receivedAt),
    }),
    invalidates: caseReads,
  });
  const { channel, contactPointId, words } = form.values;
  const points = pointsFor(file, channel);
  const point = pointOf(points, contactPointId);
  if (action.data) return <Understood taken={action.data} onClose={onClose} />;
  return (
    <LogForm
      label={t('keyIn.title')}
      submit={t('keyIn.act')}
      isReady={point !== undefined && words.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('keyIn.about')}</Text>
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <NativeSelect
          label={t('keyIn.channel')}
          {...form.getInputProps('channel')}
          data={channels.map((value) => ({ value, label: t(`keyIn.channels.${value}`) }))}
          autoFocus
        />
        <NativeSelect
          label={t('keyIn.from')}
          description={points.length === 0 ? t('keyIn.noPoint') : undefined}
          {...form.getInputProps('contactPointId')}
          value={point?.id ?? ''}
          disabled={points.length === 0}
          data={points.map(({ id, masked }) => ({ value: id, label: isolated(masked) }))}
        />
        <TextInput
          type="datetime-local"
          label={t('form.received')}
          description={t('form.nowWhenEmpty')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('receivedAt')}
        />
      </Group>
      {channel === 'email' || channel === 'letter' ? (
        <TextInput
          label={t('keyIn.subject')}
          maxLength={200}
          dir="auto"
          {...form.getInputProps('subject')}
        />
      ) : null}
      <Textarea
        label={t('keyIn.words')}
        maxLength={wordsMost}
        autosize
        minRows={4}
        maxRows={16}
        required
        withAsterisk={false}
        dir="auto"
        {...form.getInputProps('words')}
      />
    </LogForm>
  );
}

/** The addresses from which a message of this channel can come. */
function pointsFor(file: DeskCase, channel: KeyedChannel): DeskCase['contactPoints'] {
  const kinds: readonly string[] = keyedFrom[channel];
  return file.contactPoints.filter(({ kind }) => kinds.includes(kind));
}

function pointOf(points: DeskCase['contactPoints'], chosen: string) {
  return points.find(({ id }) => id === chosen) ?? points[0];
}

type UnderstoodProps = {
  readonly taken: OutputOf<typeof keyInMessage>;
  readonly onClose: () => void;
};

/** What was read from a message, and what it closed. */
function Understood({ taken, onClose }: UnderstoodProps) {
  const { t } = useWords('contact-log');
  const { t: law } = useWords('compliance');
  const { request, certainty, scope, also } = taken;
  const answer = useRef<HTMLDivElement>(null);
  // The form it answers is gone: without this the page would fall back to its head.
  useEffect(() => answer.current?.focus(), []);
  return (
    <LogForm
      label={t('keyIn.understood')}
      submit={t('keyIn.done')}
      isReady
      isBusy={false}
      problem={null}
      onSubmit={onClose}
      onClose={onClose}
    >
      <div role="status" ref={answer} tabIndex={-1}>
        <Group gap="xs">
          <State tone={request === 'opt_out' ? 'warn' : 'neutral'}>
            {t(`keyIn.request.${request}`)}
          </State>
          {request === 'opt_out' ? (
            <Text size="sm">{t(`keyIn.certainty.${certainty}`)}</Text>
          ) : null}
        </Group>
        {scope ? (
          <Text size="sm" mt={4}>
            {t(request === 'opt_out' ? 'keyIn.closed' : 'keyIn.noticed')}{' '}
            <strong>{law(`refusals.scope.${scope}`)}</strong>
          </Text>
        ) : null}
        {request === 'opt_out' && also.length > 0 ? (
          <ul>
            {also.map((said) => (
              <li key={said}>{t(`keyIn.also.${said}`)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </LogForm>
  );
}
