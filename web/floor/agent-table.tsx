import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { readFloor } from '#contract/floor.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { useWords } from '#web/ui/words.ts';

type Agent = OutputOf<typeof readFloor>['agents'][number];

const tones: Readonly<Record<Agent['state'], Tone>> = {
  ready: 'good',
  contact: 'info',
  wrap_up: 'warn',
  away: 'neutral',
  signed_out: 'neutral',
};
const order: readonly Agent['state'][] = ['contact', 'wrap_up', 'ready', 'away', 'signed_out'];

/** Who is doing what, and for how long. */
export function AgentTable({ agents }: { readonly agents: readonly Agent[] }) {
  const { t } = useWords('floor');
  const columns = useMemo(() => columnsOf(t), [t]);
  const rows = useMemo(
    () =>
      [...agents].sort(
        (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.since < b.since ? -1 : 1),
      ),
    [agents],
  );
  return (
    <Panel title={t('agents.title')} aside={<StateCounts agents={agents} />} flush>
      <DataTable
        caption={t('agents.title')}
        columns={columns}
        rows={rows}
        rowId={({ userId }) => userId}
        empty={{ title: t('agents.none'), about: t('agents.noneAbout') }}
        maxHeight="70vh"
        exportName="floor-agents"
      />
    </Panel>
  );
}

function StateCounts({ agents }: { readonly agents: readonly Agent[] }) {
  const { t } = useWords('floor');
  return order
    .map((state) => ({ state, count: agents.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => (
      <Text key={state} size="sm" c="dimmed" component="span">
        {t(`agents.count.${state}`, { count })}
      </Text>
    ));
}

function columnsOf(t: ReturnType<typeof useWords>['t']): Column<Agent>[] {
  return [
    {
      id: 'name',
      header: t('agents.name'),
      key: ({ name }) => name,
      cell: ({ name }) => <strong>{name}</strong>,
    },
    {
      id: 'state',
      header: t('agents.state'),
      key: ({ state }) => order.indexOf(state),
      csv: ({ state }) => t(`state.${state}`),
      cell: ({ state, reason, caseId, customerName }) => (
        <>
          <State tone={tones[state]}>{t(`state.${state}`)}</State>
          <Text size="xs" c="dimmed">
            {reason && state === 'away' ? (
              t([`away.${reason}`, 'away.other'])
            ) : (
              <CaseLink caseId={caseId}>{customerName}</CaseLink>
            )}
          </Text>
        </>
      ),
    },
    {
      id: 'since',
      header: t('agents.since'),
      align: 'end',
      key: ({ since }) => since,
      cell: ({ since }) => <Elapsed from={since} />,
    },
    {
      id: 'contacts',
      header: t('agents.contacts'),
      align: 'end',
      key: ({ contactsToday }) => contactsToday,
      cell: ({ contactsToday }) => contactsToday,
    },
    {
      id: 'right',
      header: t('agents.rightParty'),
      align: 'end',
      key: ({ rightPartyToday }) => rightPartyToday,
      cell: ({ rightPartyToday }) => rightPartyToday,
    },
  ];
}
