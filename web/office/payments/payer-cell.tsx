import { NativeSelect } from '@mantine/core';
import { listPayments, tellPayer } from '#contract/ledger.ts';
import { knownPayers, type Payer } from '#domain/parties/payers.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';

type PayerCellProps = {
  readonly paymentId: string;
  readonly payer: Payer;
  /** A payment that was taken back says nothing any more. */
  readonly isFixed: boolean;
};

/** Whose money a payment was; who may record payments says so, or corrects it. */
export function PayerCell({ paymentId, payer, isFixed }: PayerCellProps) {
  const { t } = useWords('office');
  const me = useMe();
  const tell = useAction(tellPayer, { invalidates: [listPayments] });
  if (isFixed || !me.may('payment.record')) return t(`payer.kinds.${payer}`);
  const choices = payer === 'unknown' ? (['unknown', ...knownPayers] as const) : knownPayers;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('payer.tell')}
      value={payer}
      disabled={tell.isPending}
      onChange={({ currentTarget }) => {
        const told = knownPayers.find((each) => each === currentTarget.value);
        if (told) tell.mutate({ paymentId, payer: told });
      }}
      data={choices.map((value) => ({ value, label: t(`payer.kinds.${value}`) }))}
    />
  );
}
