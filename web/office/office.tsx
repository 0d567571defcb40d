import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Right } from '#domain/workforce/rights.ts';
import { useMe } from '#web/ui/client/me.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { EventsTab } from './events-tab.tsx';
import { ImportsTab } from './imports/imports-tab.tsx';
import { EntriesTab } from './payments/entries-tab.tsx';
import { PaymentsTab } from './payments/payments-tab.tsx';
import { TasksTab } from './tasks/tasks-tab.tsx';

type Tab = { readonly id: string; readonly right: Right; readonly show: () => ReactNode };

const tabs: readonly Tab[] = [
  { id: 'tasks', right: 'task.work', show: () => <TasksTab /> },
  { id: 'imports', right: 'import.run', show: () => <ImportsTab /> },
  { id: 'entries', right: 'entry.resolve', show: () => <EntriesTab /> },
  { id: 'payments', right: 'payment.record', show: () => <PaymentsTab /> },
  { id: 'events', right: 'task.work', show: () => <EventsTab /> },
];

/** The back office: tasks, files, bank entries without a debt, payments and key events. */
export function Screen() {
  const { t } = useWords('office');
  const me = useMe();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const mine = tabs.filter(({ right }) => me.may(right));
  const open = mine.find(({ id }) => id === tab) ?? mine[0];
  const choose = (id: string | null) => {
    navigate({ href: `/office?tab=${id ?? ''}` }).catch(() => undefined);
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
