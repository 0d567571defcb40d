import { Checkbox, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { isDate } from '#kernel/time.ts';
import { useWords } from '#web/ui/words.ts';
import { type PolicyForm, Section, WholeField, YesField } from './policy-fields.tsx';
import { dayNames, weekdayWords } from './setting-words.ts';

const usualHours = ['08:00', '21:00'] as const;
const mostHolidays = 400;

/** When people are contacted and which days count as business days. */
export function ContactSections({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  return (
    <>
      <Text size="sm">{t('policy.twoPeople')}</Text>
      <Section name="hours">
        {dayNames.map((name, index) => (
          <Hours key={name} form={form} week="ukHours" name={name} day={index + 1} />
        ))}
        <YesField form={form} path="gate.closedOnBankHolidays" />
      </Section>
      <Section name="houseHours">
        {dayNames.map((name, index) => (
          <Hours key={name} form={form} week="houseHours" name={name} day={index + 1} />
        ))}
      </Section>
      <Section name="gate">
        <WholeField form={form} path="gate.attorneyResponseDays" min={1} max={365} />
        <WholeField form={form} path="gate.closingGuardSeconds" max={3_600} />
        <YesField form={form} path="gate.noRecallAfterAbandoned" />
        <YesField form={form} path="gate.safeHarboursBind" />
        <YesField form={form} path="gate.stopMeansEverything" />
      </Section>
      <Section name="calendar">
        <Weekend form={form} />
        <Holidays form={form} />
      </Section>
    </>
  );
}

type HoursProps = {
  readonly form: PolicyForm;
  /** For the United Kingdom, or wherever the law names no hours. */
  readonly week: 'ukHours' | 'houseHours';
  readonly name: (typeof dayNames)[number];
  readonly day: number;
};

function Hours({ form, week, name, day }: HoursProps) {
  const { t, locale } = useWords('admin');
  const open = form.values.gate[week][name];
  const path = `gate.${week}.${name}`;
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

function Weekend({ form }: { readonly form: PolicyForm }) {
  const { t, locale } = useWords('admin');
  return (
    <Checkbox.Group
      label={t('setting.weekend')}
      value={form.values.weekend.map(String)}
      onChange={(days) => {
        // A week keeps one business day.
        if (days.length < 7) form.setFieldValue('weekend', days.map(Number).sort());
      }}
    >
      <Stack gap={6} mt={6}>
        {dayNames.map((name, index) => (
          <Checkbox key={name} value={String(index + 1)} label={weekdayWords(locale, index + 1)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Holidays({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  return (
    <TagsInput
      label={t('setting.holidays')}
      description={t('hours.holidayHint')}
      value={[...form.values.holidays]}
      onChange={(dates) =>
        form.setFieldValue('holidays', [...new Set(dates.filter(isDate))].sort())
      }
      error={form.errors['holidays']}
      maxTags={mostHolidays}
      dir="ltr"
    />
  );
}
