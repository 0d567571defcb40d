import { List, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from './client/api.ts';
import { When } from './when.tsx';
import { useWords } from './words.ts';

/** A rule as one would cite it. */
export type CitedRule = {
  readonly rule: string;
  readonly title: string;
  readonly citation: string;
};

/** What a rule says in the reader's language, and what may be done where it stands in the way. */
export type PlainRule = {
  readonly says: string;
  readonly todo: string | null;
  /** Of the house; no law is cited for it. */
  readonly isOfHouse: boolean;
};

/**
 * Rules in plain words by id (`locales/<language>/law.json`, those of the house in `rules.json`);
 * null for a rule that is installed no more. Nothing waits for the words: the legal title stands
 * until they have come.
 */
export function usePlainRules(): (rule: string) => PlainRule | null {
  const { t } = useTranslation(['law', 'rules'], { useSuspense: false });
  return useCallback(
    (rule) => {
      const word = (key: string) => t(key, { defaultValue: '' });
      // What no law speaks of is named with its place and channel behind the id.
      const [id = rule] = rule.split(':');
      const ofHouse = word(`rules:house.${id}`);
      const says = ofHouse || word(`law:${id}.says`);
      if (says === '') return null;
      const todo = ofHouse ? '' : word(`law:${id}.todo`);
      return { says, todo: todo || null, isOfHouse: ofHouse !== '' };
    },
    [t],
  );
}

/** A rule of the house or of a law in the reader's language; the law is cited below in its own. */
export function RuleWords({ rule, title, citation }: CitedRule) {
  const { t } = useWords('rules');
  const plain = usePlainRules()(rule);
  if (plain?.isOfHouse) {
    return (
      <>
        {plain.says}
        <Text size="xs" c="dimmed">
          {t('house.cited')}
        </Text>
      </>
    );
  }
  return (
    <>
      {plain ? (
        <>
          {plain.says} {plain.todo}
        </>
      ) : (
        <bdi lang="en">{title}</bdi>
      )}
      <Text size="xs" c="dimmed" lang="en" dir="auto">
        {plain ? `${title} · ${citation}` : citation}
      </Text>
    </>
  );
}

/** The rules that stand against a contact, one a line. */
export function RuleList({ rules }: { readonly rules: readonly CitedRule[] }) {
  return (
    <List size="sm" spacing={2}>
      {rules.map((one) => (
        <List.Item key={one.rule}>
          <RuleWords {...one} />
        </List.Item>
      ))}
    </List>
  );
}

type NextContactProps = {
  readonly nextKind: string;
  readonly nextPermittedAt: string | null;
  readonly zone: string | null;
};

/** When a refused contact may be made, at the person's place, or on what condition. */
export function NextContact({ nextKind, nextPermittedAt, zone }: NextContactProps) {
  const { t } = useWords('rules');
  return (
    <Text size="sm" fw={600}>
      {nextKind === 'at' && nextPermittedAt ? (
        <>
          {t('from')} <When at={nextPermittedAt} zone={zone} />
        </>
      ) : (
        t(`next.${nextKind}`)
      )}
    </Text>
  );
}

/** What the server says of a refused contact: the rules by name and law, and when next. */
export function RefusedContact({ problem }: { readonly problem: unknown }) {
  if (!(problem instanceof ApiProblem) || problem.code !== 'contact-refused') return null;
  const { rules, ...next } = problem.facts as { rules?: CitedRule[] } & NextContactProps;
  if (!rules) return null;
  return (
    <>
      <RuleList rules={rules} />
      <NextContact {...next} />
    </>
  );
}
