import { List, Text } from '@mantine/core';
import { ApiProblem } from './client/api.ts';
import { When } from './when.tsx';
import { useWords } from './words.ts';

/** A rule as one would cite it. */
export type CitedRule = {
  readonly rule: string;
  readonly title: string;
  readonly citation: string;
};

/** A rule of the house in the reader's language; one of a law as its pack cites it. */
export function RuleWords({ rule, title, citation }: CitedRule) {
  const { t } = useWords('rules');
  const ofHouse = t(`house.${rule}`, { defaultValue: '' });
  if (ofHouse !== '') {
    return (
      <>
        {ofHouse}
        <Text size="xs" c="dimmed">
          {t('house.cited')}
        </Text>
      </>
    );
  }
  return (
    <>
      <bdi lang="en">{title}</bdi>
      <Text size="xs" c="dimmed">
        <bdi lang="en">{citation}</bdi>
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
