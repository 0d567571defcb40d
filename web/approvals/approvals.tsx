import { SegmentedControl, Stack } from '@mantine/core';
import { Suspense, useState } from 'react';
import { listApprovals } from '#contract/approvals.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import { PageHead } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { ApprovalCard } from './approval-card.tsx';
import classes from './approvals.module.css';

type Approval = OutputOf<typeof listApprovals>['approvals'][number];

const news: readonly EventKind[] = ['approval.asked', 'approval.answered'];

const views = ['toAnswer', 'own', 'past'] as const;
type View = (typeof views)[number];

const isIn: Readonly<Record<View, (one: Approval) => boolean>> = {
  toAnswer: ({ state, isOwn }) => state === 'waiting' && !isOwn,
  // One's own that lapsed is asked for anew or taken back: it stays in sight.
  own: ({ state, isOwn }) => isOwn && (state === 'waiting' || state === 'lapsed'),
  past: ({ state, isOwn }) => state !== 'waiting' && !(isOwn && state === 'lapsed'),
};

/** The button that answers the first request. */
const firstAnswer = '[data-approval-answer]';

/** `/approvals`: what waits for a second person, what one has asked for oneself, and what came of it. */
export function Screen() {
  const { t } = useWords('approvals');
  const [view, setView] = useState<View>('toAnswer');
  const { data, error, refetch } = useEndpoint(listApprovals, {}, { keep: true, live: news });
  const shown = data?.approvals.filter(isIn[view]);
  useActions([
    {
      id: 'approvals.first',
      label: 'approvals:first',
      shortcut: 'n',
      when: () => document.querySelector(firstAnswer) !== null,
      perform: () => document.querySelector<HTMLElement>(firstAnswer)?.focus(),
    },
  ]);
  return (
    <Stack gap="md">
      <PageHead title={t('ui:area.approvals')} about={t('about')} />
      <SegmentedControl
        aria-label={t('view.label')}
        data-approval-views
        value={view}
        onChange={(value) => setView(value as View)}
        data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {shown === undefined && !error ? <Loading lines={6} /> : null}
      {shown?.length === 0 ? <EmptyState title={t(`none.${view}`)} /> : null}
      <Suspense fallback={<Loading lines={6} />}>
        <ul className={classes.list}>
          {shown?.map((one) => (
            <li key={one.id}>
              <ApprovalCard approval={one} />
            </li>
          ))}
        </ul>
      </Suspense>
    </Stack>
  );
}
