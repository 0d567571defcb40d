import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useMe } from '#web/ui/client/me.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './compliance.module.css';
import { tabs } from './tabs.tsx';

/** `/compliance`: what was allowed and refused, why, under which law, and what is still owed. */
export function Screen() {
  const { t } = useWords('compliance');
  useWords('contact-log');
  const me = useMe();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const mine = tabs.filter(({ rights }) => rights.some((right) => me.may(right)));
  const open = mine.find(({ id }) => id === tab) ?? mine[0];
  const choose = (id: string | null) => {
    navigate({ href: `/compliance?tab=${id ?? ''}` }).catch(() => undefined);
  };
  const row = useRef<HTMLDivElement>(null);
  // On a narrow screen the open part may stand outside the row of names.
  useEffect(() => {
    const shown = open && row.current?.querySelector('[aria-selected="true"]');
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return (
    <Stack gap="md">
      <PageHead title={t('ui:area.compliance')} about={t('about')} />
      <Tabs value={open?.id ?? null} onChange={choose} keepMounted={false}>
        <Tabs.List ref={row} aria-label={t('tabs')} className={classes.tabs} mb="md">
          {mine.map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {t(`tab.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Suspense fallback={<Loading lines={6} />}>
          {mine.map(({ id, Show }) => (
            <Tabs.Panel key={id} value={id}>
              <Show />
            </Tabs.Panel>
          ))}
        </Suspense>
      </Tabs>
    </Stack>
  );
}
