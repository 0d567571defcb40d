import { Checkbox, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { caseStates, stateFacts } from '#domain/cases/states.ts';
import { eventTypes } from '#domain/key-events/events.ts';
import { itemKinds } from '#domain/policy/policy-settings.ts';
import { shapeNames } from '#domain/strategy/process-step.ts';
import { useWords } from '#web/ui/words.ts';
import { AmountField, type PolicyForm, Section, WholeField, YesField } from './policy-fields.tsx';

const boardStates = caseStates.filter((state) => stateFacts[state].open && state !== 'watch');

/** What enters collection, which process it takes, and how much work may lie where. */
export function EntrySections({
  form,
  currency,
}: {
  readonly form: PolicyForm;
  readonly currency: string;
}) {
  const { t } = useWords('admin');
  return (
    <>
      <Section name="entry">
        <WholeField form={form} path="entry.graceDays" max={365} />
        <AmountField form={form} path="entry.minAmount" currency={currency} />
        <AmountField form={form} path="entry.exitAmount" currency={currency} />
        <ItemKinds form={form} />
      </Section>
      <Section name="process">
        <NativeSelect
          label={t('setting.shape')}
          data={shapeNames.map((name) => ({ value: name, label: t(`value.${name}`) }))}
          {...form.getInputProps('shape')}
        />
        <WholeField form={form} path="rejectLimit" min={1} max={99} />
        {(['mandate', 'card', 'other'] as const).map((method) => (
          <AmountField
            key={method}
            form={form}
            path={`rejectCost.${method}`}
            currency={currency}
            empty={t('value.notKnown')}
          />
        ))}
        <WholeField form={form} path="charging.submissionDays" max={30} />
        <WholeField form={form} path="charging.settlementDays" max={30} />
        <Target form={form} currency={currency} />
        <WholeField form={form} path="staleBalanceDays" min={1} max={3650} />
        <WholeField form={form} path="cardExpiryDays" max={365} />
        {eventTypes.map((type) => (
          <WholeField
            key={type}
            form={form}
            path={`firstTreatmentHours.${type}`}
            min={1}
            max={8760}
          />
        ))}
        <YesField form={form} path="outbound" />
        <YesField form={form} path="keepWatching" />
        <YesField form={form} path="intradayReports" />
      </Section>
      <Section name="wip">
        {boardStates.map((state) => (
          <WipLimit key={state} form={form} state={state} />
        ))}
      </Section>
    </>
  );
}

function ItemKinds({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  const path = 'entry.itemKinds';
  const { value, onChange, error } = form.getInputProps(path);
  return (
    <Checkbox.Group label={t(`setting.${path}`)} value={value} onChange={onChange} error={error}>
      <Stack gap={6} mt={6}>
        {itemKinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`value.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Target({ form, currency }: { readonly form: PolicyForm; readonly currency: string }) {
  const { t } = useWords('admin');
  const path = 'monthlyCollectionTarget';
  return (
    <TextInput
      label={t(`setting.${path}`)}
      inputMode="decimal"
      dir="ltr"
      value={form.values[path] ?? ''}
      error={form.errors[path]}
      onChange={({ currentTarget: { value } }) =>
        form.setFieldValue(path, value === '' ? null : value)
      }
      placeholder={t('value.none')}
      rightSection={<span style={{ fontSize: '0.75rem' }}>{currency}</span>}
      rightSectionWidth={48}
    />
  );
}

function WipLimit({
  form,
  state,
}: {
  readonly form: PolicyForm;
  readonly state: (typeof caseStates)[number];
}) {
  const { t } = useWords('admin');
  const { wipLimits } = form.values;
  const set = (limit: number | undefined) => {
    const { [state]: _, ...others } = wipLimits;
    form.setFieldValue('wipLimits', limit === undefined ? others : { ...others, [state]: limit });
  };
  return (
    <NumberInput
      label={t(`state.${state}`)}
      value={wipLimits[state] ?? ''}
      error={form.errors[`wipLimits.${state}`]}
      onChange={(next) => set(typeof next === 'number' ? next : undefined)}
      placeholder={t('value.none')}
      allowDecimal={false}
      max={10_000_000}
      clampBehavior="none"
      thousandSeparator
    />
  );
}
