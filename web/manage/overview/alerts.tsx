import { Alert, Button, Group, Text } from '@mantine/core';
import { readBoard, readNewDebt } from '#contract/insight.ts';
import type { ReportProps } from '#web/figures/view.ts';
import { amountWords } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { WarnIcon } from '#web/ui/icons.tsx';
import { toneColor } from '#web/ui/theme.ts';
import { useWords } from '#web/ui/words.ts';
import { monthWords } from '../reports/debt-charts.tsx';

/** What needs attention: states above their limit, and new debt that left its usual range. */
export function Alerts({ view: { portfolioId }, change }: ReportProps) {
  const { t, locale } = useWords('insight');
  const board = useEndpoint(readBoard, { portfolioId }, { keep: true });
  const newDebt = useEndpoint(readNewDebt, { portfolioId }, { keep: true });
  const over = board.data?.columns.filter(({ overLimit }) => overLimit) ?? [];
  const changed = newDebt.data?.series.flatMap(({ currency, change: way, usual, months }) => {
    const last = months.findLast(({ whole }) => whole);
    if (way === null || way === 'none' || !usual || !last) return [];
    const words = (text: string) => amountWords(text, currency, locale);
    const facts = {
      month: monthWords(last.month, locale),
      amount: words(last.amount),
      low: words(usual.low),
      high: words(usual.high),
    };
    return [
      { currency, way, words: t(way === 'up' ? 'alert.newDebtUp' : 'alert.newDebtDown', facts) },
    ];
  });
  return (
    <>
      {over.length > 0 ? (
        <Alert variant="light" color={toneColor.warn} icon={<WarnIcon />}>
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              {t('alert.overLimit', {
                count: over.length,
                states: over.map(({ state }) => t(`code.case.${state}`)).join(', '),
              })}
            </Text>
            <Button variant="default" onClick={() => change({ tab: 'board' })}>
              {t('alert.see')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {changed?.map(({ currency, way, words }) => (
        <Alert
          key={currency}
          variant="light"
          color={toneColor[way === 'up' ? 'warn' : 'info']}
          icon={<WarnIcon />}
        >
          <Text size="sm">{words}</Text>
        </Alert>
      ))}
    </>
  );
}
