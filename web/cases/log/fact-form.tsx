import { Checkbox, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordFact } from '#contract/compliance/contact-facts.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { detailsOf, FactFieldInput, type TypedFields } from './fact-fields.tsx';
import { factGroups } from './fact-groups.ts';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';

type FactFormProps = { readonly file: DeskCase; readonly onClose: () => void };

/** Records a raw fact: what, with the details of its kind, when, and who told it. */
export function FactForm({ file, onClose }: FactFormProps) {
  const { t } = useWords('contact-log');
  const tell = useNotify();
  const [kind, setKind] = useState<EventWord>('opt_out');
  const [typed, setTyped] = useState<TypedFields>({});
  const [times, setTimes] = useState(noTimes);
  const [source, setSource] = useState('');
  const [evidence, setEvidence] = useState('');
  const [transferable, setTransferable] = useState(true);
  const save = useAction(recordFact, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('recorded'));
      onClose();
    },
  });
  const { fields, needs, about } = FACT_KINDS[kind];
  const isReady = source.trim() !== '' && needs.every((name) => typed[name]);
  return (
    <LogForm
      label={t('record')}
      submit={t('record')}
      isReady={isReady}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          caseId: file.id,
          kind,
          details: detailsOf(typed),
          ...timesOf(times),
          source: source.trim(),
          evidenceRef: evidence.trim() || null,
          transferable,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('form.kind')}
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as EventWord);
          setTyped({});
        }}
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
              value={typed[name] ?? ''}
              points={file.contactPoints}
              isNeeded={needs.includes(name)}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
            />
          ))}
      </SimpleGrid>
      {about === 'debts' ? (
        <Text size="xs" c="dimmed">
          {t('form.allDebts')}
        </Text>
      ) : null}
      <TimeFields value={times} onChange={setTimes} />
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={t('form.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          maxLength={200}
          required
          dir="auto"
        />
        <TextInput
          label={t('form.evidence')}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
          maxLength={200}
          dir="auto"
        />
      </Group>
      <Checkbox
        label={t('form.transferable')}
        checked={transferable}
        onChange={(event) => setTransferable(event.currentTarget.checked)}
      />
    </LogForm>
  );
}
