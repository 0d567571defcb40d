import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listRequests } from '#contract/compliance/persons.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import { CaseSearch } from '../case-search.tsx';
import { PersonView } from './person-view.tsx';

type Listed = OutputOf<typeof listRequests>['requests'][number];

/** Requests of persons about their data, and of one person what is kept, held and asked. */
export function PersonsTab() {
  const { t } = useWords('compliance');
  const { address, go } = useAddress();
  const [which, setWhich] = useState<'true' | 'false'>('true');
  const { data, error, refetch } = useEndpoint(listRequests, { open: which }, { keep: true });
  const columns = useColumns();
  const choose = (caseId: string) => go({ tab: 'persons', case: caseId });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('persons.about')}
      </Text>
      <CaseSearch onChoose={choose} />
      {address.case ? <PersonView key={address.case} caseId={address.case} /> : null}
      <SegmentedControl
        aria-label={t('persons.which')}
        value={which}
        onChange={(value) => setWhich(value === 'false' ? 'false' : 'true')}
        data={[
          { value: 'true', label: t('persons.open') },
          { value: 'false', label: t('persons.ended') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Panel flush>
        <DataTable
          caption={t('tab.persons')}
          stacks
          columns={columns}
          rows={data?.requests}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ caseId }) => choose(caseId)}
          empty={{ title: t('persons.none'), about: t('persons.noneAbout') }}
        />
      </Panel>
    </Stack>
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'due',
        header: t('persons.dueOn'),
        key: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <Day date={dueOn} />,
      },
      {
        id: 'kind',
        header: t('persons.asksFor'),
        key: ({ kind }) => kind,
        cell: ({ kind }) => t(`persons.kinds.${kind}`),
      },
      {
        id: 'customer',
        header: t('obligation.customer'),
        key: ({ customerReference }) => customerReference,
        cell: ({ customerName, customerReference }) => (
          <>
            <bdi>{customerName}</bdi> · <bdi dir="ltr">{customerReference}</bdi>
          </>
        ),
      },
      {
        id: 'law',
        header: t('persons.law'),
        key: ({ law }) => law,
        cell: ({ law }) => t(`persons.laws.${law}`),
      },
      {
        id: 'state',
        header: t('obligation.state'),
        key: ({ state }) => state,
        cell: ({ state, late }) => (
          <State tone={late ? 'bad' : state === 'done' ? 'good' : 'info'}>
            {late ? t('obligation.late') : t(`persons.states.${state}`)}
          </State>
        ),
      },
    ],
    [t],
  );
}
