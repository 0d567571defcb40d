import { Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordConsent } from '#contract/compliance/consents.ts';
import {
  CONSENT_KINDS,
  type ConsentField,
  type ConsentKind,
  consentKinds,
  consentPersons,
  type ConsentForm as Form,
} from '#domain/gate/facts/consent-kinds.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { FactFieldInput } from './fact-fields.tsx';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';

type ConsentFormProps = { readonly file: DeskCase; readonly onClose: () => void };
type Typed = Readonly<Partial<Record<ConsentField, string>>>;

/** Writes down a consent: what for, at which address, to whom it was given, and where the proof is. */
export function ConsentForm({ file, onClose }: ConsentFormProps) {
  const { t } = useWords('contact-log');
  const tell = useNotify();
  const [kind, setKind] = useState<ConsentKind>('email');
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const [times, setTimes] = useState(noTimes);
  const [givenTo, setGivenTo] = useState('');
  const [source, setSource] = useState('');
  const [evidence, setEvidence] = useState('');
  const save = useAction(recordConsent, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('consent.recorded'));
      onClose();
    },
  });
  const { points, needsPoint, fields, needs }: Form = CONSENT_KINDS[kind];
  const fitting = file.contactPoints.filter(({ kind }) => points.some((one) => one === kind));
  const contactPointId = fitting.find(({ id }) => id === chosen)?.id ?? null;
  const isWhole = (contactPointId !== null || !needsPoint) && needs.every((name) => typed[name]);
  return (
    <LogForm
      label={t('consent.open')}
      submit={t('consent.act')}
      isReady={isWhole && source.trim() !== ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          caseId: file.id,
          kind,
          contactPointId,
          details: detailsOf(typed),
          givenTo: givenTo.trim() || null,
          ...timesOf(times),
          source: source.trim(),
          evidenceRef: evidence.trim() || null,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('consent.kind')}
        description={t(`consent.meaning.${kind}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={kind}
        onChange={({ currentTarget: { value } }) => {
          setKind(consentKinds.find((one) => one === value) ?? 'email');
          setTyped({});
        }}
        data={consentKinds.map((value) => ({ value, label: t(`consent.kinds.${value}`) }))}
        autoFocus
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {points.length > 0 ? (
          <NativeSelect
            label={t('field.address')}
            description={fitting.length === 0 ? t('keyIn.noPoint') : undefined}
            value={contactPointId ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            required={needsPoint}
            data={[
              { value: '', label: t(needsPoint ? 'consent.choose' : 'consent.everyPoint') },
              ...fitting.map(({ id, masked }) => ({ value: id, label: masked })),
            ]}
          />
        ) : null}
        {fields.map((name) => (
          <Detail
            key={name}
            name={name}
            value={typed[name] ?? ''}
            isNeeded={needs.includes(name)}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('form.allDebts')}
      </Text>
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
        <TextInput
          label={t('consent.givenTo')}
          description={t('consent.givenToAbout')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={givenTo}
          onChange={(event) => setGivenTo(event.currentTarget.value)}
          maxLength={200}
          dir="auto"
        />
      </Group>
    </LogForm>
  );
}

type DetailProps = {
  readonly name: ConsentField;
  readonly value: string;
  readonly isNeeded: boolean;
  readonly onChange: (value: string) => void;
};

function Detail({ name, value, isNeeded, onChange }: DetailProps) {
  const { t } = useWords('contact-log');
  if (name === 'only_local_dates') {
    return (
      <TextInput
        type="date"
        label={t('consent.onlyOn')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (name === 'person') {
    return (
      <NativeSelect
        label={t('consent.person')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        required={isNeeded}
        data={[
          { value: '', label: t('consent.choose') },
          ...consentPersons.map((person) => ({ value: person, label: t(`person.${person}`) })),
        ]}
      />
    );
  }
  return (
    <FactFieldInput name={name} value={value} points={[]} isNeeded={isNeeded} onChange={onChange} />
  );
}

function detailsOf(typed: Typed): Record<string, unknown> {
  const { weekdays, only_local_dates, ...texts } = typed;
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text)),
    ...(weekdays ? { weekdays: weekdays.split(',').map(Number) } : {}),
    ...(only_local_dates ? { only_local_dates: [only_local_dates] } : {}),
  };
}
