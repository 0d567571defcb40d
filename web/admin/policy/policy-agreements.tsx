import { Checkbox, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { questions } from '#domain/contact/verification.ts';
import { approvingRoles, offeringRoles } from '#domain/policy/policy-settings.ts';
import { useWords } from '#web/ui/words.ts';
import {
  AmountField,
  type PolicyForm,
  Section,
  ShareField,
  WholeField,
  YesField,
} from './policy-fields.tsx';

type AgreementProps = { readonly form: PolicyForm; readonly currency: string };

/** What may be agreed, by whom, and how it is judged. */
export function AgreementSections({ form, currency }: AgreementProps) {
  const { t } = useWords('admin');
  return (
    <>
      <Section name="promises">
        <WholeField form={form} path="agreements.promiseToleranceDays" max={60} />
        <AmountField form={form} path="agreements.promiseTolerance" currency={currency} />
        <WholeField form={form} path="agreements.planGraceDays" max={60} />
        <AmountField form={form} path="agreements.planTolerance" currency={currency} />
        <WholeField form={form} path="agreements.maxBrokenPromises" min={1} max={99} />
        <WholeField form={form} path="agreements.brokenWindowDays" min={1} max={3650} />
        <WholeField form={form} path="agreements.maxBrokenPlans" min={1} max={99} />
        <ShareField form={form} path="agreements.affordableShareBps" min={1} />
        <NativeSelect
          label={t('setting.agreements.approver')}
          data={approvingRoles.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))}
          {...form.getInputProps('agreements.approver')}
        />
        <YesField form={form} path="agreements.partPayments" />
      </Section>
      <Section name="authority">
        {offeringRoles.map((role) => (
          <Authority key={role} form={form} role={role} currency={currency} />
        ))}
      </Section>
      <Section name="secondPerson">
        <AmountField form={form} path="secondPerson.paymentAbove" currency={currency} />
        <AmountField form={form} path="secondPerson.creditAbove" currency={currency} />
        <AmountField form={form} path="secondPerson.refundAbove" currency={currency} />
        {(['back_office', 'manager'] as const).map((role) => (
          <AmountField
            key={role}
            form={form}
            path={`secondPerson.mostApproved.${role}`}
            currency={currency}
            empty={t('setting.noLimit')}
          />
        ))}
      </Section>
      <Section name="verification">
        <Questions form={form} />
        <WholeField
          form={form}
          path="verification.answersNeeded"
          min={1}
          max={form.values.verification.questions.length}
        />
        <WholeField form={form} path="verification.wrongAllowed" min={1} max={9} />
      </Section>
    </>
  );
}

function Authority({
  form,
  role,
  currency,
}: AgreementProps & { readonly role: (typeof offeringRoles)[number] }) {
  const { t } = useWords('admin');
  const at = (name: string) => ({
    form,
    path: `agreements.authority.${role}.${name}`,
    label: t(`setting.authority.${name}`),
  });
  return (
    <Stack gap="sm" role="group" aria-label={t(`ui:role.${role}`)}>
      <Title order={3}>{t(`ui:role.${role}`)}</Title>
      <WholeField {...at('maxPlanMonths')} min={1} max={120} />
      <ShareField {...at('minFirstPaymentBps')} />
      <WholeField {...at('maxPromiseDays')} max={365} />
      <AmountField {...at('minInstalment')} currency={currency} />
      <WholeField {...at('maxShortPayments')} min={2} max={24} />
      <WholeField {...at('maxShortDays')} min={1} max={365} />
    </Stack>
  );
}

function Questions({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  const { verification } = form.values;
  const choose = (chosen: string[]) => {
    // At least one question stays: without any, nobody could be verified.
    const kept = questions.filter((question) => chosen.includes(question));
    if (kept.length > 0) form.setFieldValue('verification.questions', kept);
  };
  return (
    <Checkbox.Group
      label={<Text size="sm">{t('setting.verification.questions')}</Text>}
      value={[...verification.questions]}
      onChange={choose}
    >
      <Stack gap={6} mt={6}>
        {questions.map((question) => (
          <Checkbox key={question} value={question} label={t(`value.${question}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
