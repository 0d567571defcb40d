import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useWords } from '#web/ui/words.ts';
import type { PolicyForm } from './policy-fields.tsx';
import { weekdayWords } from './setting-words.ts';

const usualHours = ['08:00', '21:00'] as const;

type HoursProps = {
  readonly form: PolicyForm;
  /** Where in the settings: `gate.houseHours.mon`. */
  readonly path: string;
  /** From and until; null is closed. */
  readonly open: readonly [string, string] | null;
  /** ISO weekday, 1 Monday. */
  readonly day: number;
};

/** The hours of one weekday: open or closed, and from when to when. */
export function Hours({ form, path, open, day }: HoursProps) {
  const { t, locale } = useWords('admin');
  const weekday = weekdayWords(locale, day);
  return (
    <Stack gap={6}>
      <Checkbox
        label={weekday}
        checked={open !== null}
        onChange={({ currentTarget: { checked } }) =>
          form.setFieldValue(path, checked ? usualHours : null)
        }
      />
      {open ? (
        <Group gap="xs" wrap="nowrap" align="flex-start" dir="ltr">
          <TextInput
            type="time"
            aria-label={t('hours.from', { weekday })}
            value={open[0]}
            error={form.errors[`${path}.0`]}
            onChange={({ currentTarget: { value } }) => form.setFieldValue(path, [value, open[1]])}
          />
          <TextInput
            type="time"
            aria-label={t('hours.until', { weekday })}
            value={open[1]}
            onChange={({ currentTarget: { value } }) => form.setFieldValue(path, [open[0], value])}
            error={
              open[0] !== '' && open[1] !== '' && open[0] >= open[1]
                ? t('hours.wrong')
                : form.errors[`${path}.1`]
            }
          />
        </Group>
      ) : null}
    </Stack>
  );
}
