import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { readHistory } from '#contract/cases.ts';
import classes from '#web/cases/case-parts.module.css';
import type { HistoryLine } from '#web/cases/case-shape.ts';
import { HistoryDetails } from '#web/cases/history/history-details.tsx';
import { useDesk } from '#web/cases/open-case.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useEventWords, useWords } from '#web/ui/words.ts';

const filters = ['all', 'contact', 'money', 'note', 'case'] as const;
type Filter = (typeof filters)[number];

/** Lines shown at first, and more on request. */
const pageSize = 15;

function groupOf({ kind }: HistoryLine): Filter {
  if (/^(call|contact|desk|floor|agent)/.test(kind)) return 'contact';
  if (/^(payment|promise|plan|agreement|credit|method)/.test(kind)) return 'money';
  return /note/.test(kind) ? 'note' : 'case';
}

/** Everything that happened on the case, newest first. */
export function HistoryPanel() {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState(pageSize);
  const history = useEndpoint(readHistory, { caseId: file.id });
  const lines = history.data?.lines.filter((line) => filter === 'all' || groupOf(line) === filter);
  return (
    <Panel
      title={t('history.title')}
      aside={
        <NativeSelect
          size="xs"
          aria-label={t('history.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
          data={filters.map((value) => ({ value, label: t(`history.show.${value}`) }))}
        />
      }
    >
      <ProblemAlert problem={history.error} onRetry={() => history.refetch()} />
      {lines ? null : <Loading />}
      {lines?.length === 0 ? <EmptyState title={t('history.empty')} /> : null}
      <ol className={classes.history}>
        {lines?.slice(0, shown).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one instant and kind may come twice
          <li key={`${line.at} ${line.kind} ${index}`}>
            <Line line={line} currency={file.portfolio.currency} />
          </li>
        ))}
      </ol>
      {lines && lines.length > shown ? (
        <button
          type="button"
          className={classes.more}
          onClick={() => setShown(shown + 3 * pageSize)}
        >
          {t('history.more')}
        </button>
      ) : null}
    </Panel>
  );
}

function Line({ line, currency }: { readonly line: HistoryLine; readonly currency: string }) {
  const { t } = useWords('agent');
  const { kinds } = useEventWords();
  return (
    <>
      <div className={classes.historyHead}>
        <strong>{kinds[line.kind]}</strong>
        <Text size="xs" c="dimmed" component="span">
          <When at={line.at} />
        </Text>
      </div>
      <HistoryDetails line={line} currency={currency} />
      {line.who ? (
        <Text size="sm" c="dimmed" component="div">
          {t('history.by', { name: line.who })}
        </Text>
      ) : null}
      {line.words ? <p className={classes.quote}>{line.words}</p> : null}
    </>
  );
}
