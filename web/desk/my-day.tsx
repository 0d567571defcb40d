import { Button, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { myDay, nextCase, openCase, setAgentState, worklist } from '#contract/desk.ts';
import type { Day } from '#web/cases/case-shape.ts';
import type { InputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { useFocusFirst } from '#web/ui/focus.ts';
import { type Action, useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { PageHead } from '#web/ui/panel.tsx';
import { Loading, State } from '#web/ui/states.tsx';
import { dayWords, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './day.module.css';
import { Answers, Callbacks, Promises } from './day-lists.tsx';
import { useOpened } from './desk-state.tsx';

/** The table of the worklist comes behind the day, so that Next is there first. */
const Worklist = lazy(async () => ({ default: (await import('./worklist.tsx')).Worklist }));

type MyDayProps = {
  readonly day: Day;
  readonly onOpen: (caseId: string) => void;
  /** Whether a case was just left: the keyboard goes on at what to do next. */
  readonly isBack?: boolean;
};

/** The agent's day: the next case, what was promised, how it goes. */
export function MyDay({ day, onOpen, isBack }: MyDayProps) {
  const { t, locale } = useWords('agent');
  const { user } = useMe();
  const hour = new Date().getHours();
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const opened = useOpened();
  const open = useAction(openCase, {
    invalidates: [myDay],
    onDone: ({ case: file, allowed }) => {
      opened(file, allowed);
      onOpen(file.id);
    },
  });
  const choose = (caseId: string) => open.mutate({ caseId });
  return (
    <div className={classes.day}>
      <PageHead
        title={t(`day.hello.${part}`, { name: user.name.split(' ')[0] })}
        about={dayWords(day.date, locale)}
      >
        <Presence day={day} />
      </PageHead>
      <div className={classes.dayTop}>
        <NextCase day={day} onOpen={onOpen} isBack={isBack} />
        <Goal day={day} />
      </div>
      <div className={classes.dayGrid}>
        <Suspense fallback={<Loading lines={6} />}>
          <Worklist onOpen={choose} />
        </Suspense>
        <div className={classes.daySide}>
          <Callbacks day={day} onOpen={choose} />
          <Promises day={day} onOpen={choose} />
          <Answers day={day} onOpen={choose} />
        </div>
      </div>
    </div>
  );
}

type AwayReason = NonNullable<InputOf<typeof setAgentState>['reason']>;
const awayReasons: readonly AwayReason[] = [
  'break',
  'lunch',
  'training',
  'meeting',
  'technical',
  'other',
];

/** Ready or away, and since when. */
function Presence({ day }: { readonly day: Day }) {
  const { t } = useWords('agent');
  const change = useAction(setAgentState, { invalidates: [myDay] });
  const { state, since, reason } = day.state;
  const isReady = state === 'ready';
  const ready: Action = {
    id: 'desk.ready',
    label: 'agent:action.ready',
    shortcut: 'r',
    when: () => !isReady,
    perform: () => change.mutate({ state: 'ready', reason: null }),
  };
  const away: Action = {
    id: 'desk.away',
    label: 'agent:action.away',
    shortcut: 'a',
    when: () => isReady,
    perform: () => change.mutate({ state: 'away', reason: 'break' }),
  };
  useActions([ready, away]);
  return (
    <>
      <Group gap={6}>
        <State tone={isReady ? 'good' : 'neutral'}>
          {t(`agentState.${state}`)}
          {reason && state === 'away' ? ` · ${t([`away.${reason}`, 'away.other'])}` : ''}
        </State>
        <Text size="sm" c="dimmed" component="span">
          <Elapsed from={since} />
        </Text>
      </Group>
      {isReady ? (
        <NativeSelect
          size="xs"
          aria-label={t('day.goAway')}
          aria-keyshortcuts="a"
          leftSection={<KeyHint shortcut="a" />}
          leftSectionPointerEvents="none"
          value=""
          onChange={(event) =>
            change.mutate({ state: 'away', reason: event.currentTarget.value as AwayReason })
          }
          data={[
            { value: '', label: t('day.goAway'), disabled: true },
            ...awayReasons.map((value) => ({ value, label: t(`away.${value}`) })),
          ]}
        />
      ) : (
        <Button
          onClick={ready.perform}
          loading={change.isPending}
          rightSection={<KeyHint shortcut="r" />}
          aria-keyshortcuts="r"
        >
          {t('action.ready')}
        </Button>
      )}
    </>
  );
}

/** The one big button, and in words why there is nothing when there is nothing. */
function NextCase({ day, onOpen, isBack = false }: MyDayProps) {
  const { t } = useWords('agent');
  const opened = useOpened();
  const place = useFocusFirst<HTMLElement>(isBack);
  const next = useAction(nextCase, {
    invalidates: [myDay, worklist],
    onDone: ({ case: found, allowed }) => {
      if (!found) return;
      opened(found, allowed);
      onOpen(found.id);
    },
  });
  const action: Action = {
    id: 'desk.next',
    label: 'agent:action.next',
    shortcut: 'n',
    when: () => !next.isPending,
    perform: () => next.mutate({ portfolioId: null }),
  };
  useActions([action]);
  const none = next.data && next.data.case === null ? next.data : null;
  return (
    <section ref={place} tabIndex={-1} className={classes.next} aria-label={t('day.next')}>
      <Button
        size="lg"
        onClick={action.perform}
        loading={next.isPending}
        rightSection={<KeyHint shortcut="n" />}
        aria-keyshortcuts="n"
      >
        {t('action.next')}
      </Button>
      <div role="status">
        {none ? (
          <>
            {none.why.map(({ code, facts }) => (
              <p key={code}>{t([`nothing.${code}`, 'nothing.other'], facts)}</p>
            ))}
            {none.nextAt ? (
              <p>
                {t('day.nextAt')} <When at={none.nextAt} show="time" />
              </p>
            ) : null}
          </>
        ) : (
          <p>{t('day.queue', { ready: day.queue.ready, waiting: day.queue.waiting })}</p>
        )}
      </div>
    </section>
  );
}

const full = 100;

function Goal({ day }: { readonly day: Day }) {
  const { t } = useWords('agent');
  const { progress } = day;
  const { rightParty, goalRightParty } = progress;
  const share = goalRightParty > 0 ? Math.min(full, (rightParty * full) / goalRightParty) : 0;
  return (
    <section className={classes.goal} aria-label={t('day.progress')}>
      <div>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600}>
            {t('day.goal', { done: rightParty, goal: goalRightParty })}
          </Text>
        </Group>
        <Progress value={share} aria-label={t('day.progress')} mt={6} color="teal" />
      </div>
      <dl className={classes.counts}>
        {(['contacts', 'promises', 'plans', 'solved'] as const).map((name) => (
          <div key={name}>
            <dd>{progress[name]}</dd>
            <dt>{t(`day.count.${name}`)}</dt>
          </div>
        ))}
      </dl>
    </section>
  );
}
