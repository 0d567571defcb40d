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
import type { Obligation } from './obligation-view.ts';

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
          aria-label={t('obligation.which')}
          value={which}
          onChange={(value) => {
            setWhich(value === 'false' ? 'false' : 'true');
            setPage(0);
          }}
          data={[
            { value: 'true', label: t('obligation.open') },
            { value: 'false', label: t('obligation.ended') },
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
              {t(`obligation.kinds.${count.kind}`)} {which === 'true' ? count.open : null}
              {which === 'true' && count.late > 0
                ? ` · ${t('obligation.lateCount', { late: count.late })}`
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
          empty={{ title: t('obligation.none'), about: t('obligation.noneAbout') }}
          exportName="dunlin-obligations"
          stacks
        />
      </Panel>
      {data ? <Pages page={page} more={data.more} onPage={setPage} /> : null}
      <ObligationDrawer obligation={open} onClose={() => setOpenId(null)} />
    </Stack>
  );
}

function StateOf({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useWords('compliance');
  if (obligation.cancelledAt) return <State tone="neutral">{t('obligation.dropped')}</State>;
  if (obligation.fulfilledAt) {
    const late = obligation.fulfilment?.['inTime'] === false;
    return (
      <State tone={late ? 'warn' : 'good'}>
        {t(late ? 'obligation.metLate' : 'obligation.met')}
      </State>
    );
  }
  if (obligation.late) return <State tone="bad">{t('obligation.late')}</State>;
  if (obligation.escalation > 0) return <State tone="warn">{t('obligation.soon')}</State>;
  return <State tone="info">{t('obligation.inTime')}</State>;
}

function useColumns(isOpen: boolean, titles: Titles | undefined): readonly Column<Obligation>[] {
  const { t } = useWords('compliance');
  return useMemo(() => {
    // What the product met by itself has nobody's name.
    const ownerOf = ({ ownerName, fulfilledAt, fulfilledBy }: Obligation) =>
      isOpen ? ownerName : (fulfilledBy ?? (fulfilledAt ? t('system') : null));
    return [
      {
        id: 'due',
        header: t('obligation.due'),
        key: ({ dueAt }) => dueAt,
        cell: ({ dueAt }) => <When at={dueAt} />,
      },
      {
        id: 'kind',
        header: t('obligation.what'),
        key: ({ kind }) => kind,
        csv: ({ kind }) => t(`obligation.kinds.${kind}`),
        cell: ({ kind }) => t(`obligation.kinds.${kind}`),
      },
      {
        id: 'customer',
        header: t('obligation.customer'),
        key: ({ customerReference }) => customerReference,
        cell: ({ customerName, customerReference }) => (
          <>
            <bdi>{customerName}</bdi> · <bdi>{customerReference}</bdi>
          </>
        ),
      },
      {
        id: 'portfolio',
        header: t('obligation.portfolio'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
      },
      {
        id: 'rule',
        header: t('obligation.rule'),
        key: ({ rule }) => rule,
        cell: ({ rule }) => <RuleNames ids={[rule]} titles={titles} />,
      },
      {
        id: 'owner',
        header: t(isOpen ? 'obligation.owner' : 'obligation.by'),
        key: ownerOf,
        cell: (obligation) => <bdi>{ownerOf(obligation) ?? '–'}</bdi>,
      },
      {
        id: 'state',
        header: t('obligation.state'),
        key: ({ escalation }) => -escalation,
        csv: ({ late }) => (late ? t('obligation.late') : ''),
        cell: (obligation) => <StateOf obligation={obligation} />,
      },
    ];
  }, [t, isOpen, titles]);
}
