import { Text, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { openBridge } from '#contract/insight-rows.ts';
import type { View } from '#web/figures/view.ts';
import { Amount } from '#web/ui/amount.tsx';
import { useWords } from '#web/ui/words.ts';
import { type Bridge, barsOf, scaleOf, shownAmount } from '../bars.ts';
import classes from '../manage.module.css';
import { useOpenRows } from './rows-drawer.tsx';

type WaterfallProps = { readonly bridge: Bridge; readonly view: View };

/** From opening to closing debt as bars; each is a button that opens its rows. */
export function Waterfall({ bridge: { currency, total }, view }: WaterfallProps) {
  const { t } = useWords('insight');
  const open = useOpenRows();
  const { portfolioId, from, to } = view;
  const bars = barsOf(total);
  const { floor, top } = scaleOf(bars);
  const share = (value: number) => (100 * (Math.max(value, floor) - floor)) / (top - floor || 1);
  return (
    <>
      <ul
        className={classes.waterfall}
        aria-label={t('bridge.caption')}
        data-cut={floor > 0 || undefined}
      >
        {bars.map(({ line, low, high }) => {
          const isEnd = line === 'opening' || line === 'closing';
          const bottom = isEnd ? 0 : share(low);
          const height = Math.max(0.6, share(high) - bottom);
          const title = t('bridge.whole', { line: t(`line.${line}`) });
          const show = () =>
            open(title, openBridge, { portfolioId, from, to, currency, cell: line });
          return (
            <li key={line}>
              <UnstyledButton className={classes.step} onClick={show}>
                <span className={classes.track} aria-hidden>
                  <span
                    className={classes.bar}
                    data-line={isEnd ? 'end' : line}
                    style={{ '--start': `${bottom}%`, '--size': `${height}%` } as CSSProperties}
                  />
                </span>
                <span className={classes.stepName}>{t(`line.${line}`)}</span>
                <Amount text={shownAmount(line, total[line])} currency={currency} />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {floor > 0 ? (
        <Text size="xs" c="dimmed" mt="xs">
          {t('bridge.cut')}
        </Text>
      ) : null}
    </>
  );
}
