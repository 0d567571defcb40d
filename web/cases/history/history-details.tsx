import type { ReactNode } from 'react';
import { type FactInWords, factsInWords } from '#domain/events/shown-facts.ts';
import { languageName } from '#kernel/languages.ts';
import { Amount } from '#web/ui/amount.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useEventWords, useWords } from '#web/ui/words.ts';
import type { HistoryLine } from '../case-shape.ts';
import classes from '../cases.module.css';

type HistoryDetailsProps = {
  readonly line: HistoryLine;
  /** Of amounts that name no currency themselves. */
  readonly currency: string;
};

/** What an event says besides its kind, in the words of the language: no code is shown as it is. */
export function HistoryDetails({ line, currency }: HistoryDetailsProps) {
  const { t, locale } = useWords('cases');
  const words = useEventWords();
  const { kind, facts } = line;
  const shown = factsInWords(kind, facts, words);
  const own = typeof facts['currency'] === 'string' ? facts['currency'] : currency;
  const isToPool = kind === 'case.assigned' && facts['toUserId'] === null;
  if (shown.length === 0 && !isToPool) return null;
  return (
    <div className={classes.details}>
      {isToPool ? <span>{t('history.toPool')}</span> : null}
      {shown.map((fact) => (
        <span key={fact.name}>
          {fact.label === null ? null : `${fact.label}: `}
          {shownValue(fact, facts, own, locale)}
        </span>
      ))}
    </div>
  );
}

function shownValue(
  fact: FactInWords,
  facts: HistoryLine['facts'],
  currency: string,
  locale: string,
): ReactNode {
  if (fact.form === 'words') return fact.text;
  const text = String(fact.value);
  switch (fact.form) {
    case 'amount':
      return <Amount text={text} currency={currency} />;
    case 'date':
      return <Day date={text} />;
    case 'instant':
      return <When at={text} />;
    case 'language':
      return languageName(text, locale);
    case 'person':
      return <bdi>{facts['toName'] ?? ''}</bdi>;
    case 'rules':
      return <Rules ids={text.split(/,\s*/)} />;
  }
}

/** Rules by what they say; one that is installed no more by its id. */
function Rules({ ids }: { readonly ids: readonly string[] }) {
  const plainOf = usePlainRules();
  return ids.map((id, index) => (
    <bdi key={id} title={id}>
      {index > 0 ? ' ' : null}
      {plainOf(id)?.says ?? id}
    </bdi>
  ));
}
