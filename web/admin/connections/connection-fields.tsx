import { Checkbox, NumberInput, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { readConnection } from '#contract/admin/connections.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useWords } from '#web/ui/words.ts';

/** One setting of an adapter, as the server describes it. */
export type Field = OutputOf<typeof readConnection>['adapters'][number]['fields'][number];
/** What stands in a field. */
export type SettingValue = string | number | boolean | readonly string[];

/** What the fields of an adapter hold before anybody typed. */
export function usualValues(fields: readonly Field[]): Record<string, SettingValue> {
  return Object.fromEntries(fields.map(({ name, usual }) => [name, usual ?? '']));
}

type SettingInputProps = {
  readonly field: Field;
  readonly label: string;
  /** Whether a secret is stored. */
  readonly isSet: boolean;
  readonly value: SettingValue;
  readonly onChange: (value: SettingValue) => void;
  readonly error: ReactNode;
};

/** The input that fits a setting's type. */
export function SettingInput({ field, label, isSet, value, onChange, error }: SettingInputProps) {
  const { t } = useWords('admin');
  const common = { label, error, required: field.required };
  switch (field.type) {
    case 'yes-no':
      return (
        <Checkbox
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'number':
    case 'whole':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next)}
          allowDecimal={field.type === 'number'}
          {...(field.min === null ? {} : { min: field.min })}
          {...(field.max === null ? {} : { max: field.max })}
          clampBehavior="none"
        />
      );
    case 'list':
      return (
        <Textarea
          {...common}
          description={t('connections.onePerLine')}
          autosize
          minRows={2}
          maxRows={10}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(event) => onChange(linesOf(event.currentTarget.value))}
        />
      );
    case 'secret':
      return (
        <PasswordInput
          {...common}
          autoComplete="new-password"
          description={t(isSet ? 'connections.secretSet' : 'connections.secretNone')}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          dir="auto"
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
