import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { addContactPoint, setContactPoint } from '#contract/case-corrections.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { isolated } from '#web/ui/isolate.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import { LogForm } from '../log/log-form.tsx';
import { roleWords } from './point-owner.tsx';

const kinds = ['mobile', 'landline', 'email', 'app', 'social'] as const;

type Told = { partyId: string; place: '' | 'home' | 'work'; employerProvided: boolean };

const toldIn = ({ partyId, place, employerProvided }: Told) => ({
  partyId: partyId || null,
  place: place || null,
  employerProvided,
});

type PointFormProps = { readonly file: DeskCase; readonly onClose: () => void };

/** A new number or address, of the customer or of somebody on file. */
export function NewPointForm({ file, onClose }: PointFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const initialValues: Told & { kind: (typeof kinds)[number]; value: string } = {
    ...{ kind: 'mobile', value: '', partyId: '', place: '', employerProvided: false },
  };
  const { form, action, submit, problem } = useEndpointForm(addContactPoint, {
    initialValues,
    input: ({ kind, value, ...told }) => ({
      ...{ caseId: file.id, kind, value: value.trim() },
      ...toldIn(told),
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('pointForm.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('pointForm.add')}
      submit={t('pointForm.add')}
      isReady={form.values.value.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('pointForm.kind')}
        data={kinds.map((value) => ({ value, label: t(`agent:points.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('pointForm.value')}
        dir="ltr"
        autoComplete="off"
        {...form.getInputProps('value')}
        autoFocus
      />
      <ToldFields file={file} form={form as unknown as UseFormReturnType<Told>} />
    </LogForm>
  );
}

/** Whose a number or address is, and where. */
export function PointForm({
  file,
  point,
  onClose,
}: PointFormProps & { readonly point: DeskCase['contactPoints'][number] }) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { partyId, place, employerProvided } = point;
  const initialValues: Told & { why: string } = {
    ...{ partyId: partyId ?? '', place: place ?? '', employerProvided, why: '' },
  };
  const { form, action, submit, problem } = useEndpointForm(setContactPoint, {
    initialValues,
    input: ({ why, ...told }) => ({
      ...{ caseId: file.id, contactPointId: point.id, why: why.trim() },
      ...toldIn(told),
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('pointForm.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('pointForm.edit')}
      submit={t('terms.save')}
      isReady={form.values.why.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ToldFields file={file} form={form as unknown as UseFormReturnType<Told>} />
      <Textarea
        label={t('pointForm.why')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('why')}
      />
    </LogForm>
  );
}

type ToldFieldsProps = { readonly file: DeskCase; readonly form: UseFormReturnType<Told> };

function ToldFields({ file, form }: ToldFieldsProps) {
  const { t } = useWords('cases');
  const parties = file.parties.filter(({ ended, name }) => !ended && name !== null);
  return (
    <>
      <NativeSelect
        label={t('pointForm.whose')}
        data={[
          { value: '', label: t('pointForm.own') },
          ...parties.map((party) => ({
            value: party.id,
            label: `${isolated(party.name ?? '')} · ${roleWords(t, party)}`,
          })),
        ]}
        {...form.getInputProps('partyId')}
      />
      <NativeSelect
        label={t('pointForm.place')}
        data={[
          { value: '', label: t('pointForm.noPlace') },
          { value: 'home', label: t('agent:points.place.home') },
          { value: 'work', label: t('agent:points.place.work') },
        ]}
        {...form.getInputProps('place')}
      />
      <Checkbox
        label={t('pointForm.employer')}
        {...form.getInputProps('employerProvided', { type: 'checkbox' })}
      />
    </>
  );
}
