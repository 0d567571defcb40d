import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Right } from '#domain/workforce/rights.ts';
import { useMe } from './client/me.ts';
import { PageHead } from './panel.tsx';
import { useWords } from './words.ts';

/** A tab of a screen, with the right that opens it; its label is `tab.<id>` of the screen's area. */
export type ScreenTab = {
  readonly id: string;
  readonly right: Right;
  readonly show: () => ReactNode;
};

type TabScreenProps = {
  /** The area of its words: `title`, `about` and the labels of the tabs. */
  readonly area: string;
  /** Where the screen is, `/admin`; the open tab stands in the query. */
  readonly path: string;
  readonly tabs: readonly ScreenTab[];
};

/** A screen of tabs: those that the reader may open. */
export function TabScreen({ area, path, tabs }: TabScreenProps) {
  const { t } = useWords(area);
  const me = useMe();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const mine = tabs.filter(({ right }) => me.may(right));
  const open = mine.find(({ id }) => id === tab) ?? mine[0];
  const choose = (id: string | null) => {
    navigate({ href: `${path}?tab=${id ?? ''}` }).catch(() => undefined);
  };
  return (
    <Stack gap="md">
      <PageHead title={t('title')} about={t('about')} />
      <Tabs value={open?.id ?? null} onChange={choose} keepMounted={false}>
        <Tabs.List mb="md">
          {mine.map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {t(`tab.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {mine.map(({ id, show }) => (
          <Tabs.Panel key={id} value={id}>
            {show()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
