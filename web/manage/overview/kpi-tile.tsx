import { Button, Stack, Text } from '@mantine/core';
import { openKpi } from '#contract/insight-rows.ts';
import { type KpiFigure, partWords, valueWords } from '#web/figures/figure-words.ts';
import { daysOf } from '#web/figures/period.ts';
import type { View } from '#web/figures/view.ts';
import { Stat } from '#web/ui/charts/stat.tsx';
import { useWords } from '#web/ui/words.ts';
import { useOpenRows } from '../reports/rows-drawer.tsx';

type KpiTileProps = { readonly figure: KpiFigure; readonly view: View };

/** A figure with its formula, what it was before, and a way down to the rows of both its parts. */
export function KpiTile({ figure, view }: KpiTileProps) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const { portfolioId, from, to } = view;
  const name = t(`kpi.${figure.id}.name`);
  const { id: kpi, currency, value, previous } = figure;
  const show = (side: 'numerator' | 'denominator') => {
    const title = `${name}: ${t(figure[side]?.key ?? '')}`;
    const input = { portfolioId, from, to, kpi, side };
    open(title, openKpi, currency ? { ...input, currency } : input);
  };
  const parts =
    figure.denominator && figure.unit === 'ratio'
      ? t('figures.parts', {
          numerator: partWords(t, figure, 'numerator', locale),
          denominator: partWords(t, figure, 'denominator', locale),
        })
      : null;
  const before = previous
    ? t('figures.before', {
        value: valueWords(t, figure, previous, locale),
        count: daysOf(view),
      })
    : t('figures.noBefore');
  return (
    <Stat
      label={name}
      value={value === null ? '–' : valueWords(t, figure, value, locale)}
      onOpen={() => show('numerator')}
      note={
        <>
          {value === null ? <div>{t('figures.none')}</div> : null}
          {parts && value !== null ? <div>{parts}</div> : null}
          <div>{before}</div>
        </>
      }
      formula={
        <Stack gap="xs" align="flex-start">
          <span>{t(figure.formulaKey)}</span>
          <Text size="xs" c="dimmed">
            {t('figures.id', { id: figure.formulaId })}
          </Text>
          {(['numerator', 'denominator'] as const).map((side) =>
            figure[side] ? (
              <Button key={side} variant="default" onClick={() => show(side)}>
                {t('figures.openRows', { side: t(figure[side].key) })}
              </Button>
            ) : null,
          )}
        </Stack>
      }
    />
  );
}
