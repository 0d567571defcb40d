import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';

/** The kinds of reference by which a debt is found. */
export const referenceKinds = ['itemReference', 'accountReference', 'customerReference'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** Which debt: a portfolio and one reference of a kind. */
export type DebtChoice = {
  readonly portfolioId: string;
  readonly by: ReferenceKind;
  readonly reference: string;
};

type DebtFieldsProps = {
  readonly value: DebtChoice;
  readonly onChange: (value: DebtChoice) => void;
  readonly kinds?: readonly ReferenceKind[];
  /** What is wrong with the reference. */
  readonly error: ReactNode;
};

/** The field of a debt that the schema or the server names by the kind of its reference. */
export function debtField(path: string): string | null {
  return referenceKinds.some((kind) => kind === path) ? 'debt.reference' : null;
}

/** What stands at the reference when no debt has it, until another one is typed; null otherwise. */
export function useUnknownDebt(problem: unknown, { reference }: DebtChoice): string | null {
  const { t } = useWords('office');
  if (!(problem instanceof ApiProblem)) return null;
  const { code, facts } = problem;
  if (code === 'step-missing' && facts['needs'] === 'reference') {
    return reference.trim() === '' ? t('ui:field.missing') : null;
  }
  const isUnknown = code === 'not-found' && facts['id'] === reference.trim();
  return isUnknown ? t('debt.unknown', { reference: reference.trim() }) : null;
}

/** Fields that name a debt. */
export function DebtFields({ value, onChange, kinds = referenceKinds, error }: DebtFieldsProps) {
  const { t } = useWords('office');
  const { portfolios } = useMe();
  return (
    <>
      <NativeSelect
        label={t('portfolio.title')}
        value={value.portfolioId}
        onChange={({ currentTarget }) => onChange({ ...value, portfolioId: currentTarget.value })}
        data={portfolios.map(({ id, name, currency }) => ({
          value: id,
          label: `${name} (${currency})`,
        }))}
      />
      <NativeSelect
        label={t('debt.by')}
        value={value.by}
        onChange={({ currentTarget }) =>
          onChange({ ...value, by: currentTarget.value as ReferenceKind })
        }
        data={kinds.map((kind) => ({ value: kind, label: t(`field.${kind}`) }))}
      />
      <TextInput
        label={t('debt.reference')}
        value={value.reference}
        error={error}
        onChange={({ currentTarget }) => onChange({ ...value, reference: currentTarget.value })}
      />
    </>
  );
}

/** The reference as the endpoints take it: one field filled, the others null. */
export function referenceOf({ by, reference }: DebtChoice) {
  const none = { itemReference: null, accountReference: null, customerReference: null };
  return { ...none, [by]: reference.trim() };
}
