import { Alert, List, Stack, Text } from '@mantine/core';
import type { transferPortfolio } from '#contract/compliance/contact-facts.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useWords } from '#web/ui/words.ts';

type BarredCasesProps = { readonly answer: OutputOf<typeof transferPortfolio> };

/** The cases whose debts may not be transferred, each with the rules that say so. */
export function BarredCases({ answer: { barred, cases, titles } }: BarredCasesProps) {
  const { t, locale } = useWords('compliance');
  const rest = barred - cases.length;
  return (
    <Alert role="alert" color="yellow" variant="light">
      <Stack gap="xs">
        <Text size="sm">
          {t('transfer.barred', { count: barred, shown: barred.toLocaleString(locale) })}
        </Text>
        <List size="sm" mah={240} style={{ overflowY: 'auto' }}>
          {cases.map(({ caseId, customerName, rules }) => (
            <List.Item key={caseId}>
              <CaseLink caseId={caseId}>
                <bdi>{customerName}</bdi>
              </CaseLink>
              <Text size="xs" c="dimmed">
                <bdi>{rules.map((rule) => titles[rule] ?? rule).join('; ')}</bdi>
              </Text>
            </List.Item>
          ))}
        </List>
        {rest > 0 ? (
          <Text size="xs">
            {t('transfer.barredRest', { count: rest, shown: rest.toLocaleString(locale) })}
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
