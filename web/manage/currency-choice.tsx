import { SegmentedControl } from '@mantine/core';
import type { ReportProps } from '#web/figures/view.ts';
import { useWords } from '#web/ui/words.ts';
import classes from './manage.module.css';

/** The currency to show: the one wished for where it exists, else the first. */
export function pickCurrency(
  currencies: readonly string[],
  wished: string | undefined,
): string | undefined {
  return currencies.find((currency) => currency === wished) ?? currencies[0];
}

type CurrencyChoiceProps = ReportProps & {
  readonly currencies: readonly string[];
  /** With its name above it, as a field among others. */
  readonly labelled?: boolean;
};

/** Which currency a report shows, where there is more than one: amounts are never mixed. */
export function CurrencyChoice({
  currencies,
  view,
  change,
  labelled = false,
}: CurrencyChoiceProps) {
  const { t } = useWords('insight');
  const current = pickCurrency(currencies, view.currency);
  if (currencies.length < 2 || !current) return null;
  return (
    <div>
      {labelled ? <span className={classes.choiceLabel}>{t('view.currency')}</span> : null}
      <SegmentedControl
        size="xs"
        aria-label={t('view.currency')}
        value={current}
        onChange={(currency) => change({ currency })}
        data={[...currencies]}
      />
    </div>
  );
}
