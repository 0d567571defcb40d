import { Chip, Group, SegmentedControl, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listObligations } from '#contract/compliance/obligations.ts';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Pages } from '../pages.tsx';
import { RuleNames, type Titles } from '../rules/rule-names.tsx';
import { ObligationDrawer } from './obligation-drawer.tsx';
import type { Duty } from './obligation-view.ts';

type Kind = InputOf<typeof listObligations>['kind'];

const news = [
  ...(['obligation.opened', 'obligation.met', 'obligation.cancelled'] as const),
  ...(['obligation.claimed', 'obligation.released', 'obligation.overdue'] as const),
];

/** What must be sent, said or answered by a time: who does it, what is late, and how it ended. */
export function ObligationsTab() {
  const { t } = useWords('compliance');
  const [which, setWhich] = useState<'true' | 'false'>('true');
  const [kind, setKind] = useState<Kind>(undefined);
  const [page, setPage] = useState(0);
  const [openId, setOpenId] = useState<string | null>(null);
  const input = { open: which, page: String(page), ...(kind ? { kind } : {}) };
  const { data, error, refetch } = useEndpoint(listObligations, input, { keep: true, live: news });
  const columns = useColumns(which === 'true', data?.titles);
  const open = data?.obligations.find(({ id }) => id === openId) ?? null;
  const choose = (next: Kind) => {
    setKind(next);
    setPage(0);
  };
  return (
    <Stack gap="md">
      <Group gap="sm" justify="space-between">
        <SegmentedControl
          aria-label={t('duty.which')}
          value={which}
          onChange={(value) => {
            setWhich(value === 'false' ? 'false' : 'true');
            setPage(0);
          }}
          data={[
            { value: 'true', label: t('duty.open') },
            { value: 'false', label: t('duty.ended') },
          ]}
        />
        <Group gap="xs">
          {data?.counts.map((count) => (
            <Chip
              key={count.kind}
              size="xs"
              checked={kind === count.kind}
              {...(which === 'true' && count.late > 0 ? { color: 'red' } : {})}
              onChange={() => choose(kind === count.kind ? undefined : (count.kind as Kind))}
            >
              {t(`duty.kinds.${count.kind}`)} {which === 'true' ? count.open : null}
              {which === 'true' && count.late > 0
                ? ` · ${t('duty.lateCount', { late: count.late })}`
                : ''}
            </Chip>
          ))}
        </Group>
      </Group>
      <Panel flush>
        <DataTable
          caption={t('tab.obligations')}
          columns={columns}
          rows={data?.obligations}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('duty.none'), about: t('duty.noneAbout') }}
          exportName="dunlin-duties"
        />
      </Panel>
      {data ? <Pages page={page} more={data.more} onPage={setPage} /> : null}
      <ObligationDrawer duty={open} onClose={() => setOpenId(null)} />
    </Stack>
  );
}

function StateOf({ duty }: { readonly duty: Duty }) {
  const { t } = useWords('compliance');
  if (duty.cancelledAt) return <State tone="neutral">{t('duty.dropped')}</State>;
  if (duty.fulfilledAt) {
    const late = duty.fulfilment?.['inTime'] === false;
    return <State tone={late ? 'warn' : 'good'}>{t(late ? 'duty.metLate' : 'duty.met')}</State>;
  }
  if (duty.late) return <State tone="bad">{t('duty.late')}</State>;
  if (duty.escalation > 0) return <State tone="warn">{t('duty.soon')}</State>;
  return <State tone="info">{t('duty.inTime')}</State>;
}

function useColumns(isOpen: boolean, titles: Titles | undefined): readonly Column<Duty>[] {
  const { t } = useWords('compliance');
  return useMemo(() => {
    // What the product met by itself has nobody's name.
    const ownerOf = ({ ownerName, fulfilledAt, fulfilledBy }: Duty) =>
      isOpen ? ownerName : (fulfilledBy ?? (fulfilledAt ? t('system') : null));
    return [
      {
        id: 'due',
        header: t('duty.due'),
        key: ({ dueAt }) => dueAt,
        cell: ({ dueAt }) => <When at={dueAt} />,
      },
      {
        id: 'kind',
        header: t('duty.what'),
        key: ({ kind }) => kind,
        csv: ({ kind }) => t(`duty.kinds.${kind}`),
        cell: ({ kind }) => t(`duty.kinds.${kind}`),
      },
      {
        id: 'customer',
        header: t('duty.customer'),
        key: ({ customerReference }) => customerReference,
        cell: ({ customerName, customerReference }) => (
          <>
            <bdi>{customerName}</bdi> · <bdi>{customerReference}</bdi>
          </>
        ),
      },
      {
        id: 'portfolio',
        header: t('duty.portfolio'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
      },
      {
        id: 'rule',
        header: t('duty.rule'),
        key: ({ rule }) => rule,
        cell: ({ rule }) => <RuleNames ids={[rule]} titles={titles} />,
      },
      {
        id: 'owner',
        header: t(isOpen ? 'duty.owner' : 'duty.by'),
        key: ownerOf,
        cell: (duty) => <bdi>{ownerOf(duty) ?? '–'}</bdi>,
      },
      {
        id: 'state',
        header: t('duty.state'),
        key: ({ escalation }) => -escalation,
        csv: ({ late }) => (late ? t('duty.late') : ''),
        cell: (duty) => <StateOf duty={duty} />,
      },
    ];
  }, [t, isOpen, titles]);
}
