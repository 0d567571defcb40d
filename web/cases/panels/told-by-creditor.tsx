import { Text } from '@mantine/core';
import { Amount } from '#web/ui/amount.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';

type Account = NonNullable<DeskCase['debt']>['accounts'][number];

type ToldProps = { readonly account: Account; readonly currency: string };

/** What the creditor's file told of an account before it came here; nothing where it was silent. */
export function ToldByCreditor({ account, currency }: ToldProps) {
  const { t } = useWords('cases');
  const { originalCreditor, chargedOffOn, chargedOffAmount, lastPaidOn, placedOn } = account;
  const { interest, fees, fileNote } = account;
  const days = [
    ['chargedOffOn', chargedOffOn],
    ['lastPaidOn', lastPaidOn],
    ['placedOn', placedOn],
  ] as const;
  const sums = [
    ['chargedOffAmount', chargedOffAmount],
    ['interest', interest],
    ['fees', fees],
  ] as const;
  return (
    <>
      {originalCreditor ? (
        <Text size="xs" c="dimmed">
          {t('told.originalCreditor')} <bdi>{originalCreditor}</bdi>
        </Text>
      ) : null}
      {days.map(([name, day]) =>
        day ? (
          <Text key={name} size="xs" c="dimmed">
            {t(`told.${name}`)} <Day date={day} />
          </Text>
        ) : null,
      )}
      {sums.map(([name, text]) =>
        text ? (
          <Text key={name} size="xs" c="dimmed">
            {t(`told.${name}`)} <Amount text={text} currency={currency} />
          </Text>
        ) : null,
      )}
      {fileNote ? (
        <Text size="xs">
          {t('told.note')} <bdi>{fileNote}</bdi>
        </Text>
      ) : null}
    </>
  );
}
