import { Checkbox, Textarea } from '@mantine/core';
import { readHistory, writeNote } from '#contract/cases.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';
import { FormPanel, useRecorded } from './form-panel.tsx';

/** A note on the case; once saved it is never changed. */
export function NoteForm() {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const me = useMe();
  const recorded = useRecorded('note');
  const { form, action, submit, problem } = useEndpointForm(writeNote, {
    initialValues: { words: '', restricted: false },
    input: (values) => ({ caseId: file.id, ...values }),
    invalidates: [readHistory],
    onDone: recorded,
  });
  return (
    <FormPanel name="note" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <Textarea
        label={t('note.words')}
        description={t('note.about')}
        autosize
        minRows={3}
        dir="auto"
        {...form.getInputProps('words')}
      />
      {me.may('note.restricted') ? (
        <Checkbox
          label={t('note.restricted')}
          {...form.getInputProps('restricted', { type: 'checkbox' })}
        />
      ) : null}
    </FormPanel>
  );
}
