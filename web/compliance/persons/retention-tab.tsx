import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { countApprovals } from '#contract/approvals.ts';
import {
  askRetentionPeriod,
  askRetentionRun,
  readDue,
  readRetention,
} from '#contract/compliance/persons.ts';
import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Retention = OutputOf<typeof readRetention>;
type Kind = Retention['kinds'][number];

/** How long each kind of data is kept and why, what is due, and the runs that erase it. */
export function RetentionTab() {
  const { t } = useWords('compliance');
  const [open, setOpen] = useState<DataKindName | null>(null);
  const { data, error, refetch } = useEndpoint(readRetention, {}, { live: 'all' });
  const columns = useColumns();
  if (!data) {
    if (!error) return <Loading lines={6} />;
    return <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  const chosen = data.kinds.find(({ kind }) => kind === open);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('retention.about')}{' '}
        {data.countedOn ? <Day date={data.countedOn} /> : t('retention.never')}
      </Text>
      <Panel flush>
        <DataTable
          caption={t('tab.retention')}
          stacks
          columns={columns}
          rows={data.kinds}
          rowId={({ kind }) => kind}
          onOpen={({ kind }) => setOpen(kind)}
          selectedId={open}
          empty={{ title: t('retention.none'), about: '' }}
        />
      </Panel>
      {chosen ? <KindPanel key={chosen.kind} kind={chosen} /> : null}
      <RunForm kinds={data.kinds} />
      {data.runs.map((run) => (
        <Panel
          key={run.id}
          title={t('retention.run')}
          aside={
            <State tone={run.state === 'done' ? 'good' : 'info'}>
              {t(`retention.states.${run.state}`)}
            </State>
          }
        >
          <Text size="sm">
            {run.kinds
              .map((kind) => `${t(`dataKinds.${kind}`)}: ${run.counts[kind] ?? 0}`)
              .join(' · ')}
          </Text>
          <Text size="xs" c="dimmed">
            <bdi>{run.askedBy ?? '–'}</bdi> · <bdi>{run.approvedBy ?? '–'}</bdi> ·{' '}
            <When at={run.approvedAt} />
          </Text>
        </Panel>
      ))}
    </Stack>
  );
}

function KindPanel({ kind }: { readonly kind: Kind }) {
  const { t } = useWords('compliance');
  const due = useEndpoint(readDue, { kind: kind.kind }, { enabled: kind.after !== 'import' });
  const { form, action, submit, problem } = useEndpointForm(askRetentionPeriod, {
    initialValues: { months: kind.months as number | string, reason: '' },
    input: ({ months, reason }) => ({ kind: kind.kind, months: Number(months), reason }),
    invalidates: [readRetention, countApprovals],
  });
  return (
    <Panel title={t(`dataKinds.${kind.kind}`)}>
      <Stack gap="sm">
        <Text size="sm" dir="auto">
          {kind.basis.join(' · ')}
        </Text>
        <Text size="sm">{t(`retention.onRequest.${kind.onRequest}`)}</Text>
        {due.data?.rows.map((row) => (
          <Text key={row.customerId} size="sm">
            <CaseLink caseId={row.caseId}>
              <bdi>{row.name}</bdi> · <bdi dir="ltr">{row.reference}</bdi>
            </CaseLink>{' '}
            · <Day date={row.dueOn} />
          </Text>
        ))}
        {due.data?.more ? <Text size="sm">{t('retention.more')}</Text> : null}
        <form onSubmit={submit}>
          <Stack gap="sm">
            <NumberInput
              label={t('retention.months')}
              description={
                kind.leastMonths > 0
                  ? t('retention.least', { months: kind.leastMonths })
                  : undefined
              }
              maw="18rem"
              min={kind.leastMonths}
              max={600}
              allowDecimal={false}
              {...form.getInputProps('months')}
            />
            <Textarea
              label={t('persons.why')}
              maxLength={1000}
              autosize
              {...form.getInputProps('reason')}
            />
            <ProblemAlert problem={problem ?? due.error} />
            <div role="status">
              {action.isSuccess ? <Text size="sm">{t('persons.askedSecond')}</Text> : null}
            </div>
            <Group>
              <Button
                type="submit"
                variant="default"
                loading={action.isPending}
                disabled={!form.values.reason.trim()}
              >
                {t('retention.askPeriod')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Panel>
  );
}

function RunForm({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useWords('compliance');
  const [chosen, setChosen] = useState<readonly DataKindName[]>([]);
  const [reason, setReason] = useState('');
  const ask = useAction(askRetentionRun, {
    quiet: true,
    invalidates: [readRetention, countApprovals],
  });
  return (
    <Panel title={t('retention.erase')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('retention.eraseAbout')}
        </Text>
        <Group gap="md">
          {kinds.map(({ kind }) => (
            <Checkbox
              key={kind}
              label={t(`dataKinds.${kind}`)}
              checked={chosen.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen(checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
              }
            />
          ))}
        </Group>
        <Textarea
          label={t('persons.why')}
          maxLength={1000}
          autosize
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ProblemAlert problem={ask.error} />
        <div role="status">
          {ask.isSuccess ? <Text size="sm">{t('persons.askedSecond')}</Text> : null}
        </div>
        <Group>
          <Button
            loading={ask.isPending}
            disabled={chosen.length === 0 || !reason.trim()}
            onClick={() => ask.mutate({ kinds: [...chosen], reason })}
          >
            {t('persons.askSecond')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function useColumns(): readonly Column<Kind>[] {
  const { t } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t('persons.dataKind'),
        key: ({ kind }) => kind,
        cell: ({ kind }) => t(`dataKinds.${kind}`),
      },
      {
        id: 'months',
        header: t('retention.months'),
        align: 'end',
        key: ({ months }) => months,
        cell: ({ months }) => months,
      },
      {
        id: 'after',
        header: t('retention.after'),
        key: ({ after }) => after,
        cell: ({ after }) => t(`retention.afters.${after}`),
      },
      {
        id: 'due',
        header: t('retention.due'),
        align: 'end',
        key: ({ due }) => due ?? 0,
        cell: ({ due }) => due ?? '–',
      },
    ],
    [t],
  );
}
