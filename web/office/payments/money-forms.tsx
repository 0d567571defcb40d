import { Button, Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { listApprovals } from '#contract/approvals.ts';
import { listPayments } from '#contract/ledger.ts';
import { applyMoney, listMoney, readMoney, refundMoney } from '#contract/money-in-hand.ts';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { todayIn } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../office.module.css';
import type { Source } from './money-drawer.tsx';

type Item = OutputOf<typeof readMoney>['items'][number];
type Of = { readonly portfolioId: string; readonly customerId: string; readonly currency: string };

const rereads = [listMoney, readMoney, listPayments, listApprovals];

/** As much as waits and the item owes without dispute; all that it owes when there is nothing else. */
function mostFor(source: Source, item: Item | undefined, currency: string): string {
  const minor = (text: string) => {
    const amount = parseAmount(text, currency);
    return typeof amount === 'bigint' ? amount : 0n;
  };
  if (!item) return '';
  const balance = minor(item.balance);
  const undisputed = balance - minor(item.disputed);
  const owed = undisputed > 0n ? undisputed : balance;
  const waits = minor(source.amount);
  return plainAmount(waits < owed ? waits : owed, currency);
}

const isDisputed = (item: Item | undefined) => item !== undefined && /[1-9]/.test(item.disputed);

type ApplyProps = { readonly of: Of; readonly source: Source; readonly items: readonly Item[] };

/** Applies what waits to an open item. */
export function ApplyMoney({ of, source, items }: ApplyProps) {
  const { t } = useWords('office');
  const notify = useNotify();
  const [first] = items;
  const { portfolioId, customerId, currency } = of;
  const { form, action, submit, problem } = useEndpointForm(applyMoney, {
    initialValues: {
      itemId: first?.id ?? '',
      amount: mostFor(source, first, currency),
      directed: false,
    },
    input: (values) => ({ portfolioId, customerId, sourceId: source.id, ...values }),
    invalidates: rereads,
    onDone: ({ approvalId }) =>
      notify(approvalId ? 'warn' : 'good', t(approvalId ? 'payment.waits' : 'money.applied')),
  });
  const item = items.find(({ id }) => id === form.values.itemId);
  if (items.length === 0) return <Text size="sm">{t('money.nothingOwed')}</Text>;
  return (
    <Panel title={t('money.apply')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <div className={classes.settings}>
            <NativeSelect
              label={t('field.itemReference')}
              data={items.map(({ id, reference, balance }) => ({
                value: id,
                label: `${reference} (${balance} ${currency})`,
              }))}
              {...form.getInputProps('itemId')}
              onChange={({ currentTarget: { value } }) => {
                const next = items.find(({ id }) => id === value);
                const amount = mostFor(source, next, currency);
                form.setValues({ itemId: value, directed: false, amount });
              }}
            />
            <TextInput
              label={t('field.amount')}
              inputMode="decimal"
              dir="ltr"
              {...form.getInputProps('amount')}
            />
          </div>
          {isDisputed(item) ? (
            <Checkbox
              label={t('money.directed')}
              description={t('money.directedAbout', { disputed: item?.disputed, currency })}
              {...form.getInputProps('directed', { type: 'checkbox' })}
            />
          ) : null}
          <ProblemAlert problem={problem} />
          <Button type="submit" loading={action.isPending} style={{ alignSelf: 'flex-end' }}>
            {t('money.applyNow')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

/** Records that what waits was paid back. */
export function RefundMoney({ of, source }: { readonly of: Of; readonly source: Source }) {
  const { t } = useWords('office');
  const notify = useNotify();
  const { portfolios } = useMe();
  const { portfolioId, customerId } = of;
  const zone = portfolios.find(({ id }) => id === portfolioId)?.zone;
  const { form, action, submit, problem } = useEndpointForm(refundMoney, {
    initialValues: { amount: source.amount, refundedOn: todayIn(zone), note: '' },
    input: ({ note, ...values }) => ({
      ...{ portfolioId, customerId, sourceId: source.id },
      ...{ ...values, note: note.trim() },
    }),
    invalidates: rereads,
    onDone: ({ approvalId }) =>
      notify(approvalId ? 'warn' : 'good', t(approvalId ? 'money.refundWaits' : 'money.refunded')),
  });
  return (
    <Panel title={t('money.refund')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('money.refundAbout')}
          </Text>
          <div className={classes.settings}>
            <TextInput
              label={t('field.amount')}
              inputMode="decimal"
              dir="ltr"
              {...form.getInputProps('amount')}
            />
            <TextInput
              label={t('money.refundedOn')}
              type="date"
              {...form.getInputProps('refundedOn')}
            />
            <TextInput label={t('money.note')} {...form.getInputProps('note')} />
          </div>
          <ProblemAlert problem={problem} />
          <Button
            type="submit"
            variant="default"
            loading={action.isPending}
            style={{ alignSelf: 'flex-end' }}
          >
            {t('money.refundNow')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
