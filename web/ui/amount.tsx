import { formatMoney, parseAmount } from '#kernel/money.ts';
import classes from './kit.module.css';
import type { Tone } from './theme.ts';
import { useWords } from './words.ts';

type AmountProps = {
  /** A plain decimal, as on the wire: `-1234.50`. */
  readonly text: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly tone?: Tone;
  /** Larger, for the one figure a screen is about. */
  readonly strong?: boolean;
};

/** An amount in words of a locale, exact; text that is no exact amount is shown as it came. */
export function amountWords(text: string, currency: string, locale: string): string {
  const minor = parseAmount(text, currency);
  return typeof minor === 'bigint' ? formatMoney(minor, currency, locale) : `${text} ${currency}`;
}

/** An exact amount as the reader writes money, in figures of equal width. */
export function Amount({ text, currency, tone = 'neutral', strong = false }: AmountProps) {
  const { locale } = useWords();
  return (
    <bdi className={classes.amount} data-tone={tone} data-strong={strong || undefined}>
      {amountWords(text, currency, locale)}
    </bdi>
  );
}

/** A sort key for amounts of one currency: whole minor units, absent when it is no exact amount. */
export function amountKey(text: string, currency: string): bigint | undefined {
  const minor = parseAmount(text, currency);
  return typeof minor === 'bigint' ? minor : undefined;
}
