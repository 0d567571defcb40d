import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { listApprovals } from '#contract/approvals.ts';
import { listPayments, reversePayment } from '#contract/ledger.ts';
import { listMoney } from '#contract/money-in-hand.ts';
import { type ReversalReason, reversalReasons } from '#domain/key-events/reversal-reasons.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type Payment = OutputOf<typeof listPayments>['payments'][number];

/** Takes a payment back, for the reason that a person chooses. */
export function TakeBack({ payment }: { readonly payment: Payment }) {
  const { t } = useWords('office');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button size="compact-xs" color="red" variant="subtle" onClick={() => setOpened(true)}>
        {t('payment.reverse')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('payment.reverse')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <TakeBackForm payment={payment} onDone={close} />
      </Modal>
    </>
  );
}

type FormProps = { readonly payment: Payment; readonly onDone: () => void };

function TakeBackForm({ payment, onDone }: FormProps) {
  const { t } = useWords('office');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(reversePayment, {
    initialValues: { reason: '' as ReversalReason | '', reasonCode: '', note: '' },
    input: ({ reason, reasonCode, note }) => ({
      paymentId: payment.id,
      reason: reason as ReversalReason,
      reasonCode: reason === 'bank-return' ? reasonCode.trim().toUpperCase() || null : null,
      note: note.trim() || null,
    }),
    invalidates: [listPayments, listMoney, listApprovals],
    onDone: ({ approvalId }) => {
      notify(approvalId ? 'warn' : 'good', t(approvalId ? 'payment.waits' : 'payment.takenBack'));
      onDone();
    },
  });
  const { reason } = form.values;
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          <bdi>{payment.customerName}</bdi> ·{' '}
          <Amount text={payment.amount} currency={payment.currency} />
        </Text>
        <Text size="sm">{t('payment.reverseAsk')}</Text>
        <ReasonSelect {...form.getInputProps('reason')} reasons={reversalReasons} />
        {reason === 'bank-return' ? (
          <TextInput label={t('event.code')} dir="ltr" {...form.getInputProps('reasonCode')} />
        ) : null}
        <TextInput label={t('event.note')} {...form.getInputProps('note')} />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" color="red" disabled={reason === ''} loading={action.isPending}>
            {t('payment.reverse')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ReasonSelectProps = Omit<Parameters<typeof NativeSelect>[0], 'data'> & {
  readonly reasons: readonly ReversalReason[];
};

/** Why money went back, with what follows from it; none is chosen for the person. */
export function ReasonSelect({ reasons, value, ...rest }: ReasonSelectProps) {
  const { t } = useWords('office');
  return (
    <NativeSelect
      label={t('payment.why')}
      data={[
        { value: '', label: t('payment.whyChoose'), disabled: true },
        ...reasons.map((each) => ({ value: each, label: t(`payment.reasons.${each}`) })),
      ]}
      value={value}
      description={value ? t(`payment.follows.${value}`) : undefined}
      {...rest}
    />
  );
}
