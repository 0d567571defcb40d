import { Text } from '@mantine/core';
import { isolated } from '#web/ui/isolate.ts';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { useWords } from '#web/ui/words.ts';
import { namedRules, settingWords, valueWords } from './setting-words.ts';

type Change = { readonly setting: string; readonly old?: unknown; readonly new?: unknown };

/** What a change of a policy changes: each setting with its value before and after. */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const { t, locale } = useWords('admin');
  const plainOf = usePlainRules();
  const ruleWords = (rule: string) => {
    const says = plainOf(rule)?.says.replace(/\.$/u, '');
    return says ? `${says} · ${isolated(rule)}` : rule;
  };
  const value = (path: string, of: unknown) =>
    valueWords(t, locale, namedRules(path, of, ruleWords));
  return changes.map((change) => (
    <Text size="sm" c="dimmed" key={change.setting}>
      {t('policy.change', {
        setting: settingWords(t, locale, change.setting, ruleWords),
        old: value(change.setting, change.old),
        new: value(change.setting, change.new),
      })}
    </Text>
  ));
}
