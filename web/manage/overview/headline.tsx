import { Progress, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { openBridge } from '#contract/insight-rows.ts';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { shareWords } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import { Amount, amountWords } from '#web/ui/amount.tsx';
import { todayHere } from '#web/ui/days.ts';
import { dayWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Bridge } from '../bars.ts';
import classes from '../manage.module.css';
import { useOpenRows } from '../reports/rows-drawer.tsx';

const minor = (text: string, currency: string): bigint => {
  const amount = parseAmount(text, currency);
  return typeof amount === 'bigint' ? amount : 0n;
};

type HeadlineProps = { readonly bridge: Bridge; readonly view: View };

/** The three sums a manager asks for first, and whether the books close. */
export function Headline({ bridge, view }: HeadlineProps) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const { currency, total } = bridge;
  const { portfolioId, from, to } = view;
  const words = (amount: bigint) => amountWords(plainAmount(amount, currency), currency, locale);
  const change = minor(total.closing, currency) - minor(total.opening, currency);
  const changeWords =
    change === 0n
      ? t('head.same')
      : t(change > 0n ? 'head.grew' : 'head.fell', {
          amount: words(change > 0n ? change : -change),
        });
  const net = minor(total.newDebt, currency) - minor(total.collected, currency);
  const show = (cell: 'closing' | 'collected' | 'newDebt') => () =>
    open(t(`line.${cell}`), openBridge, { portfolioId, from, to, currency, cell });
  const isNow = to >= todayHere();
  return (
    <div className={classes.headline}>
      <Sum
        label={isNow ? t('head.debt') : t('head.debtAt', { day: dayWords(to, locale) })}
        value={<Amount text={total.closing} currency={currency} strong />}
        onOpen={show('closing')}
      >
        {changeWords}
      </Sum>
      <Sum
        label={t('head.collected')}
        value={<Amount text={total.collected} currency={currency} strong />}
        onOpen={show('collected')}
      >
        <TargetLine bridge={bridge} />
      </Sum>
      <Sum
        label={t('head.newDebt')}
        value={<Amount text={total.newDebt} currency={currency} strong />}
        onOpen={show('newDebt')}
      >
        {net > 0n ? t('head.net', { amount: words(net) }) : null}
        {net < 0n ? t('head.netGood', { amount: words(-net) }) : null}
      </Sum>
    </div>
  );
}

type SumProps = {
  readonly label: string;
  readonly value: ReactNode;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

function Sum({ label, value, onOpen, children }: SumProps) {
  return (
    <div className={classes.sum}>
      <Text size="sm" c="dimmed" fw={500}>
        {label}
      </Text>
      <UnstyledButton className={classes.sumOpen} onClick={onOpen}>
        {value}
      </UnstyledButton>
      <Text size="sm" c="dimmed" component="div">
        {children}
      </Text>
    </div>
  );
}

function TargetLine({ bridge: { currency, total, target } }: { readonly bridge: Bridge }) {
  const { t, locale } = useWords('insight');
  if (target === null) return t('head.noTarget');
  const share = Number(total.collected) / Math.max(Number(target), Number.MIN_VALUE);
  const words = t('head.ofTarget', {
    share: shareWords(share, locale),
    target: amountWords(target, currency, locale),
  });
  return (
    <>
      <Progress
        value={Math.min(100, Math.max(0, 100 * share))}
        color={share >= 1 ? 'green' : 'teal'}
        size="sm"
        mb={4}
        aria-label={words}
      />
      {words}
    </>
  );
}
