import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
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

/** A form in place: Enter sends, Escape leaves. */
export function LogForm(props: LogFormProps) {
  const { label, submit, isReady = true, isBusy, problem, onSubmit, onClose, children } = props;
  const { t } = useWords();
  return (
    <form
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
export type TypedTimes = { readonly occurred: string; readonly received: string };

/** No time typed. */
export const noTimes: TypedTimes = { occurred: '', received: '' };

type TimeFieldsProps = {
  readonly value: TypedTimes;
  readonly onChange: (value: TypedTimes) => void;
};

/** The two times a person can say; the third is when it is written down. */
export function TimeFields({ value, onChange }: TimeFieldsProps) {
  const { t } = useWords('contact-log');
  return (
    <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
      <TextInput
        type="datetime-local"
        label={t('form.occurred')}
        description={t('form.nowWhenEmpty')}
        value={value.occurred}
        onChange={(event) => onChange({ ...value, occurred: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('form.received')}
        description={t('form.nowWhenEmpty')}
        value={value.received}
        onChange={(event) => onChange({ ...value, received: event.currentTarget.value })}
      />
    </Group>
  );
}

/** The times as they are sent. */
export function timesOf({ occurred, received }: TypedTimes) {
  const instant = (text: string) => (text ? new Date(text).toISOString() : null);
  return { occurredAt: instant(occurred), receivedAt: instant(received) };
}
