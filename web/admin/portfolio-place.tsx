import { Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changePortfolio, listPolicies, previewPortfolio } from '#contract/admin/policy.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { AdminProblem } from './admin-problem.tsx';
import { type PlaceChange, PlaceQuestion } from './place-question.tsx';

type PortfolioPlaceProps = {
  readonly portfolioId: string;
  readonly country: string;
  readonly callerId: string;
};

/** Where a portfolio is, which decides its public holidays, and the number it calls from. */
export function PortfolioPlace({ portfolioId, country, callerId }: PortfolioPlaceProps) {
  const { t, locale } = useWords('admin');
  const notify = useNotify();
  const [asked, setAsked] = useState<PlaceChange | null>(null);
  const wanted = (values: { readonly country: string; readonly callerId: string }) => ({
    portfolioId,
    country: values.country.trim().toUpperCase(),
    callerId: values.callerId,
  });
  const preview = useAction(previewPortfolio, { quiet: true, onDone: setAsked });
  const { form, action, submit, problem } = useEndpointForm(changePortfolio, {
    initialValues: { country, callerId },
    input: wanted,
    invalidates: [listPolicies],
    onDone: ({ changed }) => notify('good', t('policy.saved', { count: changed, shown: changed })),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        preview.mutate(wanted(form.values));
      }}
    >
      <Fieldset legend={t('section.place.title')}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('section.place.about')}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
            <TextInput
              label={t('portfolio.countryCode')}
              description={countryName(locale, form.values.country)}
              dir="ltr"
              autoComplete="off"
              maxLength={2}
              {...form.getInputProps('country')}
            />
            <TextInput
              label={t('portfolio.callerId')}
              description={t('portfolio.callerIdHint')}
              type="tel"
              dir="ltr"
              autoComplete="off"
              maxLength={40}
              {...form.getInputProps('callerId')}
            />
          </SimpleGrid>
          <AdminProblem problem={problem ?? preview.error} />
          <Group justify="flex-end">
            <Button
              disabled={!form.isDirty()}
              loading={preview.isPending || action.isPending}
              onClick={() => preview.mutate(wanted(form.values))}
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

/** The country of a two-letter code; the code itself while it is none. */
function countryName(locale: string, typed: string): string {
  const code = typed.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
