import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Right } from '#domain/workforce/rights.ts';
import { useMe } from '#web/ui/client/me.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { ConnectionsTab } from './connections/connections-tab.tsx';
import { PortfoliosTab } from './portfolios-tab.tsx';
import { SystemTab } from './system-tab.tsx';
import { UsersTab } from './users/users-tab.tsx';

type Tab = { readonly id: string; readonly right: Right; readonly show: () => ReactNode };

const tabs: readonly Tab[] = [
  { id: 'users', right: 'user.manage', show: () => <UsersTab /> },
  { id: 'portfolios', right: 'portfolio.configure', show: () => <PortfoliosTab /> },
  { id: 'connections', right: 'system.read', show: () => <ConnectionsTab /> },
  { id: 'system', right: 'system.read', show: () => <SystemTab /> },
];

/** Administration: who may sign in, what portfolios decide for themselves, how the system is. */
export function Screen() {
  const { t } = useWords('admin');
  const me = useMe();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const mine = tabs.filter(({ right }) => me.may(right));
  const open = mine.find(({ id }) => id === tab) ?? mine[0];
  const choose = (id: string | null) => {
    navigate({ href: `/admin?tab=${id ?? ''}` }).catch(() => undefined);
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
