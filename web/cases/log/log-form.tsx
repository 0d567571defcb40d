import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode, SubmitEvent } from 'react';
import { useFocusBack } from '#web/ui/focus.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type LogFormProps = {
  readonly label: string;
  readonly submit: string;
  /** False keeps the button shut while there is nothing to send; true when absent. */
  readonly isReady?: boolean;
  readonly isBusy: boolean;
  readonly problem: unknown;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in place: Enter sends, Escape leaves, and the focus goes back to where it was opened. */
export function LogForm(props: LogFormProps) {
  const { label, submit, isReady = true, isBusy, problem, onSubmit, onClose, children } = props;
  const { t } = useWords();
  const form = useFocusBack<HTMLFormElement>();
  return (
    <form
      ref={form}
      aria-label={label}
      style={{ width: '100%', marginBlockStart: '0.5rem' }}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (isReady && !isBusy) onSubmit(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Stack gap="xs">
        {children}
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** When something happened and when it reached us, as typed; empty is now. */
export type TypedTimes = { readonly occurredAt: string; readonly receivedAt: string };

/** No time typed. */
export const noTimes: TypedTimes = { occurredAt: '', receivedAt: '' };

type TimeFieldsProps = {
  readonly occurred: GetInputPropsReturnType;
  readonly received: GetInputPropsReturnType;
};

/** The two times a person can say; the third is when it is written down. */
export function TimeFields({ occurred, received }: TimeFieldsProps) {
  const { t } = useWords('contact-log');
  return (
    <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
      <TextInput
        type="datetime-local"
        label={t('form.occurred')}
        description={t('form.nowWhenEmpty')}
        {...occurred}
      />
      <TextInput
        type="datetime-local"
        label={t('form.received')}
        description={t('form.nowWhenEmpty')}
        {...received}
      />
    </Group>
  );
}

/** The times as they are sent. */
export function timesOf({ occurredAt, receivedAt }: TypedTimes) {
  return { occurredAt: instantOf(occurredAt), receivedAt: instantOf(receivedAt) };
}

/** A typed date and time as it is sent; null for an empty field. */
export function instantOf(text: string): string | null {
  return text ? new Date(text).toISOString() : null;
}
