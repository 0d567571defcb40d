import { Button, NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readHistory } from '#contract/cases.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useEventWords, useWords } from '#web/ui/words.ts';
import { Written } from '#web/ui/written.tsx';
import type { HistoryLine } from '../case-shape.ts';
import classes from '../cases.module.css';
import { ConversationDrawer } from '../conversation-drawer.tsx';
import { HistoryDetails } from './history-details.tsx';
import {
  type HistoryGroup,
  historyGroups,
  narrowed,
  opensConversation,
  peopleIn,
} from './history-groups.ts';

/** Lines shown at first, and added on request. */
const pageSize = 25;

type CaseHistoryProps = { readonly caseId: string; readonly currency: string };

/** Everything that happened on a case, newest first, with who did it and what was said. */
export function CaseHistory({ caseId, currency }: CaseHistoryProps) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const [group, setGroup] = useState<HistoryGroup>('all');
  const [who, setWho] = useState('');
  const [shown, setShown] = useState(pageSize);
  const [talk, setTalk] = useState<string | null>(null);
  const history = useEndpoint(readHistory, { caseId });
  const all = history.data?.lines;
  const lines = useMemo(() => (all ? narrowed(all, group, who) : undefined), [all, group, who]);
  const opening = useMemo(() => opensConversation(lines ?? []), [lines]);
  return (
    <Panel title={words('history.title')} flush>
      <div className={classes.filters}>
        <NativeSelect
          aria-label={t('history.what')}
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value as HistoryGroup)}
          data={historyGroups.map((value) => ({ value, label: t(`history.group.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('history.who')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={[
            { value: '', label: t('history.everybody') },
            ...peopleIn(all ?? []).map((name) => ({ value: name, label: name })),
          ]}
        />
      </div>
      <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} />
      {lines || history.error ? null : <Loading lines={6} />}
      {lines?.length === 0 ? <EmptyState title={words('history.empty')} /> : null}
      <ol className={classes.lines}>
        {lines?.slice(0, shown).map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one instant and kind may come twice
          <li key={`${line.at} ${line.kind} ${place}`}>
            <Line line={line} currency={currency} onTalk={opening.has(line) ? setTalk : null} />
          </li>
        ))}
      </ol>
      {lines && lines.length > shown ? (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setShown(shown + 2 * pageSize)}>
            {words('history.more')}
          </Button>
        </div>
      ) : null}
      <ConversationDrawer conversationId={talk} onClose={() => setTalk(null)} />
    </Panel>
  );
}

type LineProps = {
  readonly line: HistoryLine;
  readonly currency: string;
  /** Opens the conversation of this line; null where another line does. */
  readonly onTalk: ((conversationId: string) => void) | null;
};

function Line({ line, currency, onTalk }: LineProps) {
  const { t } = useWords('cases');
  const { t: desk } = useWords('agent');
  const { kinds } = useEventWords();
  const isRestricted = line.facts['restricted'] === true;
  const { conversationId } = line;
  return (
    <>
      <div className={classes.lineHead}>
        <strong>
          {kinds[line.kind]}
          {isRestricted ? ` · ${t('history.restricted')}` : ''}
        </strong>
        <Text size="xs" c="dimmed" component="span">
          <When at={line.at} />
        </Text>
      </div>
      <HistoryDetails line={line} currency={currency} />
      {line.who ? (
        <Text size="xs" c="dimmed">
          {desk('history.by', { name: line.who })}
        </Text>
      ) : null}
      {line.words ? (
        <p className={classes.quote} dir="auto">
          <Written words={line.words} />
        </p>
      ) : null}
      {conversationId && onTalk ? (
        <Button variant="default" mt={4} onClick={() => onTalk(conversationId)}>
          {t('history.openTalk')}
        </Button>
      ) : null}
    </>
  );
}
