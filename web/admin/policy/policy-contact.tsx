import { Checkbox, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { readPolicy } from '#contract/admin/policy.ts';
import { voicemailLanguages } from '#domain/contact/voicemail.ts';
import { isDate } from '#kernel/time.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useWords } from '#web/ui/words.ts';
import { Hours } from './day-hours.tsx';
import { type PolicyForm, Section, WholeField, YesField } from './policy-fields.tsx';
import { RuleSettings } from './rule-settings.tsx';
import { dayNames, weekdayWords } from './setting-words.ts';

const mostHolidays = 400;

type ContactProps = {
  readonly form: PolicyForm;
  /** What the rules of the portfolio's country leave to the operator. */
  readonly rules: OutputOf<typeof readPolicy>['rules'];
};

/** When people are contacted and which days count as business days. */
export function ContactSections({ form, rules }: ContactProps) {
  return (
    <>
      <RuleSettings form={form} rules={rules} />
      <Section name="houseHours">
        {dayNames.map((name, index) => (
          <Hours
            key={name}
            form={form}
            path={`gate.houseHours.${name}`}
            open={form.values.gate.houseHours[name]}
            day={index + 1}
          />
        ))}
      </Section>
      <Voicemail form={form} />
      <Section name="gate">
        <WholeField form={form} path="gate.attorneyResponseDays" min={1} max={365} />
        <WholeField form={form} path="gate.closingGuardSeconds" max={3_600} />
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

/** What a machine is told when nobody answers; without it agents hang up. */
function Voicemail({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  const path = 'gate.voicemail';
  return (
    <Section name="voicemail">
      <YesField form={form} path={`${path}.leave`} />
      <TextInput
        label={t(`setting.${path}.businessName`)}
        maxLength={80}
        dir="auto"
        {...form.getInputProps(`${path}.businessName`)}
      />
      <TextInput
        label={t(`setting.${path}.callbackNumber`)}
        type="tel"
        maxLength={30}
        dir="ltr"
        {...form.getInputProps(`${path}.callbackNumber`)}
      />
      {voicemailLanguages.map((language) => (
        <Textarea
          key={language}
          label={t(`setting.${path}.texts.${language}`)}
          maxLength={400}
          autosize
          minRows={3}
          lang={language}
          dir="auto"
          {...form.getInputProps(`${path}.texts.${language}`)}
        />
      ))}
    </Section>
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
