import { Button, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { correctAddress, readAddress } from '#contract/customers.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { CountryField } from '#web/ui/country-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { countryWords, placeWords } from '#web/ui/place-words.ts';
import { Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import classes from '../case-parts.module.css';
import { LogForm } from '../log/log-form.tsx';

const zones = Intl.supportedValuesOf('timeZone');

type Address = OutputOf<typeof readAddress>;

/** Where the customer lives, which decides the law that applies; corrected by who may. */
export function AddressPanel({ caseId }: { readonly caseId: string }) {
  const words = useWords('cases');
  const { t, locale } = words;
  const hash = useLocation({ select: (location) => location.hash });
  const [isOpen, setOpen] = useState(hash === 'address');
  const { data, error, refetch } = useEndpoint(readAddress, { caseId });
  const isAsked = hash === 'address';
  const form = useRef<HTMLDivElement>(null);
  // An alarm leads here: the form is open, in view, and the keyboard is in its first field.
  useEffect(() => {
    if (isAsked && data) form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, [isAsked, data]);
  if (!data) {
    return (
      <Panel title={t('address.title')}>
        {error ? (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        ) : (
          <Loading lines={2} />
        )}
      </Panel>
    );
  }
  const { country, region, city, postalCode, readings, unread, confirmedZone } = data;
  const named = countryWords(locale, country);
  const written = [city, region, postalCode, named].filter((part) => part).join(', ');
  return (
    <Panel
      title={t('address.title')}
      aside={
        isOpen ? null : (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('address.correct')}
          </Button>
        )
      }
    >
      <Stack gap="xs">
        <Text size="sm">
          <bdi>{written}</bdi>
        </Text>
        {confirmedZone === null ? null : (
          <Text size="sm">{t('address.clock', { zone: confirmedZone })}</Text>
        )}
        {unread === null ? null : (
          <>
            <State tone="warn">{t('address.unread')}</State>
            <Text size="sm">{t('address.unreadAbout')}</Text>
          </>
        )}
        {readings.length > 1 ? (
          <>
            <State tone="warn">{t('address.contradicts')}</State>
            <ul className={classes.plain}>
              {readings.map((place) => (
                <li key={placeWords(place, words)}>
                  <bdi>{placeWords(place, words)}</bdi>
                </li>
              ))}
            </ul>
            <Text size="sm">{t('address.contradictsAbout')}</Text>
          </>
        ) : null}
        {isOpen ? (
          <div ref={form}>
            <CorrectForm caseId={caseId} address={data} onClose={() => setOpen(false)} />
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}

type CorrectProps = {
  readonly caseId: string;
  readonly address: Address;
  readonly onClose: () => void;
};

function CorrectForm({ caseId, address, onClose }: CorrectProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(correctAddress, {
    initialValues: {
      country: address.country,
      region: address.region ?? '',
      city: address.city ?? '',
      postalCode: address.postalCode ?? '',
      confirmedZone: address.confirmedZone ?? '',
      why: '',
    },
    input: ({ country, region, city, postalCode, confirmedZone, why }) => ({
      ...{ caseId, country, why: why.trim() },
      region: region.trim() || null,
      city: city.trim() || null,
      postalCode: postalCode.trim() || null,
      confirmedZone: confirmedZone || null,
    }),
    invalidates: [...caseReads, readAddress],
    onDone: () => {
      notify('good', t('address.done'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('address.correct')}
      submit={t('address.correct')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="xs">
        <CountryField label={t('address.country')} {...form.getInputProps('country')} />
        {(['region', 'city', 'postalCode'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`address.${name}`)}
            maxLength={120}
            dir="auto"
            autoComplete="off"
            {...form.getInputProps(name)}
          />
        ))}
      </SimpleGrid>
      <NativeSelect
        label={t('address.confirmedZone')}
        description={t('address.confirmedZoneAbout')}
        data={[{ value: '', label: t('address.noZone') }, ...zones]}
        {...form.getInputProps('confirmedZone')}
      />
      <Textarea
        label={t('address.why')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('why')}
      />
    </LogForm>
  );
}
