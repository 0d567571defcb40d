import { Tooltip } from '@mantine/core';
import { amountWords } from '#web/ui/amount.tsx';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Bridge } from './bars.ts';

/** Whether the books close: all postings against all stored balances, and every day by itself. */
export function BooksSign({ bridge: { currency, proof, total } }: { readonly bridge: Bridge }) {
  const { t, locale } = useWords('insight');
  const words = (text: string) => amountWords(text, currency, locale);
  const unexplained = [proof.difference, total.difference].find((text) => /[1-9]/.test(text));
  const about = t('head.proof', { ledger: words(proof.ledger), items: words(proof.items) });
  return (
    <Tooltip label={about}>
      <span>
        {unexplained === undefined ? (
          <State tone="good">{t('head.closes')}</State>
        ) : (
          <State tone="bad">{t('head.open', { amount: words(unexplained) })}</State>
        )}
      </span>
    </Tooltip>
  );
}
