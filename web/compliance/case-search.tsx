import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { findCases } from '#contract/cases.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { SearchIcon } from '#web/ui/icons.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import search from './search.module.css';

/** A pause in typing after which is searched. */
const pauseMs = 250;
const leastLetters = 3;
const mostLetters = 100;

/** Moves between the field and what was found with the arrow keys. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Finds a case as one types; what is typed is never kept in the address. */
export function CaseSearch({ onChoose }: { readonly onChoose: (caseId: string) => void }) {
  const { t } = useWords('compliance');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), pauseMs);
  const field = useRef<HTMLInputElement>(null);
  const isLong = settled.length >= leastLetters && text.trim() !== '';
  const found = useEndpoint(findCases, { text: settled }, { enabled: isLong, keep: true });
  const choose = (caseId: string) => {
    setText('');
    onChoose(caseId);
    // The list goes, and what was chosen in it: the keyboard stays above what opens.
    field.current?.focus();
  };
  const cases = isLong ? (found.data?.cases ?? []) : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut between results
    <div className={search.search} onKeyDown={walk}>
      <TextInput
        ref={field}
        label={t('why.find')}
        description={t('why.findAbout')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => {
          const [only] = cases;
          if (key === 'Enter' && cases.length === 1 && only) choose(only.caseId);
        }}
        maxLength={mostLetters}
        leftSection={<SearchIcon />}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {isLong && found.error ? <ProblemAlert problem={found.error} /> : null}
      {isLong && found.data ? (
        <ul className={search.found} aria-label={t('why.results')}>
          {cases.map((one) => (
            <li key={one.caseId}>
              <button type="button" onClick={() => choose(one.caseId)}>
                <bdi>{one.customerName}</bdi>
                <span className={search.faint}>
                  <bdi dir="ltr">{one.customerReference}</bdi> · <bdi>{one.portfolioName}</bdi>
                </span>
              </button>
            </li>
          ))}
          {cases.length === 0 ? <li className={search.faint}>{t('why.noCase')}</li> : null}
          {found.data.more ? <li className={search.faint}>{t('why.more')}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
