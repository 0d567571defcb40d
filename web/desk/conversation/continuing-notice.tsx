import { Alert, Text } from '@mantine/core';
import { isTalking } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { RuleList } from '#web/ui/rule-words.tsx';
import { type Tone, toneColor } from '#web/ui/theme.ts';
import { useWords } from '#web/ui/words.ts';

/** A law or wish shows as a bar, a rule of the house as a remark. */
const tones = { barred: 'bad', unknown: 'bad', speaker: 'warn', house: 'info' } satisfies Record<
  string,
  Tone
>;

/** On a call that the customer placed: what keeps the talk from the debt, and what may be said. */
export function ContinuingNotice() {
  const { t } = useWords('agent');
  const { conversation, stage } = useDesk();
  const cause = conversation?.continuing?.cause;
  if (!cause || !isTalking(stage)) return null;
  const rules = conversation.continuing?.rules ?? [];
  return (
    <Alert color={toneColor[tones[cause]]} title={t(`continuing.title.${cause}`)} role="status">
      <Text size="sm">{t(`continuing.only.${cause}`)}</Text>
      <RuleList rules={rules} />
    </Alert>
  );
}
