import { Alert, Group, Select, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type VulnerabilityKind, vulnerabilityKinds } from '#domain/contact/vulnerability.ts';
import { useWords } from '#web/ui/words.ts';

/** What was found: none, or what makes the customer vulnerable. */
export type DangerAnswer = VulnerabilityKind | 'none';

const answers: readonly DangerAnswer[] = [...vulnerabilityKinds, 'none'];

/** The answer in the form of the endpoint. */
export function dangerOf(answer: DangerAnswer, support: string) {
  if (answer === 'none') return { real: false };
  return { real: true, kind: answer, support: support.trim() || null };
}

type FieldProps = ReturnType<UseFormReturnType<unknown>['getInputProps']>;

/** Whether words tell of danger to life, and the support that is needed. */
export function DangerFields({
  answer,
  support,
  isReal,
}: {
  readonly answer: FieldProps;
  readonly support: FieldProps;
  readonly isReal: boolean;
}) {
  const { t } = useWords('compliance');
  return (
    <Alert color="red" title={t('refusals.danger.title')}>
      <Group gap="sm" align="flex-end">
        <Select
          w="19rem"
          maw="100%"
          label={t('refusals.danger.found')}
          data={answers.map((value) => ({ value, label: t(`refusals.danger.kind.${value}`) }))}
          {...answer}
        />
        {isReal ? (
          <Textarea
            label={t('refusals.danger.support')}
            autosize
            w="24rem"
            maw="100%"
            dir="auto"
            {...support}
          />
        ) : null}
      </Group>
    </Alert>
  );
}
