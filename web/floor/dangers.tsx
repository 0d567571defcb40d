import { Alert, Group, Text } from '@mantine/core';
import type { readFloor } from '#contract/floor.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { useWords } from '#web/ui/words.ts';

type Danger = OutputOf<typeof readFloor>['dangers'][number];

/** Customers whose words may speak of danger to life and were read by nobody yet; the oldest first. */
export function Dangers({ dangers }: { readonly dangers: readonly Danger[] }) {
  const { t } = useWords('floor');
  if (dangers.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t('danger.title')}>
      <Text size="sm">{t('danger.about')}</Text>
      {dangers.map(({ caseId, customerName, portfolioName, foundAt }) => (
        <Group key={`${caseId} ${foundAt}`} gap="xs">
          <CaseLink caseId={caseId}>
            <bdi>{customerName}</bdi>
          </CaseLink>
          <Text size="sm" c="dimmed">
            <bdi>{portfolioName}</bdi> · <Elapsed from={foundAt} />
          </Text>
        </Group>
      ))}
    </Alert>
  );
}
