import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { readHistory, writeNote } from '#contract/cases.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { useMe } from '#web/ui/me.ts';
import { useAction } from '#web/ui/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { FormPanel, useRecorded } from './form-panel.tsx';

/** A note on the case; once saved it is never changed. */
export function NoteForm() {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const me = useMe();
  const [words, setWords] = useState('');
  const [restricted, setRestricted] = useState(false);
  const recorded = useRecorded('note');
  const save = useAction(writeNote, { invalidates: [readHistory], quiet: true, onDone: recorded });
  return (
    <FormPanel
      name="note"
      disabled={words.trim() === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() => save.mutate({ caseId: file.id, words, restricted })}
    >
      <Textarea
        label={t('note.words')}
        description={t('note.about')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={3}
        dir="auto"
      />
      {me.may('note.restricted') ? (
        <Checkbox
          label={t('note.restricted')}
          checked={restricted}
          onChange={(event) => setRestricted(event.currentTarget.checked)}
        />
      ) : null}
    </FormPanel>
  );
}
