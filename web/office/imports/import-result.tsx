import { Alert, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { readImport, readImports, undoImport } from '#contract/intake.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { Stat } from '#web/ui/charts/stat.tsx';
import { ApiProblem, type OutputOf } from '#web/ui/client/api.ts';
import { problemWords } from '#web/ui/client/problem-words.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { WarnIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { useWords } from '#web/ui/words.ts';
import { fieldOfColumn } from './column-names.ts';
import { RowFindings } from './row-findings.tsx';
import { UnreadValues } from './unread-values.tsx';
import { WaitingFile } from './waiting-file.tsx';

type Answer = OutputOf<typeof readImport>;
type Change = Answer['changes'][number];

/** How far a running import has come makes no event: its progress is read at this pace. */
const progressMs = 700;

/** Events after which imports are read again. */
export const importNews: readonly EventKind[] = ['import.done', 'import.taken-back'];

type ImportResultProps = {
  readonly importId: string;
  /** After a trial: where what the file's words mean can be said, and what then happens. */
  readonly answers?: {
    readonly map: ImportMap;
    readonly isBusy: boolean;
    readonly onAnswer: (map: ImportMap) => void;
  };
};

/** One import: its progress while it runs; then figures, refused rows, changes and taking back. */
export function ImportResult({ importId, answers }: ImportResultProps) {
  const { t } = useWords('office');
  const { data, error, refetch } = useEndpoint(
    readImport,
    { importId },
    {
      live: importNews,
      everyMs: (answer) => (answer?.import.state === 'running' ? progressMs : null),
    },
  );
  if (error && !data) return <ErrorState problem={error} onRetry={() => refetch()} />;
  if (!data) return <Loading lines={5} />;
  const { state, dryRun } = data.import;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        <bdi>{data.import.fileName}</bdi> · <bdi>{data.import.portfolioName}</bdi> ·{' '}
        {t(`kind.${data.import.kind}`)}
      </Text>
      {state === 'running' ? <Running row={data.import} /> : null}
      {state === 'failed' ? <Failed failure={data.import.failure} /> : null}
      {state === 'taken_back' ? <Text>{t('result.takenBack')}</Text> : null}
      {state === 'done' && dryRun ? <Text fw={600}>{t('result.trial')}</Text> : null}
      {data.import.fileKeptUntil ? (
        <WaitingFile importId={importId} until={data.import.fileKeptUntil} />
      ) : null}
      {isFileGone(data) ? (
        <Text size="sm" role="status" tabIndex={-1} data-file-gone>
          {t('result.fileRemoved')}
        </Text>
      ) : null}
      {state === 'uploaded' ? null : <Counts counts={data.import.counts} />}
      {state === 'done' ? (
        <UnreadValues
          unread={data.import.unread}
          isInBook={!dryRun}
          {...(isFileGone(data) ? {} : answers)}
        />
      ) : null}
      {data.rejects.length > 0 ? (
        <RowFindings importId={importId} words="reject" rows={data.rejects} />
      ) : null}
      {data.details.length > 0 ? (
        <RowFindings importId={importId} words="detail" rows={data.details} />
      ) : null}
      {data.changes.length > 0 ? <Changes changes={data.changes} /> : null}
      {state === 'done' && !dryRun ? <TakeBack importId={importId} /> : null}
    </Stack>
  );
}

/** Whether a file that was never imported is no longer there. */
export function isFileGone({ import: { state, dryRun, fileKeptUntil } }: Answer): boolean {
  const isOver = state === 'uploaded' || (state === 'done' && dryRun);
  return isOver && fileKeptUntil === null;
}

function Running({ row }: { readonly row: Answer['import'] }) {
  const { t, locale } = useWords('office');
  const share = row.fileBytes ? Math.min(1, row.bytesRead / row.fileBytes) : 0;
  const read = (row.counts['read'] ?? 0).toLocaleString(locale);
  return (
    <Stack gap={6} role="status">
      <Text size="sm">{share >= 1 ? t('result.merging') : t('result.reading', { read })}</Text>
      <Progress
        value={share * 100}
        animated
        aria-label={t('result.progress')}
        aria-valuenow={Math.round(share * 100)}
      />
    </Stack>
  );
}

