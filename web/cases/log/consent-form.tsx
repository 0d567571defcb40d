import { Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { recordConsent } from '#contract/compliance/consents.ts';
import {
  CONSENT_KINDS,
  type ConsentField,
  type ConsentKind,
  consentKinds,
  consentPersons,
  type ConsentForm as Form,
} from '#domain/gate/facts/consent-kinds.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { isolated } from '#web/ui/isolate.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { detailField, detailsOf, FactFieldInput } from './fact-fields.tsx';
import { LogForm, noTimes, TimeFields, timesOf } from './log-form.tsx';
import { personWords } from './person-words.ts';

type ConsentFormProps = { readonly file: DeskCase; readonly onClose: () => void };
type Typed = Readonly<Partial<Record<ConsentField, string>>>;

/** Writes down a consent: what for, at which address, to whom it was given, and where the proof is. */
export function ConsentForm({ file, onClose }: ConsentFormProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(recordConsent, {
    initialValues: {
      kind: 'email' as ConsentKind,
      contactPointId: '',
      details: {} as Typed,
      givenTo: '',
      ...noTimes,
      source: '',
      evidenceRef: '',
    },
    input: ({ kind, contactPointId, details, givenTo, source, evidenceRef, ...times }) => ({
      caseId: file.id,
      kind,
      contactPointId: pointOf(pointsFor(file, kind), contactPointId),
      details: detailsOf(details),
      givenTo: givenTo.trim() || null,
      ...timesOf(times),
      source: source.trim(),
      evidenceRef: evidenceRef.trim() || null,
    }),
    field: detailField,
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('consent.recorded'));
      onClose();
    },
  });
  const { kind, details, source } = form.values;
  const { points, needsPoint, fields, needs }: Form = CONSENT_KINDS[kind];
  const fitting = pointsFor(file, kind);
  const contactPointId = pointOf(fitting, form.values.contactPointId);
  const isWhole = (contactPointId !== null || !needsPoint) && needs.every((name) => details[name]);
  return (
    <LogForm
      label={t('consent.open')}
      submit={t('consent.act')}
      isReady={isWhole && source.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('consent.kind')}
        description={t(`consent.meaning.${kind}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('kind')}
        onChange={({ currentTarget: { value } }) =>
          form.setValues({
            kind: consentKinds.find((one) => one === value) ?? 'email',
            details: {},
          })
        }
        data={consentKinds.map((value) => ({ value, label: t(`consent.kinds.${value}`) }))}
        autoFocus
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {points.length > 0 ? (
          <NativeSelect
            label={t('field.address')}
            description={fitting.length === 0 ? t('keyIn.noPoint') : undefined}
            {...form.getInputProps('contactPointId')}
            value={contactPointId ?? ''}
            required={needsPoint}
            data={[
              { value: '', label: t(needsPoint ? 'consent.choose' : 'consent.everyPoint') },
              ...fitting.map(({ id, masked }) => ({ value: id, label: isolated(masked) })),
            ]}
          />
        ) : null}
        {fields.map((name) => (
          <Detail
            key={name}
            name={name}
            value={details[name] ?? ''}
            isNeeded={needs.includes(name)}
            error={form.errors[`details.${name}`]}
            onChange={(value) => form.setFieldValue(`details.${name}`, value)}
          />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('consent.givenFor')}
      </Text>
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
        <TextInput
          label={t('consent.givenTo')}
          description={t('consent.givenToAbout')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          dir="auto"
          {...form.getInputProps('givenTo')}
        />
      </Group>
    </LogForm>
  );
}

/** The ways to reach the person that a consent of this kind can be about. */
function pointsFor(file: DeskCase, kind: ConsentKind): DeskCase['contactPoints'] {
  const { points }: Form = CONSENT_KINDS[kind];
  return file.contactPoints.filter(({ kind }) => points.some((one) => one === kind));
}

function pointOf(fitting: DeskCase['contactPoints'], chosen: string): string | null {
  return fitting.find(({ id }) => id === chosen)?.id ?? null;
}

type DetailProps = {
  readonly name: ConsentField;
  readonly value: string;
  readonly isNeeded: boolean;
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
};

function Detail(props: DetailProps) {
  const { name, value, isNeeded, error, onChange } = props;
  const { t } = useWords('contact-log');
  if (name === 'person') {
    return (
      <NativeSelect
        label={t('consent.person')}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        required={isNeeded}
        data={[
          { value: '', label: t('consent.choose') },
          ...consentPersons.map((person) => ({ value: person, label: personWords(t, person) })),
        ]}
      />
    );
  }
  return <FactFieldInput {...props} name={name} points={[]} />;
}
