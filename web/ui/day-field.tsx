import { TextInput, type TextInputProps } from '@mantine/core';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useWords } from './words.ts';

type DayFieldProps = Omit<TextInputProps, 'onChange' | 'onBlur' | 'type' | 'value'> & {
  readonly type?: 'date' | 'datetime-local';
  readonly value: string;
  /** Called with a whole day or time, or an empty text once nothing stands in the field. */
  readonly onDay: (value: string) => void;
};

/**
 * A date outside of a form, taken up as it is typed. What is not a whole date is refused at the field
 * and the last answer stands, because a browser tells it as empty.
 */
export function DayField({ type = 'date', value, onDay, error, ...rest }: DayFieldProps) {
  const { t } = useWords('ui');
  const [draft, setDraft] = useState(value);
  const [isHalf, setHalf] = useState(false);
  useEffect(() => setDraft(value), [value]);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setHalf(currentTarget.validity.badInput);
  return (
    <TextInput
      {...rest}
      type={type}
      value={draft}
      error={isHalf ? t('field.not-a-date') : error}
      onBlur={look}
      onKeyUp={(event) => isHalf && look(event)}
      onChange={({ currentTarget: { value: typed, validity } }) => {
        setDraft(typed);
        setHalf(validity.badInput);
        if (!validity.badInput) onDay(typed);
      }}
    />
  );
}
