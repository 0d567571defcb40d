import {
  Button,
  Checkbox,
  Drawer,
  List,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { readProposals } from '#contract/admin/policy.ts';
import { transferPortfolio } from '#contract/compliance/contact-facts.ts';
import { readPortfolios } from '#contract/intake.ts';
import { type CollectorRole, collectorRoles } from '#domain/contact/collector-roles.ts';
import { type Actor, may, type RoleHeld } from '#domain/workforce/rights.ts';
import { AdminProblem } from '#web/admin/admin-problem.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { BarredCases } from './barred-cases.tsx';

type Portfolio = OutputOf<typeof readPortfolios>['portfolios'][number];

/** In whose name each portfolio is collected, and its passing on to another collector. */
export function PortfoliosTab() {
  const { t } = useWords('compliance');
  const { user, roles: held } = useMe();
  const { id: userId, name } = user;
  const actor: Actor = { kind: 'user', userId, name, roles: held as readonly RoleHeld[] };
  const { data, error, refetch } = useEndpoint(readPortfolios, {});
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useColumns();
  const mine = data?.portfolios.filter(({ id }) => may(actor, 'portfolio.configure', id));
  const open = mine?.find(({ id }) => id === openId) ?? null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('transfer.about')}
      </Text>
      <Panel flush>
        <DataTable
          stacks
          caption={t('tab.portfolios')}
          columns={columns}
          rows={mine}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('transfer.none') }}
          exportName="dunlin-portfolios"
        />
      </Panel>
      <Drawer
        opened={open !== null}
        onClose={() => setOpenId(null)}
        position="right"
        size="md"
        title={open ? <bdi>{open.name}</bdi> : ''}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {open ? (
          <TransferForm key={open.id} portfolio={open} onDone={() => setOpenId(null)} />
        ) : null}
      </Drawer>
    </Stack>
  );
}

type TransferFormProps = { readonly portfolio: Portfolio; readonly onDone: () => void };

function TransferForm({ portfolio, onDone }: TransferFormProps) {
  const { t } = useWords('compliance');
  const notify = useNotify();
  const [barred, setBarred] = useState<OutputOf<typeof transferPortfolio> | null>(null);
  const { form, action, submit, problem } = useEndpointForm(transferPortfolio, {
    initialValues: {
      collector: '',
      role: portfolio.collectorRole as CollectorRole,
      occurredAt: '',
      reason: '',
      leaveOut: false,
    },
    input: ({ collector, role, occurredAt, reason, leaveOut }) => ({
      portfolioId: portfolio.id,
      collector: collector.trim(),
      role,
      occurredAt: occurredAt ? new Date(occurredAt).toISOString() : null,
      reason: reason.trim(),
      leaveOut,
    }),
    invalidates: [readPortfolios, readProposals],
    onDone: (answer) => {
      setBarred(answer.proposed ? null : answer);
      if (!answer.proposed) return;
      notify('good', t('transfer.proposed'));
      onDone();
    },
  });
  const { collector, reason } = form.values;
  const isReady = collector.trim() !== '' && reason.trim() !== '';
  return (
    <form aria-label={t('transfer.title')} onSubmit={submit}>
      <Stack gap="sm">
        <Text fw={600}>{t('transfer.title')}</Text>
        <Travels kind="goes" />
        <Travels kind="stays" />
        <TextInput
          label={t('transfer.collector')}
          description={t('transfer.collectorAbout')}
          maxLength={200}
          required
          withAsterisk={false}
          dir="auto"
          data-autofocus
          {...form.getInputProps('collector')}
        />
        <NativeSelect
          label={t('transfer.role')}
          data={collectorRoles.map((value) => ({ value, label: t(`transfer.roles.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <TextInput
          type="datetime-local"
          label={t('transfer.from')}
          description={t('transfer.fromAbout')}
          {...form.getInputProps('occurredAt')}
        />
        <Textarea
          label={t('transfer.reason')}
          maxLength={4000}
          autosize
          minRows={2}
          dir="auto"
          {...form.getInputProps('reason')}
        />
        {barred ? (
          <>
            <BarredCases answer={barred} />
            <Checkbox
              label={t('transfer.leaveOut')}
              description={t('transfer.leaveOutAbout')}
              {...form.getInputProps('leaveOut', { type: 'checkbox' })}
            />
          </>
        ) : null}
        <AdminProblem problem={problem} />
        <Button type="submit" color="red" disabled={!isReady} loading={action.isPending}>
          {t('transfer.act')}
        </Button>
      </Stack>
    </form>
  );
}

const parts = {
  goes: ['optOuts', 'cease', 'attorney', 'disputes', 'holds'],
  stays: ['consents', 'counts'],
} as const;

/** What goes to the new collector with the portfolio, or what stays behind. */
function Travels({ kind }: { readonly kind: keyof typeof parts }) {
  const { t } = useWords('compliance');
  return (
    <div>
      <Text size="sm" fw={600}>
        {t(`transfer.${kind}`)}
      </Text>
      <List size="sm">
        {parts[kind].map((part) => (
          <List.Item key={part}>{t(`transfer.parts.${part}`)}</List.Item>
        ))}
      </List>
    </div>
  );
}

function useColumns(): readonly Column<Portfolio>[] {
  const { t } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.portfolio'),
        key: ({ name }) => name,
        cell: ({ name }) => <bdi>{name}</bdi>,
      },
      {
        id: 'creditor',
        header: t('transfer.creditor'),
        key: ({ creditorName }) => creditorName,
        cell: ({ creditorName }) => <bdi>{creditorName}</bdi>,
      },
      {
        id: 'role',
        header: t('transfer.role'),
        key: ({ collectorRole }) => t(`transfer.roles.${collectorRole}`),
        cell: ({ collectorRole }) => t(`transfer.roles.${collectorRole}`),
      },
    ],
    [t],
  );
}
