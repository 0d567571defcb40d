import { Text } from '@mantine/core';
import type { readDecision } from '#contract/compliance/compliance.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { Day, offsetWords, When, zoneCityWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { codeWords, detailWords, releasingWords } from '../code-words.ts';
import classes from '../compliance.module.css';

type Decision = OutputOf<typeof readDecision>;

/** A rule that spoke about a contact, with what it used and the law it stands on. */
export type Finding = Decision['reasons'][number];

/** The gate's answer as every part of this screen shows it. */
export type Answer = Pick<
  Decision,
  'verdict' | 'nextKind' | 'nextPermittedAt' | 'releasing' | 'zones'
>;

/** The tone of a verdict. */
export const verdictTones = {
  permitted: 'good',
  presumed_violation: 'warn',
  refused: 'bad',
} as const satisfies Readonly<Record<string, Tone>>;

/** Rules in words: title, what they used, what lifts them, and the law with its link and dates. */
export function RuleFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, locale } = useWords('compliance');
  return (
    <ul className={classes.findings}>
      {findings.map((finding, place) => {
        const used = detailWords(t, finding.details, locale);
        return (
          // A rule may speak twice about one contact, in the order in which the gate asks.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={`${finding.rule} ${place}`}>
            <div className={classes.findingHead}>
              <RuleHeading rule={finding} />
              <State tone={finding.operational ? 'info' : enforcementTone(finding.enforcement)}>
                {finding.operational
                  ? t('finding.operational')
                  : codeWords(t, 'enforcement', finding.enforcement)}
              </State>
            </div>
            {used ? <Text size="sm">{used}</Text> : null}
            <RuleTodo rule={finding} />
            <Ends finding={finding} />
            <Law rule={finding} />
          </li>
        );
      })}
    </ul>
  );
}

type Titled = { readonly rule: Pick<Finding, 'rule' | 'title'> };

/** What a rule says in the reader's language; its legal title stands with the law below. */
export function RuleHeading({ rule: { rule, title } }: Titled) {
  const plain = usePlainRules()(rule);
  return plain ? (
    <strong>{plain.says}</strong>
  ) : (
    <strong lang="en" dir="auto">
      {title}
    </strong>
  );
}

/** What may be done where a rule stands in the way. */
function RuleTodo({ rule: { rule } }: Titled) {
  const todo = usePlainRules()(rule)?.todo;
  return todo ? <Text size="sm">{todo}</Text> : null;
}

/** When a finding ends: with time, after something happens, or never. */
function Ends({ finding: { bound, releasing } }: { readonly finding: Finding }) {
  const { t } = useWords('compliance');
  // A remark that nothing lifts has no end to speak of.
  if (bound === 'event' && releasing.length === 0) return null;
  const words = releasing.map((code) => releasingWords(t, code)).join(' · ');
  return (
    <Text size="sm" c="dimmed">
      {t(`bound.${bound}`)} {words}
    </Text>
  );
}

function enforcementTone(enforcement: string): Tone {
  if (enforcement === 'presumption') return 'warn';
  return enforcement === 'duty' || enforcement === 'advisory' ? 'neutral' : 'bad';
}

type LawProps = {
  readonly rule: Pick<
    Finding,
    'rule' | 'title' | 'citation' | 'source' | 'since' | 'until' | 'confidence' | 'basis' | 'pack'
  >;
};

/** Where a rule stands: its legal title, citation with its address, dates in force, and how sure it is. */
export function Law({ rule }: LawProps) {
  const { t } = useWords('compliance');
  const { title, citation, source, since, until, confidence, basis } = rule;
  return (
    <Text size="xs" c="dimmed" component="div" className={classes.law}>
      <span lang="en" dir="auto">
        {title}
      </span>
      <span lang="en" dir="auto">
        {source ? (
          <a href={source} target="_blank" rel="noreferrer">
            {citation}
          </a>
        ) : (
          citation
        )}
      </span>
      {since && since > '1970-01-01' ? (
        <span>
          {t('law.since')} <Day date={since} />
        </span>
      ) : null}
      {until ? (
        <span>
          {t('law.until')} <Day date={until} />
        </span>
      ) : null}
      {basis ? <span>{codeWords(t, 'basis', basis)}</span> : null}
      {confidence ? <span>{codeWords(t, 'confidence', confidence)}</span> : null}
      <span>
        <bdi>{rule.rule}</bdi>
      </span>
    </Text>
  );
}

/** When the contact may be made: now, from an instant, after something happens, or never. */
export function NextTime({ answer }: { readonly answer: Answer }) {
  const { t } = useWords('compliance');
  const { nextKind, nextPermittedAt, releasing, zones } = answer;
  if (nextKind === 'at' && nextPermittedAt) {
    return (
      <Text size="sm" fw={600}>
        {t('next.at')} <When at={nextPermittedAt} zone={zones[0]?.zone ?? null} />
      </Text>
    );
  }
  const words = [...new Set(releasing.map((code) => releasingWords(t, code)))];
  return (
    <Text size="sm" fw={600}>
      {t(`next.${nextKind}`)}
      {nextKind === 'on_condition' && words.length > 0 ? ` ${words.join(' · ')}` : null}
    </Text>
  );
}

/** The local time in every zone that was looked at. */
export function LocalTimes({ zones }: Pick<Answer, 'zones'>) {
  const { t, locale } = useWords('compliance');
  if (zones.length === 0) return <Text size="sm">{t('zones.none')}</Text>;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  // A wall clock is shown as it stands there: the offset is cut off, not converted.
  const wall = (local: string) => format.format(new Date(`${local.slice(0, 19)}Z`));
  return (
    <ul className={classes.times}>
      {zones.map(({ zone, local }) => (
        <li key={zone}>
          <bdi>{zoneCityWords(zone, locale, new Date(local))}</bdi>{' '}
          <bdi className={classes.faint} dir="ltr">
            {offsetWords(local)}
          </bdi>
          : <time dateTime={local}>{wall(local)}</time>
        </li>
      ))}
    </ul>
  );
}
