import { Button, Group, List, Stack, Text } from '@mantine/core';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Look } from './file-shapes.ts';

type StatementStepProps = {
  readonly statement: NonNullable<Look['statement']>;
  readonly isBusy: boolean;
  readonly onTry: () => void;
};

/** What a bank's file holds; it needs no mapping. */
export function StatementStep({ statement, isBusy, onTry }: StatementStepProps) {
  const { t } = useWords('office');
  const { heads, entries, problem, whole, notRead } = statement;
  return (
    <Panel title={t('kind.camt')}>
      <Stack gap="sm">
        <List size="sm">
          {heads.map(({ message, account, reference }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold the same head twice
            <List.Item key={index}>
              <bdi>{message}</bdi> · <bdi>{account ?? '—'}</bdi> · <bdi>{reference ?? '—'}</bdi>
            </List.Item>
          ))}
        </List>
        <Text size="sm">
          {t(whole ? 'statement.entries' : 'statement.entriesAtLeast', { count: entries })}
        </Text>
        {problem ? <Text size="sm">{t(`reason.${problem}`)}</Text> : null}
        {notRead.length > 0 ? (
          <Text size="sm">{t('map.notTables', { files: notRead.join(', ') })}</Text>
        ) : null}
        <Group justify="flex-end">
          <Button onClick={onTry} loading={isBusy}>
            {t('import.try')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
