import { NativeSelect } from '@mantine/core';
import type { ComponentProps } from 'react';
import { languageCodes, languageName } from '#kernel/languages.ts';
import { useWords } from './words.ts';

/** The language in which somebody's own words are written; empty where nobody tells it. */
export function WrittenIn(props: Omit<ComponentProps<typeof NativeSelect>, 'data' | 'label'>) {
  const { t, locale } = useWords('ui');
  const named = languageCodes
    .map((value) => ({ value, label: languageName(value, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <NativeSelect
      label={t('writtenIn')}
      data={[{ value: '', label: t('languageUntold') }, ...named]}
      {...props}
    />
  );
}
