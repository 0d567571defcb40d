import { TextInput, type TextInputProps } from '@mantine/core';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useWords } from './words.ts';

type DayFieldProps = Omit<TextInputProps, 'onChange' | 'onBlur' | 'type' | 'value'> & {
  readonly type?: 'date' | 'datetime-local';
  readonly value: string;
  /** Called with a whole day or time, or an empty text once nothing stands in the field. */
  readonly onDay: (value: string) => void;
};

/** A year while it is typed: browsers tell `0002-11-30` before `2026-11-30`. */
const unfinishedYear = /^0/;

/**
 * A date outside of a form, taken up as it is typed. What is not a whole date is refused at the field
 * once it is left and the last answer stands, because a browser tells it as empty.
 */
export function DayField({ type = 'date', value, onDay, error, ...rest }: DayFieldProps) {
  const { t } = useWords('ui');
  const [draft, setDraft] = useState(value);
  const [isHalf, setHalf] = useState(false);
  useEffect(() => setDraft(value), [value]);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    const { badInput, customError } = currentTarget.validity;
    setHalf(badInput || customError);
  };
  return (
    <TextInput
      {...rest}
      type={type}
      value={draft}
      error={isHalf ? t('field.not-a-date') : error}
      onBlur={look}
      onKeyUp={(event) => isHalf && look(event)}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        const isUnfinished = unfinishedYear.test(typed);
        currentTarget.setCustomValidity(isUnfinished ? t('field.not-a-date') : '');
        setDraft(typed);
        if (isUnfinished || currentTarget.validity.badInput) return;
        setHalf(false);
        onDay(typed);
      }}
    />
  );
}
