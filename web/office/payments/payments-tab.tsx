import {
  Button,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { listPayments, recordPayment } from '#contract/ledger.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { type Payer, payers } from '#domain/parties/payers.ts';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { todayIn } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedRow } from '../asked-row.ts';
import classes from '../office.module.css';
import {
  type DebtChoice,
  DebtFields,
  debtField,
  referenceOf,
  useUnknownDebt,
} from './debt-fields.tsx';
import { PayerCell } from './payer-cell.tsx';
import { TakeBack } from './take-back.tsx';

type Payment = OutputOf<typeof listPayments>['payments'][number];

const news: readonly EventKind[] = [
  ...(['payment.received', 'payment.applied', 'payment.refunded', 'payment.reversed'] as const),
  'payment.payer-told',
];

/** Payments: record one, see what waits for a debt, take one back. */
export function PaymentsTab() {
  const { t } = useWords('office');
  const [unapplied, setUnapplied] = useState<'true' | 'false'>(
    useAskedRow() === 'waiting' ? 'true' : 'false',
  );
  const { data, error, refetch } = useEndpoint(
    listPayments,
    { unapplied },
    { keep: true, live: news },
  );
  const columns = useColumns();
  return (
    <Stack gap="md">
      <RecordPayment />
      <SegmentedControl
        aria-label={t('tab.payments')}
        value={unapplied}
        onChange={(value) => setUnapplied(value as 'true' | 'false')}
        data={[
          { value: 'false', label: t('payment.all') },
          { value: 'true', label: t('payment.waiting') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Panel flush>
        <DataTable
          caption={t('tab.payments')}
          columns={columns}
          rows={data?.payments}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          exportName="dunlin-payments"
        />
      </Panel>
    </Stack>
  );
}

function RecordPayment() {
  const { t } = useWords('office');
  const { portfolios } = useMe();
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(recordPayment, {
    initialValues: {
      debt: {
        portfolioId: portfolios[0]?.id ?? '',
        by: 'itemReference',
        reference: '',
      } as DebtChoice,
      amount: '',
      receivedOn: todayIn(portfolios[0]?.zone),
      payer: 'unknown' as Payer,
      reference: '',
    },
    input: ({ debt, amount, receivedOn, payer, reference }) => ({
      portfolioId: debt.portfolioId,
      ...referenceOf(debt),
      amount,
      receivedOn,
      payer,
      reference: reference.trim(),
    }),
    field: debtField,
    invalidates: [listPayments],
    onDone: ({ duplicate, approvalId }) => {
      const done = approvalId ? 'payment.waits' : 'payment.recorded';
      notify(duplicate || approvalId ? 'warn' : 'good', t(duplicate ? 'payment.known' : done));
      form.setValues(duplicate ? { reference: '' } : { reference: '', amount: '' });
    },
  });
  const { debt } = form.values;
  const unknown = useUnknownDebt(problem, debt);
  return (
    <Panel title={t('payment.record')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <div className={classes.settings}>
            <DebtFields
              value={debt}
              onChange={(next) => form.setValues({ debt: next })}
              error={form.errors['debt.reference'] ?? unknown}
            />
            <TextInput
              label={t('field.amount')}
              inputMode="decimal"
              dir="ltr"
              {...form.getInputProps('amount')}
              onChange={({ currentTarget }) =>
                form.setFieldValue('amount', currentTarget.value.trim())
              }
            />
            <TextInput
              label={t('field.paidOn')}
              type="date"
              {...form.getInputProps('receivedOn')}
            />
            <NativeSelect
              label={t('payer.tell')}
              {...form.getInputProps('payer')}
              data={payers.map((value) => ({ value, label: t(`payer.kinds.${value}`) }))}
            />
            <TextInput label={t('payment.reference')} {...form.getInputProps('reference')} />
            <Button type="submit" loading={action.isPending}>
              {t('payment.save')}
            </Button>
          </div>
          <ProblemAlert problem={unknown ? null : problem} />
        </Stack>
      </form>
    </Panel>
  );
}

function useColumns(): readonly Column<Payment>[] {
  const { t } = useWords('office');
  const me = useMe();
  const mayReverse = me.may('payment.record');
  return useMemo(() => {
    const money = (id: 'amount' | 'unapplied', header: string): Column<Payment> => ({
      id,
      header,
      align: 'end',
      key: (row) => amountKey(row[id], row.currency),
      csv: (row) => row[id],
      cell: (row) => <Amount text={row[id]} currency={row.currency} />,
    });
    return [
      {
        id: 'received',
        header: t('field.paidOn'),
        key: ({ receivedOn }) => receivedOn,
        cell: ({ receivedOn }) => <Day date={receivedOn} />,
      },
      {
        id: 'customer',
        header: t('field.name'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName }) => <bdi>{customerName}</bdi>,
      },
      {
        id: 'account',
        header: t('field.accountReference'),
        key: ({ accountReference }) => accountReference,
        cell: ({ accountReference }) => <bdi>{accountReference}</bdi>,
      },
      money('amount', t('field.amount')),
      money('unapplied', t('payment.unapplied')),
      {
        id: 'source',
        header: t('payment.source'),
        key: ({ source }) => t([`source.${source}`, 'source.other']),
        cell: ({ source }) => t([`source.${source}`, 'source.other']),
      },
      {
        id: 'payer',
        header: t('payer.whose'),
        key: ({ payer }) => t(`payer.kinds.${payer}`),
        csv: ({ payer }) => t(`payer.kinds.${payer}`),
        cell: ({ id, payer, reversedAt }) => (
          <PayerCell paymentId={id} payer={payer} isFixed={reversedAt !== null} />
        ),
      },
      {
        id: 'act',
        header: t('import.state'),
        cell: (payment) => {
          if (payment.reversedAt) return <Reversed payment={payment} />;
          if (!mayReverse) return null;
          return (
            <Group justify="flex-end">
              <TakeBack payment={payment} />
            </Group>
          );
        },
      },
    ];
  }, [t, mayReverse]);
}

/** That a payment was taken back, and why. */
function Reversed({ payment }: { readonly payment: Payment }) {
  const { t } = useWords('office');
  return (
    <>
      <State tone="warn">{t('payment.reversed')}</State>
      <Text size="xs" c="dimmed">
        {t([`payment.reasons.${payment.reversalReason}`, 'payment.reasons.other'])}
      </Text>
    </>
  );
}
