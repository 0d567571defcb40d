import { Stack, Table, Text } from '@mantine/core';
import { readPerson } from '#contract/compliance/persons.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading, State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { HoldsPanel } from './holds-panel.tsx';
import { RequestForm, RequestPanel } from './request-panel.tsx';

type PersonRecord = OutputOf<typeof readPerson>['records'][number];

/** One person: what would be erased now and what stays, legal holds, and what they asked. */
export function PersonView({ caseId }: { readonly caseId: string }) {
  const { data, error, refetch } = useEndpoint(readPerson, { caseId }, { live: 'all' });
  if (!data) {
    if (!error) return <Loading lines={6} />;
    return <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  return (
    <Stack gap="md">
      {data.records.map((record) => (
        <RecordPanel key={record.customerId} caseId={caseId} record={record} />
      ))}
      <HoldsPanel caseId={caseId} holds={data.holds} />
      {data.requests.map((request) => (
        <RequestPanel key={request.id} caseId={caseId} request={request} />
      ))}
      <RequestForm caseId={caseId} />
    </Stack>
  );
}

function RecordPanel({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: PersonRecord;
}) {
  const { t } = useWords('compliance');
  return (
    <Panel
      title={
        <CaseLink caseId={caseId}>
          <bdi>{record.name}</bdi> · <bdi dir="ltr">{record.reference}</bdi>
        </CaseLink>
      }
    >
      <Text size="sm">
        {t('persons.lastActivity')} <Day date={record.lastActivityOn} />
        {record.isOpen ? ` · ${t('persons.isOpen')}` : ''}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('persons.dataKind')}</Table.Th>
            <Table.Th>{t('persons.ifErased')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {record.plan.map((plan) => (
            <Table.Tr key={plan.kind}>
              <Table.Td>{t(`dataKinds.${plan.kind}`)}</Table.Td>
              <Table.Td>
                {plan.erased ? (
                  <State tone="neutral">{t('persons.erased')}</State>
                ) : (
                  <State tone={plan.stays ? 'neutral' : 'warn'}>
                    {t(`persons.stays.${plan.stays ?? 'goes'}`)}
                  </State>
                )}
                {plan.until ? (
                  <>
                    {' '}
                    {t('persons.until')} <Day date={plan.until} />
                  </>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
