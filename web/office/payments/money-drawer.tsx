import { Drawer, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { readMoney } from '#contract/money-in-hand.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { ToCase } from '../imports/to-case.tsx';
import { ApplyMoney, RefundMoney } from './money-forms.tsx';
import type { CustomerMoney } from './money-tab.tsx';

type MoneyDrawerProps = { readonly customer: CustomerMoney | null; readonly onClose: () => void };

/** What waits of one customer, with what they owe; it is applied to a debt or paid back. */
export function MoneyDrawer({ customer, onClose }: MoneyDrawerProps) {
  const { t } = useWords('office');
  return (
    <Drawer
      opened={customer !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('money.one')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {customer ? <MoneyOf key={customer.customerId} customer={customer} /> : null}
    </Drawer>
  );
}

/** A payment or credit note of which something waits. */
export type Source = OutputOf<typeof readMoney>['sources'][number];

function MoneyOf({ customer }: { readonly customer: CustomerMoney }) {
  const { t } = useWords('office');
  const me = useMe();
  const { portfolioId, customerId, customerName, customerReference, currency } = customer;
  const { data, error, refetch } = useEndpoint(readMoney, { portfolioId, customerId });
  const [chosen, setChosen] = useState<string | null>(null);
  if (error && !data) return <ErrorState problem={error} onRetry={() => refetch()} />;
  const sources = data?.sources ?? [];
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  const of = { portfolioId, customerId, currency };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600}>
          <bdi>{customerName}</bdi>
        </Text>
        <ToCase
          reference={customerReference}
          label={t('money.toCase', { reference: customerReference })}
          isAddress={false}
        />
      </Group>
      {customer.waits ? <Text size="sm">{t('money.waitsAbout')}</Text> : null}
      <Sources rows={sources} chosen={source?.id ?? null} onChoose={setChosen} of={currency} />
      {source && data && me.may('payment.record') ? (
        <ApplyMoney
          key={`a ${source.id} ${source.amount}`}
          of={of}
          source={source}
          items={data.items}
        />
      ) : null}
      {source && me.may('payment.refund') ? (
        <RefundMoney key={`r ${source.id} ${source.amount}`} of={of} source={source} />
      ) : null}
    </Stack>
  );
}

type SourcesProps = {
  readonly rows: readonly Source[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly of: string;
};

function Sources({ rows, chosen, onChoose, of }: SourcesProps) {
  const { t } = useWords('office');
  return (
    <Radio.Group label={t('money.which')} value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt="xs">
        {rows.map(({ id, of: kind, day, reference, accountReference, amount }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                <Amount text={amount} currency={of} /> · {t(`money.of.${kind}`)} <Day date={day} />
                <Text size="xs" c="dimmed">
                  <bdi>{accountReference}</bdi>
                  {reference ? (
                    <>
                      {' · '}
                      <bdi>{reference}</bdi>
                    </>
                  ) : null}
                </Text>
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
