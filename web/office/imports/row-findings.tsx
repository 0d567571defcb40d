import { Anchor, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { downloadRejects, type readImport } from '#contract/intake.ts';
import { addressOf, type OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { ToCase } from './to-case.tsx';

type Finding = OutputOf<typeof readImport>['rejects'][number];

const addressFields: ReadonlySet<string> = new Set([
  ...(['street', 'postalCode', 'city', 'region', 'zone'] as const),
]);

type RowFindingsProps = {
  readonly importId: string;
  /** Rows that were refused, or what was left out of others. */
  readonly words: 'reject' | 'detail';
  /** Keep the array stable between renders. */
  readonly rows: readonly Finding[];
};

/** What was wrong with rows of a file: its line, its column, why, and as it stood. */
export function RowFindings({ importId, words, rows }: RowFindingsProps) {
  const { t } = useWords('office');
  const columns = useColumns(words);
  const href = addressOf(downloadRejects, { importId });
  return (
    <Panel
      flush
      title={t(`${words}.title`)}
      aside={
        <Anchor href={href} download size="sm">
          <Group gap={4} wrap="nowrap">
            <DownloadIcon size={14} />
            {t('reject.download')}
          </Group>
        </Anchor>
      }
    >
      {words === 'detail' ? (
        <Text size="sm" c="dimmed" p="sm">
          {t('detail.about')}
        </Text>
      ) : null}
      <DataTable
        caption={t(`${words}.title`)}
        columns={columns}
        rows={rows}
        rowId={({ line, position }) => `${line}-${position}`}
        maxHeight="360px"
      />
    </Panel>
  );
}

function useColumns(words: RowFindingsProps['words']): readonly Column<Finding>[] {
  const { t, locale } = useWords('office');
  return useMemo(() => {
    const line: Column<Finding> = {
      id: 'line',
      header: t('reject.line'),
      align: 'end',
      key: (row) => row.line,
      cell: (row) => row.line.toLocaleString(locale),
    };
    const customer: Column<Finding> = {
      id: 'customer',
      header: t('detail.customer'),
      key: ({ facts }) => facts['customer'] ?? '',
      cell: ({ facts, field }) => {
        const reference = facts['customer'] ?? '';
        const label = t('detail.correct', { reference });
        const isAddress = addressFields.has(field ?? '');
        return <ToCase reference={reference} label={label} isAddress={isAddress} />;
      },
    };
    const others: Column<Finding>[] = [
      {
        id: 'column',
        header: t('reject.column'),
        key: ({ columnName }) => columnName ?? '',
        cell: ({ columnName }) => <bdi>{columnName ?? '—'}</bdi>,
      },
      {
        id: 'reason',
        header: t('reject.reason'),
        key: ({ reason, facts }) => t(`reason.${reason}`, facts),
        cell: ({ reason, facts }) => t(`reason.${reason}`, facts),
      },
      {
        id: 'original',
        header: t('reject.original'),
        csv: ({ original }) => original,
        cell: ({ original }) => (
          <Text size="xs" ff="monospace" truncate maw={320} dir="ltr" title={original}>
            {original}
          </Text>
        ),
      },
    ];
    return words === 'detail' ? [line, customer, ...others] : [line, ...others];
  }, [t, locale, words]);
}
