import { Checkbox, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { isNoticeOfFact } from '#domain/strategy/notice-contact.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import { WrittenIn } from '#web/ui/written-in.tsx';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { detailField, detailsOf, FactFieldInput, type TypedFields } from './fact-fields.tsx';
import { factGroups } from './fact-groups.ts';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';

type FactFormProps = { readonly file: DeskCase; readonly onClose: () => void };

/** Records a raw fact: what, with the details of its kind, when, and who told it. */
export function FactForm({ file, onClose }: FactFormProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(recordFact, {
    initialValues: {
      kind: 'opt_out' as EventWord,
      details: {} as TypedFields,
      ...noTimes,
      source: '',
      evidenceRef: '',
      transferable: true,
      language: '',
    },
    input: ({ kind, details, source, evidenceRef, transferable, language, ...times }) => ({
      caseId: file.id,
      kind,
      details: detailsOf(details),
      ...timesOf(times),
      source: source.trim(),
      evidenceRef: evidenceRef.trim() || null,
      transferable,
      language: (isNoticeOfFact(kind) && language) || null,
    }),
    field: detailField,
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('recorded'));
      onClose();
    },
  });
  const { kind, details, source } = form.values;
  const { fields, needs, about } = FACT_KINDS[kind];
  const isReady = source.trim() !== '' && needs.every((name) => details[name]);
  return (
    <LogForm
      label={t('record')}
      submit={t('record')}
      isReady={isReady}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('form.kind')}
        {...form.getInputProps('kind')}
        onChange={({ currentTarget: { value } }) =>
          form.setValues({ kind: value as EventWord, details: {}, language: '' })
        }
        data={factGroups.map(({ name, kinds }) => ({
          group: t(`group.${name}`),
          items: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        }))}
        autoFocus
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {fields
          .filter((name) => name !== 'debts')
          .map((name) => (
            <FactFieldInput
              key={name}
              name={name}
              value={details[name] ?? ''}
              points={file.contactPoints}
              isNeeded={needs.includes(name)}
              error={form.errors[`details.${name}`]}
              onChange={(value) => form.setFieldValue(`details.${name}`, value)}
            />
          ))}
      </SimpleGrid>
      {isNoticeOfFact(kind) ? <WrittenIn {...form.getInputProps('language')} /> : null}
      {about === 'debts' ? (
        <Text size="xs" c="dimmed">
          {t('form.allDebts')}
        </Text>
      ) : null}
      <TimeFields
        occurred={form.getInputProps('occurredAt')}
        received={form.getInputProps('receivedAt')}
      />
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={t('form.source')}
          maxLength={200}
          required
          dir="auto"
          {...form.getInputProps('source')}
        />
        <TextInput
          label={t('form.evidence')}
          maxLength={200}
          dir="auto"
          {...form.getInputProps('evidenceRef')}
        />
      </Group>
      <Checkbox
        label={t('form.transferable')}
        {...form.getInputProps('transferable', { type: 'checkbox' })}
      />
    </LogForm>
  );
}
