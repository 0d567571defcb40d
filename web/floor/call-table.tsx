import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { readFloor } from '#contract/floor.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type Call = OutputOf<typeof readFloor>['calls'][number];

type CallTableProps = {
  readonly calls: readonly Call[];
  readonly isBusy: boolean;
  readonly onTakeOver: ((conversationId: string) => void) | null;
};

/** Calls in progress, each with the way to take it over. */
export function CallTable({ calls, isBusy, onTakeOver }: CallTableProps) {
  const { t } = useWords('floor');
  const columns = useMemo(() => columnsOf(t, isBusy, onTakeOver), [t, isBusy, onTakeOver]);
  return (
    <Panel title={t('calls.title')} flush>
      <DataTable
        caption={t('calls.title')}
        columns={columns}
        rows={calls}
        rowId={({ conversationId }) => conversationId}
        empty={{ title: t('calls.none') }}
        maxHeight="32vh"
      />
    </Panel>
  );
}

function columnsOf(
  t: ReturnType<typeof useWords>['t'],
  isBusy: boolean,
  onTakeOver: CallTableProps['onTakeOver'],
): Column<Call>[] {
  return [
    {
      id: 'customer',
      header: t('calls.customer'),
      key: ({ customerName }) => customerName,
      cell: ({ caseId, customerName, hostile, direction }) => (
        <>
          <Group gap="xs">
            <CaseLink caseId={caseId}>{customerName}</CaseLink>
            {hostile ? <State tone="bad">{t('calls.hostile')}</State> : null}
          </Group>
          <Text size="xs" c="dimmed">
            {t(`calls.${direction}`)}
          </Text>
        </>
      ),
    },
    {
      id: 'agent',
      header: t('calls.agent'),
      key: ({ agentName }) => agentName,
      cell: ({ agentName }) => agentName ?? '–',
    },
    {
      id: 'state',
      header: t('calls.state'),
      key: ({ state }) => state,
      cell: ({ state }) => t([`callState.${state}`, 'callState.other']),
    },
    {
      id: 'since',
      header: t('calls.since'),
      align: 'end',
      key: ({ since }) => since,
      cell: ({ since }) => <Elapsed from={since} />,
    },
    ...(onTakeOver
      ? [
          {
            id: 'take',
            header: t('calls.act'),
            cell: ({ conversationId, customerName, state }: Call) =>
              state === 'live' ? (
                <Button
                  variant="default"
                  disabled={isBusy}
                  onClick={() => onTakeOver(conversationId)}
                  aria-label={t('calls.takeOver', { name: customerName })}
                >
                  {t('action.takeOver')}
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
}
