import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { readHistory, writeNote } from '#contract/cases.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type NotePanelProps = { readonly caseId: string; readonly mayRestrict: boolean };

/** A note on a case; once saved it is never changed. */
export function NotePanel({ caseId, mayRestrict }: NotePanelProps) {
  const { t } = useWords('cases');
  const { t: desk } = useWords('agent');
  const notify = useNotify();
  const field = useRef<HTMLTextAreaElement>(null);
  const { form, action, submit, problem } = useEndpointForm(writeNote, {
    initialValues: { words: '', restricted: false },
    input: ({ words, restricted }) => ({ caseId, words: words.trim(), restricted }),
    invalidates: [readHistory],
    onDone: () => {
      form.setFieldValue('words', '');
      notify('good', desk('recorded.note'));
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
      <form noValidate onSubmit={submit}>
        <Stack gap="xs">
          <Textarea
            ref={field}
            label={desk('note.words')}
            description={desk('note.about')}
            maxLength={4000}
            autosize
            minRows={2}
            dir="auto"
            {...form.getInputProps('words')}
          />
          {mayRestrict ? (
            <Checkbox
              label={desk('note.restricted')}
              {...form.getInputProps('restricted', { type: 'checkbox' })}
            />
          ) : null}
          <ProblemAlert problem={problem} />
          <Button type="submit" loading={action.isPending}>
            {t('note.save')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
