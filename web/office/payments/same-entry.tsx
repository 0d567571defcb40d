import { Button, Group, Stack, Text } from '@mantine/core';
import { decideSameEntry, readEntries } from '#contract/bank-entries.ts';
import { listPayments } from '#contract/ledger.ts';
import { Amount } from '#web/ui/amount.tsx';
import { useAction } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Entry } from './entry-shape.ts';

type SameEntryProps = {
  readonly entry: Entry;
  readonly earlier: NonNullable<Entry['sameAs']>;
  readonly onDone: () => void;
};

/** The earlier entry that one is, or may be, once more; a person says which. */
export function SameEntry({ entry, earlier, onDone }: SameEntryProps) {
  const { t } = useWords('office');
  const decide = useAction(decideSameEntry, {
    invalidates: [readEntries, listPayments],
    onDone,
  });
  const file = earlier.fileName;
  const words = [earlier.payerName, earlier.reference, earlier.remittance].filter(Boolean);
  return (
    <Panel title={t('entry.sameAs')}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Amount text={earlier.amount} currency={earlier.currency} strong />
          <Day date={earlier.bookedOn} />
        </Group>
        <Text size="sm">
          <bdi>{words.join(' · ') || '—'}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {t(`entry.states.${earlier.state}`)}
          {file ? ` · ${t('entry.position', { position: earlier.position, file })}` : null}
        </Text>
        <ProblemAlert problem={decide.error} />
        <Group gap="xs">
          {entry.state === 'known' ? null : (
            <Button
              variant="default"
              loading={decide.isPending}
              onClick={() => decide.mutate({ entryId: entry.id, same: true })}
            >
              {t('entry.same')}
            </Button>
          )}
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ entryId: entry.id, same: false })}
          >
            {t('entry.other')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
