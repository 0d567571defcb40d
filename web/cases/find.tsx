import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { findCases } from '#contract/cases.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { SearchIcon } from '#web/ui/icons.tsx';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { PageHead, Panel } from '#web/ui/panel.tsx';
import { EmptyState, State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './cases.module.css';

type Found = OutputOf<typeof findCases>['cases'][number];

/** A pause in typing after which is searched. */
const pauseMs = 250;
const leastLetters = 3;
const mostLetters = 100;

/** Where the last search is kept while the page is open: in memory only, since it is a name. */
const lastSearch = ['cases.last-search'];

function useSearchText() {
  const queries = useQueryClient();
  const [text, setText] = useState(() => queries.getQueryData<string>(lastSearch) ?? '');
  const keep = (next: string) => {
    queries.setQueryData(lastSearch, next);
    setText(next);
  };
  return [text, keep] as const;
}

/** Finds a case by the customer's name or any reference, as one types. */
export function Screen() {
  const { t } = useWords('cases');
  // Read with the screen: words that come later would take the focus from the field.
  const { t: desk } = useWords('agent');
  const navigate = useNavigate();
  const [text, setText] = useSearchText();
  const [settled] = useDebouncedValue(text.trim(), pauseMs);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const isLong = settled.length >= leastLetters;
  const found = useEndpoint(findCases, { text: settled }, { enabled: isLong, keep: true });
  const open = ({ caseId }: Found) => {
    navigate({ href: `/cases/${caseId}` }).catch(() => undefined);
  };
  useActions([
    {
      id: 'cases.find',
      label: 'cases:find.action',
      shortcut: '/',
      perform: () => field.current?.focus(),
    },
  ]);
  const toResults = (event: KeyboardEvent) => {
    const only = found.data?.cases.length === 1 ? found.data.cases[0] : undefined;
    if (event.key === 'Enter' && only && settled === text.trim()) return open(only);
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    const first = results.current?.querySelector<HTMLElement>('[data-row-open]');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <div className={classes.page}>
      <PageHead title={t('find.title')} about={t('find.about')} />
      <TextInput
        ref={field}
        label={t('find.field')}
        description={t('find.hint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={toResults}
        maxLength={mostLetters}
        maw="36rem"
        size="sm"
        leftSection={<SearchIcon />}
        rightSection={<KeyHint shortcut="/" />}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        autoFocus
      />
      <div ref={results}>
        {isLong ? (
          <Results
            found={found.data}
            problem={found.error}
            onRetry={() => void found.refetch()}
            onOpen={open}
            desk={desk}
          />
        ) : (
          <EmptyState title={t('find.start')} about={t('find.startAbout')} />
        )}
      </div>
    </div>
  );
}

type ResultsProps = {
  readonly found: OutputOf<typeof findCases> | undefined;
  readonly problem: unknown;
  readonly onRetry: () => void;
  readonly onOpen: (row: Found) => void;
  /** The words of the desk, which has those of the stages. */
  readonly desk: ReturnType<typeof useWords>['t'];
};

function Results({ found, problem, onRetry, onOpen, desk }: ResultsProps) {
  const { t } = useWords('cases');
  const columns = useMemo(
    (): Column<Found>[] => [
      {
        id: 'customer',
        header: t('find.customer'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName }) => <bdi>{customerName}</bdi>,
      },
      {
        id: 'reference',
        header: t('find.reference'),
        key: ({ customerReference }) => customerReference,
        cell: ({ customerReference }) => <bdi dir="ltr">{customerReference}</bdi>,
      },
      {
        id: 'portfolio',
        header: t('find.portfolio'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => <bdi>{portfolioName}</bdi>,
      },
      {
        id: 'state',
        header: t('find.state'),
        key: ({ state }) => desk([`state.${state}`, 'state.other']),
        cell: ({ state }) => (
          <State tone={state === 'closed' ? 'neutral' : 'info'}>
            {desk([`state.${state}`, 'state.other'])}
          </State>
        ),
      },
    ],
    [t, desk],
  );
  return (
    <Panel flush>
      <DataTable
        caption={t('find.results')}
        columns={columns}
        rows={found?.cases}
        rowId={({ caseId }) => caseId}
        problem={problem}
        onRetry={onRetry}
        onOpen={onOpen}
        empty={{ title: t('find.none'), about: t('find.noneAbout') }}
      />
      {found?.more ? (
        <p className={classes.foot} role="status">
          {t('find.more')}
        </p>
      ) : null}
    </Panel>
  );
}
