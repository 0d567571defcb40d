import { Text } from '@mantine/core';
import { useWords } from '#web/ui/words.ts';
import { settingWords, valueWords } from './setting-words.ts';

type Change = { readonly setting: string; readonly old?: unknown; readonly new?: unknown };

/** What a change of a policy changes: each setting with its value before and after. */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const { t, locale } = useWords('admin');
  return changes.map((change) => (
    <Text size="sm" c="dimmed" key={change.setting}>
      {t('policy.change', {
        setting: settingWords(t, locale, change.setting),
        old: valueWords(t, locale, change.old),
        new: valueWords(t, locale, change.new),
      })}
    </Text>
  ));
}
