import { Checkbox, Fieldset, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { readPolicy } from '#contract/admin/policy.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useWords } from '#web/ui/words.ts';

/** A portfolio's settings as they are on the wire. */
export type Settings = OutputOf<typeof readPolicy>['settings'];
/** What is typed in the policy's form: the settings, and why they are changed. */
export type PolicyValues = Settings & { readonly reason: string };
/** The form they are changed in. */
export type PolicyForm = UseFormReturnType<PolicyValues>;

type FieldProps = {
  readonly form: PolicyForm;
  /** Where in the settings: `entry.graceDays`. */
  readonly path: string;
  /** What the field is called, when not by its path. */
  readonly label?: string;
};

const basisPoints = 100;

/** A part of the policy with a name and one sentence on what it does. */
export function Section({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { t } = useWords('admin');
  return (
    <Fieldset legend={t(`section.${name}.title`)}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`section.${name}.about`)}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

/** A whole number in a range. What is typed outside it stays, with what is wrong beside it. */
export function WholeField({
  form,
  path,
  label,
  min = 0,
  max,
  empty,
}: FieldProps & {
  readonly min?: number;
  readonly max: number;
  /** What an empty field says, where it may be empty: it is null then. */
  readonly empty?: string;
}) {
  const { t } = useWords('admin');
  const { value, ...input } = form.getInputProps(path);
  return (
    <NumberInput
      label={label ?? t(`setting.${path}`)}
      {...input}
      value={value ?? ''}
      onChange={(next) => input.onChange(empty !== undefined && next === '' ? null : next)}
      placeholder={empty}
      allowDecimal={false}
      min={min}
      max={max}
      clampBehavior="none"
    />
  );
}

/** A share, kept in basis points and shown in percent. */
export function ShareField({
  form,
  path,
  label,
  min = 0,
}: FieldProps & { /** The least share, in basis points. */ readonly min?: number }) {
  const { t } = useWords('admin');
  const { value, error } = form.getInputProps(path);
  return (
    <NumberInput
      label={label ?? t(`setting.${path}`)}
      value={typeof value === 'number' ? value / basisPoints : ''}
      onChange={(next) =>
        form.setFieldValue(path, typeof next === 'number' ? Math.round(next * basisPoints) : next)
      }
      error={error ? t('policy.shareRange', { least: min / basisPoints }) : null}
      suffix=" %"
      decimalScale={2}
      min={min / basisPoints}
      max={100}
      clampBehavior="none"
    />
  );
}

/** An amount, as plain decimal text. */
export function AmountField({
  form,
  path,
  label,
  currency,
  empty,
}: FieldProps & {
  readonly currency: string;
  /** What an empty field says, where it may be empty: it is null then. */
  readonly empty?: string;
}) {
  const { t } = useWords('admin');
  const { value, ...input } = form.getInputProps(path);
  return (
    <TextInput
      label={label ?? t(`setting.${path}`)}
      {...input}
      value={value ?? ''}
      onChange={({ currentTarget: { value: typed } }) =>
        input.onChange(empty !== undefined && typed.trim() === '' ? null : typed)
      }
      placeholder={empty}
      inputMode="decimal"
      dir="ltr"
      rightSection={<span style={{ fontSize: '0.75rem' }}>{currency}</span>}
      rightSectionWidth={48}
    />
  );
}

/** Yes or no. */
export function YesField({ form, path }: FieldProps) {
  const { t } = useWords('admin');
  return (
    <Checkbox
      label={t(`setting.${path}`)}
      {...form.getInputProps(path, { type: 'checkbox' })}
      style={{ alignSelf: 'end' }}
    />
  );
}
