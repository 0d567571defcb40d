import { NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { readQuality } from '#contract/quality.ts';
import type { QualityKind } from '#domain/insight/quality.ts';
import { Stat } from '#web/ui/charts/stat.tsx';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { QualityDrawer } from './quality-drawer.tsx';

/** How much of the data is missing, wrong or unmatched; each count opens its rows. */
export function QualityTab() {
  const { t, locale } = useWords('office');
  const { portfolios } = useMe();
  const [portfolioId, setPortfolioId] = useState('');
  const [openKind, setOpenKind] = useState<QualityKind | null>(null);
  const input = portfolioId === '' ? {} : { portfolioId };
  const { data, error, refetch } = useEndpoint(readQuality, input, { keep: true });
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('portfolio.title')}
        value={portfolioId}
        onChange={({ currentTarget }) => setPortfolioId(currentTarget.value)}
        data={[
          { value: '', label: t('quality.allPortfolios') },
          ...portfolios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        maw="20rem"
      />
      <Text size="sm" c="dimmed">
        {t('quality.about')}
      </Text>
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
        {data?.kinds.map(({ kind, count }) => (
          <Stat
            key={kind}
            label={t(`quality.kind.${kind}`)}
            value={count.toLocaleString(locale)}
            tone={count === 0 ? 'good' : 'warn'}
            note={
              kind === 'balance-stale' && data.staleBalanceDays !== null
                ? t('quality.staleAfter', { count: data.staleBalanceDays })
                : t(`quality.means.${kind}`)
            }
            onOpen={() => setOpenKind(kind)}
          />
        ))}
      </SimpleGrid>
      <QualityDrawer kind={openKind} input={input} onClose={() => setOpenKind(null)} />
    </Stack>
  );
}
