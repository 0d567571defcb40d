import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { changePortfolio, listPolicies, previewPortfolio } from '#contract/admin/policy.ts';
import { principals } from '#domain/contact/collector-roles.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { ApiProblem } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { CountryField } from '#web/ui/country-field.tsx';
import { useWords } from '#web/ui/words.ts';
import { AdminProblem } from './admin-problem.tsx';
import { type PlaceChange, PlaceQuestion } from './place-question.tsx';

type PortfolioPlaceProps = {
  readonly portfolio: OutputOf<typeof listPolicies>['portfolios'][number];
};

/** What the form asks of the traits that decide the law. */
type Wanted = {
  readonly country: string;
  readonly callerId: string;
  readonly kind: 'consumer' | 'business';
  readonly usesThirdPartyName: boolean;
  readonly businessAssociate: string;
  readonly actsFor: string;
};

/** Where a portfolio is, which decides its public holidays, and the number it calls from. */
export function PortfolioPlace({ portfolio }: PortfolioPlaceProps) {
  const { id: portfolioId, country, callerId, ...who } = portfolio;
  const { t } = useWords('admin');
  const notify = useNotify();
  const [asked, setAsked] = useState<PlaceChange | null>(null);
  const wanted = (values: Wanted) => ({
    portfolioId,
    country: values.country,
    callerId: values.callerId,
    kind: values.kind,
    usesThirdPartyName: values.usesThirdPartyName,
    businessAssociate: values.businessAssociate === '' ? null : values.businessAssociate === 'true',
    actsFor: principals.find((kind) => kind === values.actsFor) ?? null,
  });
  const preview = useAction(previewPortfolio, { quiet: true, onDone: setAsked });
  const { form, action, submit, mark, problem } = useEndpointForm(changePortfolio, {
    initialValues: {
      country,
      callerId,
      kind: who.kind as 'consumer' | 'business',
      usesThirdPartyName: who.usesThirdPartyName,
      businessAssociate: who.businessAssociate === null ? '' : String(who.businessAssociate),
      actsFor: who.actsFor ?? '',
      reason: '',
    },
    input: (values) => ({
      ...wanted(values),
      reason: values.reason.trim() || null,
    }),
    invalidates: [listPolicies],
    onDone: ({ changed, proposed }) => {
      if (changed > 0) notify('good', t('policy.saved', { count: changed, shown: changed }));
      if (proposed > 0) notify('good', t('portfolio.traitsProposed'));
    },
  });
  const ask = () => {
    form.clearErrors();
    preview.mutate(wanted(form.values), { onError: mark });
  };
  const refused = isOfFields(preview.error) ? null : preview.error;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Fieldset legend={t('section.place.title')}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('section.place.about')}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
            <CountryField label={t('portfolio.placeCountry')} {...form.getInputProps('country')} />
            <TextInput
              label={t('portfolio.callerId')}
              description={t('portfolio.callerIdHint')}
              type="tel"
              dir="ltr"
              autoComplete="off"
              maxLength={40}
              {...form.getInputProps('callerId')}
            />
            <NativeSelect
              label={t('portfolio.debtors')}
              description={t('portfolio.debtorsHint')}
              data={(['consumer', 'business'] as const).map((value) => ({
                value,
                label: t(`portfolio.debtorKinds.${value}`),
              }))}
              {...form.getInputProps('kind')}
            />
            <NativeSelect
              label={t('portfolio.businessAssociate')}
              data={['', 'true', 'false'].map((value) => ({
                value,
                label: t(`portfolio.associate.${value || 'unknown'}`),
              }))}
              {...form.getInputProps('businessAssociate')}
            />
            <NativeSelect
              label={t('portfolio.actsFor')}
              description={t('portfolio.actsForHint')}
              data={['', ...principals].map((value) => ({
                value,
                label: t(`portfolio.principal.${value || 'unknown'}`),
              }))}
              {...form.getInputProps('actsFor')}
            />
          </SimpleGrid>
          <Checkbox
            label={t('portfolio.usesThirdPartyName')}
            {...form.getInputProps('usesThirdPartyName', { type: 'checkbox' })}
          />
          <TextInput
            label={t('portfolio.lawReason')}
            description={t('portfolio.lawReasonHint')}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
          <AdminProblem problem={problem ?? refused} />
          <Group justify="flex-end">
            <Button
              disabled={!form.isDirty()}
              loading={preview.isPending || action.isPending}
              onClick={() => ask()}
            >
              {t('portfolio.save')}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
      <PlaceQuestion
        change={asked}
        onStay={() => setAsked(null)}
        onGo={() => {
          setAsked(null);
          submit();
        }}
      />
    </form>
  );
}

/** Whether a refusal stands at the fields that it names. */
const isOfFields = (error: unknown) =>
  error instanceof ApiProblem && error.code === 'invalid-input';
