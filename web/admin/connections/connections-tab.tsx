import { Badge, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { readConnections } from '#contract/admin/connections.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { ConnectionScreen } from './connection-screen.tsx';

type Line = OutputOf<typeof readConnections>['connections'][number];

const nameOf = ({ port, scope }: Line) => (scope === '' ? port : `${port}-${scope}`);

/** Who serves each port and channel, and the form of the one that is open. */
export function ConnectionsTab() {
  const { t } = useWords('admin');
  const me = useMe();
  const [open, setOpen] = useState<Line | null>(null);
  const { data, error, refetch } = useEndpoint(readConnections, {});
  const columns = useConnectionColumns();
  if (open) {
    const { port, scope } = open;
    const title = t(`connections.slot.${nameOf(open)}`);
    return <ConnectionScreen {...{ port, scope, title }} onBack={() => setOpen(null)} />;
  }
  const opens = me.may('connection.manage') ? { onOpen: setOpen } : {};
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('connections.about')}
      </Text>
      <Panel flush>
        <DataTable
          caption={t('tab.connections')}
          columns={columns}
          rows={data?.connections}
          rowId={nameOf}
          problem={error}
          onRetry={() => refetch()}
          {...opens}
        />
      </Panel>
    </Stack>
  );
}

function useConnectionColumns(): readonly Column<Line>[] {
  const { t } = useWords('admin');
  return [
    {
      id: 'slot',
      header: t('connections.for'),
      cell: (line) => t(`connections.slot.${nameOf(line)}`),
      key: nameOf,
    },
    {
      id: 'adapter',
      header: t('connections.servedBy'),
      cell: ({ port, adapter, label, isSimulated }) => (
        <Group gap="xs" wrap="wrap">
          {t(`connections.adapter.${port}-${adapter}`, { defaultValue: label })}
          {isSimulated ? (
            <Badge variant="light" color="yellow">
              {t('connections.simulated')}
            </Badge>
          ) : null}
        </Group>
      ),
    },
    {
      id: 'state',
      header: t('connections.state'),
      cell: ({ result }) =>
        result.ok ? (
          <State tone="good">{t('connections.works')}</State>
        ) : (
          <State tone="bad">
            {t(`connections.failure.${result.reason ?? 'closed'}`)}
            {result.detail ? ` (${result.detail})` : ''}
          </State>
        ),
    },
    {
      id: 'checked',
      header: t('connections.checked'),
      cell: ({ checkedAt }) => <When at={checkedAt} />,
    },
  ];
}
