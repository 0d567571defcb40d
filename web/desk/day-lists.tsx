import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#web/cases/case-shape.ts';
import { useNow } from '#web/ui/elapsed.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day as CalendarDay, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './day.module.css';

/** How often it is looked whether a callback's time has come. */
const minuteMs = 60_000;

type ListProps = { readonly day: Day; readonly onOpen: (caseId: string) => void };

function DayList(props: {
  readonly title: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
}) {
  const { title, empty, children } = props;
  return (
    <Panel title={title} aside={<Text c="dimmed">{children.length}</Text>} flush>
      {children.length === 0 ? (
        <Text size="sm" c="dimmed" p="sm">
          {empty}
        </Text>
      ) : (
        <ul className={classes.dayList}>{children}</ul>
      )}
    </Panel>
  );
}

/** Whether an instant falls on today's date where the reader is. */
function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}

/** Calls that customers asked for, with their time; those whose time has come say so. */
export function Callbacks({ day, onOpen }: ListProps) {
  const { t } = useWords('agent');
  const now = new Date(useNow(minuteMs)).toISOString();
  return (
    <DayList title={t('day.callbacks')} empty={t('day.noCallbacks')}>
      {day.callbacks.map((one) => (
        <li key={one.id}>
          <button type="button" onClick={() => onOpen(one.caseId)}>
            <strong>
              <bdi>{one.customerName}</bdi>
            </strong>
            {one.dueAt <= now ? <State tone="warn">{t('day.due')}</State> : null}
            <span>
              <When at={one.dueAt} zone={one.zone} show={isToday(one.dueAt) ? 'time' : 'both'} />
              {one.personal ? ` · ${t('day.personal')}` : ''}
            </span>
          </button>
        </li>
      ))}
    </DayList>
  );
}

/** Promises of the agent's customers that fall due. */
export function Promises({ day, onOpen }: ListProps) {
  const { t } = useWords('agent');
  return (
    <DayList title={t('day.promises')} empty={t('day.noPromises')}>
      {day.promisesDue.map((one) => (
        <li key={`${one.caseId} ${one.dueOn} ${one.state}`}>
          <button type="button" onClick={() => onOpen(one.caseId)}>
            <strong>
              <bdi>{one.customerName}</bdi>
            </strong>
            <span>
              <CalendarDay date={one.dueOn} /> ·{' '}
              {t([`agreement.state.${one.state}`, 'agreement.state.other'])}
            </span>
          </button>
        </li>
      ))}
    </DayList>
  );
}

/** What came of the agent's requests for help. */
export function Answers({ day, onOpen }: ListProps) {
  const { t } = useWords('agent');
  if (day.answers.length === 0) return null;
  return (
    <DayList title={t('day.answers')} empty="">
      {day.answers.map((one) => (
        <li key={`${one.caseId} ${one.at}`}>
          <button type="button" onClick={() => onOpen(one.caseId)}>
            <strong>{t([`request.${one.kind}`, 'request.help'])}</strong>
            <span>
              <bdi>{one.outcome}</bdi>
            </span>
            <span>
              <When at={one.at} show="time" />
            </span>
          </button>
        </li>
      ))}
    </DayList>
  );
}
