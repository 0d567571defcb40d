import { NativeSelect } from '@mantine/core';
import type { ComponentProps } from 'react';
import { languageCodes, languageName } from '#kernel/languages.ts';
import { useWords } from '#web/ui/words.ts';
import type { Task } from './task-words.ts';

/** Whether the words of what a task sends are the operator's own, in a language that only they know. */
export const isInOwnWords = ({ announces, kind }: Pick<Task, 'announces' | 'kind'>): boolean =>
  announces !== null || kind === 'resend-invoice';

/** The language in which words of the operator's own are written; empty where nobody tells it. */
export function OwnLanguage(props: Omit<ComponentProps<typeof NativeSelect>, 'data' | 'label'>) {
  const { t, locale } = useWords('office');
  const named = languageCodes
    .map((value) => ({ value, label: languageName(value, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <NativeSelect
      label={t('task.writtenIn')}
      data={[{ value: '', label: t('task.languageUntold') }, ...named]}
      {...props}
    />
  );
}
