import { NativeSelect, TextInput } from '@mantine/core';
import { recordContactPoint, recordLanguage, recordMethod } from '#contract/conversations.ts';
import { languageCodes, languageName } from '#kernel/languages.ts';
import { ownValue } from '#kernel/own-value.ts';
import classes from '#web/cases/case-parts.module.css';
import { monthEnd } from '#web/cases/dates.ts';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useWords } from '#web/ui/words.ts';
import parts from '../conversation/conversation.module.css';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';

type MethodKind = InputOf<typeof recordMethod>['kind'];
type PointKind = InputOf<typeof recordContactPoint>['kind'];
type Place = NonNullable<InputOf<typeof recordContactPoint>['place']>;

const methodKinds: readonly MethodKind[] = ['card', 'mandate'];
const pointKinds: readonly PointKind[] = ['mobile', 'landline', 'email'];
const places: readonly Place[] = ['home', 'work'];

/** A new card or mandate by its last digits: the whole number is never typed here. */
export function MethodForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('method');
  const { form, action, submit, problem } = useEndpointForm(recordMethod, {
    initialValues: { kind: 'card' as MethodKind, lastDigits: '', month: '', day: '' },
    input: ({ kind, lastDigits, month, day }) => ({
      conversationId: conversation.id,
      kind,
      lastDigits,
      expiresOn: month && kind === 'card' ? monthEnd(`${month}-01`) : null,
      chargingDay: day ? Number(day) : null,
    }),
    field: (path) => ownValue({ expiresOn: 'month', chargingDay: 'day' }, path) ?? null,
    invalidates: callReads,
    onDone: recorded,
  });
  const { kind } = form.values;
  return (
    <FormPanel name="method" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <p className={classes.advice}>{t('newMethod.about')}</p>
      <div className={parts.fields}>
        <NativeSelect
          label={t('newMethod.kind')}
          size="sm"
          data={methodKinds.map((value) => ({ value, label: t(`method.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          data-first
          label={t('newMethod.digits')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          dir="ltr"
          {...form.getInputProps('lastDigits')}
          onChange={(event) =>
            form.setFieldValue('lastDigits', event.currentTarget.value.replaceAll(/\D/g, ''))
          }
        />
        {kind === 'card' ? (
          <TextInput type="month" label={t('newMethod.expires')} {...form.getInputProps('month')} />
        ) : null}
        <TextInput
          type="number"
          label={t('newMethod.day')}
          min={1}
          max={31}
          {...form.getInputProps('day')}
        />
      </div>
    </FormPanel>
  );
}

/** A new number or e-mail address from the verified person. */
export function PointForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('point');
  const { form, action, submit, problem } = useEndpointForm(recordContactPoint, {
    initialValues: { kind: 'mobile' as PointKind, value: '', place: 'home' as Place },
    input: ({ kind, value, place }) => ({
      conversationId: conversation.id,
      kind,
      value: value.trim(),
      place: kind === 'email' ? null : place,
    }),
    invalidates: callReads,
    onDone: recorded,
  });
  const isPhone = form.values.kind !== 'email';
  return (
    <FormPanel name="point" isBusy={action.isPending} problem={problem} onSubmit={submit}>
      <div className={parts.fields}>
        <NativeSelect
          label={t('newPoint.kind')}
          size="sm"
          data={pointKinds.map((one) => ({ value: one, label: t(`points.kind.${one}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          data-first
          label={t(isPhone ? 'newPoint.number' : 'newPoint.email')}
          type={isPhone ? 'tel' : 'email'}
          autoComplete="off"
          maxLength={200}
          dir="ltr"
          {...form.getInputProps('value')}
        />
        {isPhone ? (
          <NativeSelect
            label={t('newPoint.place')}
            size="sm"
            data={places.map((one) => ({ value: one, label: t(`points.place.${one}`) }))}
            {...form.getInputProps('place')}
          />
        ) : null}
      </div>
    </FormPanel>
  );
}

/** The language that the verified person prefers: texts, letters and the script follow it. */
export function LanguageForm() {
  const { t, locale } = useWords('agent');
  const { conversation, file } = useCall();
  const recorded = useRecorded('language');
  const { form, action, submit, problem } = useEndpointForm(recordLanguage, {
    initialValues: { language: file.customer.language ?? '' },
    input: ({ language }) => ({ conversationId: conversation.id, language }),
    invalidates: callReads,
    onDone: recorded,
  });
  const names = languageCodes
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <FormPanel
      name="language"
      disabled={form.values.language === ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
    >
      <p className={classes.advice}>{t('newLanguage.about')}</p>
      <NativeSelect
        data-first
        label={t('who.language')}
        size="sm"
        data={[{ value: '', label: t('newLanguage.choose'), disabled: true }, ...names]}
        {...form.getInputProps('language')}
      />
    </FormPanel>
  );
}
