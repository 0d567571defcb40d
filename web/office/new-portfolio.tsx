import { Button, Group, Modal, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { createPortfolio, readPortfolios } from '#contract/intake.ts';
import { type CollectorRole, collectorRoles } from '#domain/contact/collector-roles.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { meQuery } from '#web/ui/client/me.ts';
import { CountryField } from '#web/ui/country-field.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type NewPortfolioProps = { readonly opened: boolean; readonly onClose: () => void };

type Values = {
  name: string;
  creditorName: string;
  kind: 'consumer' | 'business';
  product: string;
  currency: string;
  country: string;
  zone: string;
  collectorRole: CollectorRole;
  callerId: string;
};

const empty: Values = {
  name: '',
  creditorName: '',
  kind: 'consumer',
  product: '',
  currency: 'USD',
  country: 'US',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  collectorRole: 'original_creditor',
  callerId: '',
};

const kinds = ['consumer', 'business'] as const;
const zones = Intl.supportedValuesOf('timeZone');
const currencies = Intl.supportedValuesOf('currency');

/** A form for a new portfolio: whose debts, in which currency, under which country's rules. */
export function NewPortfolio({ opened, onClose }: NewPortfolioProps) {
  const { t } = useWords('office');
  const queries = useQueryClient();
  const { form, action, submit, problem } = useEndpointForm(createPortfolio, {
    initialValues: empty,
    input: (values) => values,
    invalidates: [readPortfolios],
    onDone: () => {
      form.reset();
      queries.invalidateQueries({ queryKey: meQuery.queryKey }).catch(() => undefined);
      onClose();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('portfolio.new')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t('portfolio.name')} data-autofocus {...form.getInputProps('name')} />
          <TextInput label={t('portfolio.creditor')} {...form.getInputProps('creditorName')} />
          <NativeSelect
            label={t('portfolio.kind')}
            data={kinds.map((value) => ({ value, label: t(`portfolio.kinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <NativeSelect
            label={t('portfolio.collector')}
            data={collectorRoles.map((value) => ({
              value,
              label: t(`portfolio.collectors.${value}`),
            }))}
            {...form.getInputProps('collectorRole')}
          />
          <TextInput label={t('portfolio.product')} {...form.getInputProps('product')} />
          <Group grow>
            <Select
              label={t('field.currency')}
              searchable
              data={currencies}
              {...form.getInputProps('currency')}
            />
            <CountryField label={t('field.country')} {...form.getInputProps('country')} />
          </Group>
          <Select
            label={t('field.zone')}
            searchable
            data={zones}
            limit={50}
            {...form.getInputProps('zone')}
          />
          <TextInput
            label={t('portfolio.callerId')}
            description={t('portfolio.callerIdAbout')}
            dir="ltr"
            {...form.getInputProps('callerId')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('portfolio.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
