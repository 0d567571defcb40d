import { Anchor, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { readRefusals } from '#contract/compliance/refusals.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Written } from '#web/ui/written.tsx';
import { Pages } from '../pages.tsx';
import type { Refusal } from './refusal.ts';
import { RefusalForm } from './refusal-form.tsx';
import classes from './refusals.module.css';

type Which = InputOf<typeof readRefusals>['which'] & string;
const lists: readonly Which[] = ['unread', 'messages', 'all'];

const news: readonly EventKind[] = ['refusal.found', 'refusal.judged'];

/** Wishes read from people's words: obeyed already, and looked at here. */
export function RefusalsTab() {
  const { t, locale } = useWords('compliance');
  const [which, setWhich] = useState<Which>('unread');
  const [page, setPage] = useState(0);
  const input = { which, page: String(page) };
  const { data, error, refetch } = useEndpoint(readRefusals, input, { keep: true, live: news });
  const labelOf = (list: Which) => {
    const waiting = list === 'all' ? 0 : (data?.waiting[list] ?? 0);
    const label = t(`refusals.${list}`);
    return waiting > 0 ? `${label} (${waiting.toLocaleString(locale)})` : label;
  };
  return (
    <Stack gap="md">
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('refusals.which')}
          value={which}
          onChange={(value) => {
            setWhich(lists.find((list) => list === value) ?? 'unread');
            setPage(0);
          }}
          data={lists.map((list) => ({ value: list, label: labelOf(list) }))}
        />
        <Text size="sm" c="dimmed">
          {t(which === 'messages' ? 'refusals.messagesAbout' : 'refusals.about')}
        </Text>
      </Group>
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {data ? <List refusals={data.refusals} /> : error ? null : <Loading lines={8} />}
      {data ? <Pages page={page} more={data.more} onPage={setPage} /> : null}
    </Stack>
  );
}

function List({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { t } = useWords('compliance');
  if (refusals.length === 0) {
    return <EmptyState title={t('refusals.none')} about={t('refusals.noneAbout')} />;
  }
  const first = refusals.find(({ readAt }) => readAt === null)?.id;
  return (
    <ol className={classes.list}>
      {refusals.map((refusal) => (
        <li key={refusal.id}>
          <Card refusal={refusal} isFirst={refusal.id === first} />
        </li>
      ))}
    </ol>
  );
}

function Card({ refusal, isFirst }: { readonly refusal: Refusal; readonly isFirst: boolean }) {
  const { t } = useWords('compliance');
  const { caseId, customerName, portfolioName, source, certainty, scope, readAt } = refusal;
  return (
    <Panel
      title={<bdi>{customerName}</bdi>}
      aside={
        caseId ? (
          <Anchor component={Link} to={`/cases/${caseId}`} size="sm">
            {t('refusals.case')}
          </Anchor>
        ) : null
      }
    >
      <Stack gap="xs">
        <Group gap="xs">
          <State tone={certainty === 'sure' ? 'neutral' : 'warn'}>
            {t(`refusals.certainty.${certainty}`)}
          </State>
          <Text size="sm">{t(`refusals.scope.${scope}`)}</Text>
          <Text size="xs" c="dimmed">
            {t(`refusals.source.${source}`)} · <bdi>{portfolioName}</bdi> ·{' '}
            <When at={refusal.foundAt} />
          </Text>
        </Group>
        <Thread refusal={refusal} />
        {readAt === null ? (
          <RefusalForm refusal={refusal} takesKeys={isFirst} />
        ) : (
          <Text size="sm" c="dimmed">
            {t(`refusals.was.${refusal.verdict ?? 'opt_out'}`, { name: refusal.readBy ?? '–' })}{' '}
            <When at={readAt} />
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

function Thread({ refusal: { thread, matched } }: { readonly refusal: Refusal }) {
  const { t } = useWords('compliance');
  if (thread.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('refusals.hidden')} <bdi>{matched}</bdi>
      </Text>
    );
  }
  return (
    <ul className={classes.thread}>
      {thread.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a thread only grows at its end
        <li key={at} data-from={line.from}>
          <Text size="xs" c="dimmed">
            {t(`refusals.from.${line.from}`)} · <When at={line.at} />
          </Text>
          <Text size="sm" dir="auto">
            <Written words={line.words} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
