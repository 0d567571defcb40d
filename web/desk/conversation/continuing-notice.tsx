import { Alert, List, Text } from '@mantine/core';
import { isTalking } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { RuleWords } from '#web/cases/panels/points-panel.tsx';
import { useWords } from '#web/ui/words.ts';

/** On a call that the customer placed: that the rules leave nothing to say of the debt, and why. */
export function ContinuingNotice() {
  const { t } = useWords('agent');
  const { conversation, stage } = useDesk();
  const continuing = conversation?.continuing;
  if (!continuing || continuing.verdict === 'permitted' || !isTalking(stage)) return null;
  const { rules } = continuing;
  return (
    <Alert color="red" title={t('continuing.title')} role="status">
      <Text size="sm">{t('continuing.only')}</Text>
      {rules.length === 0 ? <Text size="sm">{t('continuing.unknown')}</Text> : null}
      <List size="sm" spacing={2}>
        {rules.map((one) => (
          <List.Item key={one.rule}>
            <RuleWords {...one} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
