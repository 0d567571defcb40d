import { NativeSelect, TextInput } from '@mantine/core';
import { recordWhereabouts } from '#contract/whereabouts.ts';
import classes from '#web/cases/case-parts.module.css';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { CountryField } from '#web/ui/country-field.tsx';
import { useWords } from '#web/ui/words.ts';
import parts from '../conversation/conversation.module.css';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';

type Place = InputOf<typeof recordWhereabouts>['place'];

const places: readonly Place[] = ['elsewhere', 'work', 'home'];

/** Where the verified person says they are now: travelling, at work or at home, and until when. */
export function WhereaboutsForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const recorded = useRecorded('whereabouts');
  const { form, action, submit, problem } = useEndpointForm(recordWhereabouts, {
    initialValues: { place: 'elsewhere' as Place, country: '', region: '', until: '', time: '' },
    input: ({ place, country, region, until, time }) => ({
      conversationId: conversation.id,
      place,
      country: place === 'elsewhere' ? country : null,
      region: place === 'elsewhere' ? region.trim() || null : null,
      until: until || null,
      time: until && time ? time : null,
    }),
    invalidates: callReads,
    onDone: recorded,
  });
  const { place, country, until } = form.values;
  return (
    <FormPanel
      name="whereabouts"
      disabled={place === 'elsewhere' && country === ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
    >
      <p className={classes.advice}>{t('whereabouts.about')}</p>
      <div className={parts.fields}>
        <NativeSelect
          data-first
          label={t('whereabouts.where')}
          size="sm"
          data={places.map((value) => ({ value, label: t(`whereabouts.${value}`) }))}
          {...form.getInputProps('place')}
        />
        {place === 'elsewhere' ? (
          <>
            <CountryField
              label={t('whereabouts.country')}
              size="sm"
              {...form.getInputProps('country')}
            />
            <TextInput
              label={t('whereabouts.region')}
              maxLength={120}
              autoComplete="off"
              dir="auto"
              {...form.getInputProps('region')}
            />
          </>
        ) : null}
        <TextInput type="date" label={t('whereabouts.until')} {...form.getInputProps('until')} />
        <TextInput
          type="time"
          label={t('whereabouts.time')}
          description={until ? undefined : t('whereabouts.timeOfDay')}
          disabled={!until}
          {...form.getInputProps('time')}
        />
      </div>
    </FormPanel>
  );
}