function Failed({ failure }: { readonly failure: string | null }) {
  const { t, locale } = useWords('office');
  return (
    <Alert role="alert" color="red" variant="light" icon={<WarnIcon />}>
      {failureWords(failure) instanceof ApiProblem
        ? problemWords(t, failureWords(failure), locale)
        : t(failure === 'file-missing' ? 'result.fileMissing' : 'result.broken')}
    </Alert>
  );
}

/** A failure is kept as the refusal it was. */
function failureWords(failure: string | null): ApiProblem | null {
  if (!failure?.startsWith('{')) return null;
  const { code, facts } = JSON.parse(failure) as { code: string; facts: Record<string, unknown> };
  return new ApiProblem(code, 400, facts);
}

const counted: readonly (readonly [name: string, tone: Tone])[] = [
  ['read', 'neutral'],
  ['new', 'good'],
  ['changed', 'info'],
  ['unchanged', 'neutral'],
  ['matched', 'good'],
  ['unmatched', 'warn'],
  ['rejected', 'bad'],
  ['details', 'warn'],
  ['skipped', 'neutral'],
  ['leftOut', 'neutral'],
  ['customers', 'neutral'],
  ['accounts', 'neutral'],
  ['contacts', 'neutral'],
];

function Counts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const { t, locale } = useWords('office');
  const shown = counted.filter(([name]) => counts[name] !== undefined);
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="xs">
      {shown.map(([name, tone]) => (
        <Stat
          key={name}
          label={t(`count.${name}`)}
          value={(counts[name] ?? 0).toLocaleString(locale)}
          tone={counts[name] ? tone : 'neutral'}
        />
      ))}
    </SimpleGrid>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useWords('office');
  const columns = useMemo<readonly Column<Change>[]>(
    () => [
      {
        id: 'what',
        header: t('change.what'),
        key: ({ entity, reference }) => `${t(`entity.${entity}`)} ${reference}`,
        cell: ({ entity, reference }) => (
          <>
            {t(`entity.${entity}`)} <bdi>{reference}</bdi>
          </>
        ),
      },
      {
        id: 'field',
        header: t('change.field'),
        key: ({ entity, field }) => t(`field.${fieldOfColumn(entity, field)}`),
        cell: ({ entity, field }) => t(`field.${fieldOfColumn(entity, field)}`),
      },
      {
        id: 'old',
        header: t('change.old'),
        key: ({ oldValue }) => oldValue ?? '',
        cell: ({ oldValue }) => <bdi>{oldValue ?? '—'}</bdi>,
      },
      {
        id: 'new',
        header: t('change.new'),
        key: ({ newValue }) => newValue ?? '',
        cell: ({ newValue }) => <bdi>{newValue ?? '—'}</bdi>,
      },
    ],
    [t],
  );
  return (
    <Panel flush title={t('change.title')}>
      <DataTable
        caption={t('change.title')}
        columns={columns}
        rows={changes}
        rowId={({ id }) => id}
        maxHeight="360px"
        exportName="dunlin-import-changes"
      />
    </Panel>
  );
}

function TakeBack({ importId }: { readonly importId: string }) {
  const { t } = useWords('office');
  const undo = useAction(undoImport, {
    quiet: true,
    invalidates: [readImport, readImports],
  });
  const { error } = undo;
  const reason = error?.code === 'cannot-undo' ? String(error.facts['reason']) : null;
  return (
    <Stack gap="xs" align="flex-start">
      {reason === null ? (
        <ProblemAlert problem={error} />
      ) : (
        <Alert role="alert" color="yellow" variant="light">
          {t(`obstacle.${reason}`)}
        </Alert>
      )}
      <ConfirmButton
        color="red"
        variant="light"
        loading={undo.isPending}
        question={t('result.undoAsk')}
        onConfirm={() => undo.mutate({ importId })}
      >
        {t('result.undo')}
      </ConfirmButton>
    </Stack>
  );
}
