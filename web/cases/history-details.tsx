import type { TFunction } from 'i18next';
import { Fragment, type ReactNode } from 'react';
import { type ContactResult, results } from '#domain/contact/results.ts';
import { Amount } from '#web/ui/amount.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { HistoryLine } from './case-shape.ts';
import classes from './cases.module.css';

type Facts = HistoryLine['facts'];
type Detail = readonly [name: string, shown: ReactNode];

const amountNames = ['amount', 'total', 'paid', 'overdue', 'unapplied'];

function textOf(facts: Facts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function isResult(code: string | null): code is ContactResult {
  return (results as readonly (string | null)[]).includes(code);
}

type HistoryDetailsProps = {
  readonly line: HistoryLine;
  /** Of amounts that name no currency themselves. */
  readonly currency: string;
};

/** What an event says besides its kind: stages, amounts, dates, results, rules. */
export function HistoryDetails({ line, currency }: HistoryDetailsProps) {
  // The words of both areas are used: the desk has those of the trade.
  useWords('agent');
  const { t } = useWords('cases');
  const details = [
    ...stageDetails(t, line.facts),
    ...codeDetails(t, line),
    ...amountDetails(t, line.facts, currency),
    ...dateDetails(t, line.facts),
  ];
  if (details.length === 0) return null;
  return (
    <div className={classes.details}>
      {details.map(([name, shown]) => (
        <span key={name}>{shown}</span>
      ))}
    </div>
  );
}

function stageDetails(t: TFunction, facts: Facts): Detail[] {
  const stage = (code: string) => t([`agent:state.${code}`, 'agent:state.other']);
  const [from, to] = [textOf(facts, 'from'), textOf(facts, 'to')];
  const [announced, closed] = [textOf(facts, 'announces'), textOf(facts, 'closeReason')];
  const action = textOf(facts, 'nextAction');
  const details: Detail[] = [];
  if (from && to && from !== to) {
    details.push(['to', t('history.fromTo', { from: stage(from), to: stage(to) })]);
  }
  if (announced) details.push(['announces', t('history.announces', { stage: stage(announced) })]);
  if (closed) details.push(['closed', t([`closed.${closed}`, 'closed.other'])]);
  if (action) {
    const next = t([`next.${action}`, 'next.other']);
    details.push(['next', t('history.next', { next })]);
  }
  return details;
}

function codeDetails(t: TFunction, { kind, facts }: HistoryLine): Detail[] {
  const area = kind.split('.')[0] ?? '';
  const result = textOf(facts, 'result');
  const late = textOf(facts, 'lateReason');
  const cause = textOf(facts, 'subReason');
  const state = textOf(facts, 'state');
  const holdKind = area === 'hold' ? textOf(facts, 'kind') : null;
  const name = textOf(facts, 'toName');
  const rules = kind.startsWith('contact.refused') ? textOf(facts, 'rules') : null;
  const details: Detail[] = [];
  if (isResult(result)) details.push(['result', t(`agent:result.${result}`)]);
  if (late) details.push(['late', t([`agent:reason.${late}`, 'agent:reason.other'])]);
  if (cause) details.push(['cause', t([`agent:subReason.${cause}`, 'agent:subReason.unknown'])]);
  if (state && area === 'contact-point') details.push(['state', t(`agent:points.state.${state}`)]);
  if (state && (area === 'promise' || area === 'plan')) {
    details.push(['state', t([`agent:agreement.state.${state}`, 'agent:agreement.state.other'])]);
  }
  if (holdKind) details.push(['hold', t([`agent:hold.${holdKind}`, 'agent:hold.other'])]);
  if (kind === 'case.assigned') {
    details.push(['given', name ? t('history.givenTo', { name }) : t('history.toPool')]);
  }
  if (rules) {
    details.push([
      'rules',
      <Fragment key="rules">
        {t('history.rules')} <bdi dir="ltr">{rules}</bdi>
      </Fragment>,
    ]);
  }
  return details;
}

function amountDetails(t: TFunction, facts: Facts, usual: string): Detail[] {
  const currency = textOf(facts, 'currency') ?? usual;
  return amountNames.flatMap((name): Detail[] => {
    const text = textOf(facts, name);
    if (text === null || (name === 'unapplied' && !/[1-9]/.test(text))) return [];
    const isPlain = name === 'amount' || name === 'total';
    return [
      [
        name,
        <Fragment key={name}>
          {isPlain ? null : `${t(`history.amount.${name}`)} `}
          <Amount text={text} currency={currency} />
        </Fragment>,
      ],
    ];
  });
}

const dateNames = ['dueOn', 'receivedOn', 'reviewOn', 'promisedOn', 'nextActionOn'];

function dateDetails(t: TFunction, facts: Facts): Detail[] {
  const days = dateNames.flatMap((name): Detail[] => {
    const date = textOf(facts, name);
    if (date === null) return [];
    return [
      [
        name,
        <Fragment key={name}>
          {t(`history.date.${name}`)} <Day date={date} />
        </Fragment>,
      ],
    ];
  });
  const at = textOf(facts, 'dueAt') ?? textOf(facts, 'nextActionAt');
  if (at) days.push(['at', <When key="at" at={at} />]);
  return days;
}
