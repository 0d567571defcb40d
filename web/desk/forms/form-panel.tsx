import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useLayoutEffect, useRef } from 'react';
import type { ToolName } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { useNotify } from '#web/ui/client/notify.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type FormPanelProps = {
  readonly name: ToolName;
  readonly children: ReactNode;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  /** Words of the button; `Record` when absent. */
  readonly submit?: string;
  readonly disabled?: boolean;
  readonly isBusy: boolean;
  readonly problem: unknown;
};

/** A form of the desk: Enter sends, Escape leaves, the first field has the focus. */
export function FormPanel(props: FormPanelProps) {
  const { name, children, onSubmit, submit, disabled = false, isBusy, problem } = props;
  const { t } = useWords('agent');
  const { openTool } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  // Before the form is seen: a key pressed then must find its field.
  useLayoutEffect(() => {
    const find = (what: string) => form.current?.querySelector<HTMLElement>(what);
    const first = find('[data-first]') ?? find('input, select, textarea');
    first?.focus();
    if (first instanceof HTMLInputElement && first.type !== 'checkbox') first.select();
  }, []);
  return (
    <Panel title={t(`tool.${name}`)}>
      <form
        ref={form}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          onSubmit(event);
        }}
      >
        <Stack gap="sm">
          {children}
          <ProblemAlert problem={problem} />
          <Group gap="xs">
            <Button type="submit" size="sm" disabled={disabled} loading={isBusy} data-submit>
              {submit ?? t('form.record')}
            </Button>
            <Button variant="default" size="sm" onClick={() => openTool(null)}>
              {t('form.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

/** What every form does when its write came through: close, and say what was recorded. */
export function useRecorded(name: ToolName): () => void {
  const { t } = useWords('agent');
  const { openTool } = useDesk();
  const notify = useNotify();
  return () => {
    openTool(null);
    notify('good', t(`recorded.${name}`));
  };
}
