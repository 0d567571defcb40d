import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { countriesIn } from './countries.ts';
import { useWords } from './words.ts';

type CountryFieldProps = Omit<NativeSelectProps, 'data'>;

/** A country by its name; its value is the two-letter code, empty while none is chosen. */
export function CountryField(props: CountryFieldProps) {
  const { t, locale } = useWords();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const chosen = String(props.value ?? props.defaultValue ?? '');
  const isListed = countries.some(({ value }) => value === chosen);
  const first = isListed ? [] : [{ value: chosen, label: chosen || t('ui:chooseCountry') }];
  return <NativeSelect {...props} data={[...first, ...countries]} />;
}
