import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { readHistory, writeNote } from '#contract/cases.ts';
import { useActions } from '#web/ui/actions.tsx';
import { KeyHint } from '#web/ui/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useAction } from '#web/ui/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useTell } from '#web/ui/tell.ts';
import { useWords } from '#web/ui/words.ts';

type NotePanelProps = { readonly caseId: string; readonly mayRestrict: boolean };

/** A note on a case; once saved it is never changed. */
export function NotePanel({ caseId, mayRestrict }: NotePanelProps) {
  const { t } = useWords('cases');
  const { t: desk } = useWords('agent');
  const tell = useTell();
  const [words, setWords] = useState('');
  const [restricted, setRestricted] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useAction(writeNote, {
    invalidates: [readHistory],
    quiet: true,
    onDone: () => {
      setWords('');
      tell('good', desk('recorded.note'));
    },
  });
  useActions([
    {
      id: 'cases.note',
      label: 'cases:note.action',
      shortcut: 'n',
      perform: () => field.current?.focus(),
    },
  ]);
  return (
    <Panel title={t('note.title')} aside={<KeyHint shortcut="n" />}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') save.mutate({ caseId, words: words.trim(), restricted });
        }}
      >
        <Stack gap="xs">
          <Textarea
            ref={field}
            label={desk('note.words')}
            description={desk('note.about')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={4000}
            autosize
            minRows={2}
            dir="auto"
          />
          {mayRestrict ? (
            <Checkbox
              label={desk('note.restricted')}
              checked={restricted}
              onChange={(event) => setRestricted(event.currentTarget.checked)}
            />
          ) : null}
          <ProblemAlert problem={save.error} />
          <Button type="submit" disabled={words.trim() === ''} loading={save.isPending}>
            {t('note.save')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
