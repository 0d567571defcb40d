import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordContactPoint, recordMethod } from '#contract/conversations.ts';
import classes from '#web/cases/case-parts.module.css';
import { monthEnd } from '#web/cases/dates.ts';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/api.ts';
import { useAction } from '#web/ui/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { useCall } from './desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import parts from './talk.module.css';

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
  const [kind, setKind] = useState<MethodKind>('card');
  const [lastDigits, setDigits] = useState('');
  const [month, setMonth] = useState('');
  const [day, setDay] = useState('');
  const recorded = useRecorded('method');
  const save = useAction(recordMethod, { invalidates: callReads, quiet: true, onDone: recorded });
  return (
    <FormPanel
      name="method"
      disabled={!/^\d{2,4}$/.test(lastDigits)}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          conversationId: conversation.id,
          kind,
          lastDigits,
          expiresOn: month && kind === 'card' ? monthEnd(`${month}-01`) : null,
          chargingDay: day ? Number(day) : null,
        })
      }
    >
      <p className={classes.advice}>{t('newMethod.about')}</p>
      <div className={parts.fields}>
        <NativeSelect
          label={t('newMethod.kind')}
          size="sm"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as MethodKind)}
          data={methodKinds.map((value) => ({ value, label: t(`method.kind.${value}`) }))}
        />
        <TextInput
          data-first
          label={t('newMethod.digits')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={lastDigits}
          onChange={(event) => setDigits(event.currentTarget.value.replaceAll(/\D/g, ''))}
          dir="ltr"
        />
        {kind === 'card' ? (
          <TextInput
            type="month"
            label={t('newMethod.expires')}
            value={month}
            onChange={(event) => setMonth(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          type="number"
          label={t('newMethod.day')}
          min={1}
          max={31}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
    </FormPanel>
  );
}

/** A new number or e-mail address from the verified person. */
export function PointForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const [kind, setKind] = useState<PointKind>('mobile');
  const [value, setValue] = useState('');
  const [place, setPlace] = useState<Place>('home');
  const recorded = useRecorded('point');
  const save = useAction(recordContactPoint, {
    invalidates: callReads,
    quiet: true,
    onDone: recorded,
  });
  const isPhone = kind !== 'email';
  return (
    <FormPanel
      name="point"
      disabled={value.trim() === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          conversationId: conversation.id,
          kind,
          value: value.trim(),
          place: isPhone ? place : null,
        })
      }
    >
      <div className={parts.fields}>
        <NativeSelect
          label={t('newPoint.kind')}
          size="sm"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as PointKind)}
          data={pointKinds.map((one) => ({ value: one, label: t(`points.kind.${one}`) }))}
        />
        <TextInput
          data-first
          label={t(isPhone ? 'newPoint.number' : 'newPoint.email')}
          type={isPhone ? 'tel' : 'email'}
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          maxLength={200}
          dir="ltr"
        />
        {isPhone ? (
          <NativeSelect
            label={t('newPoint.place')}
            size="sm"
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value as Place)}
            data={places.map((one) => ({ value: one, label: t(`points.place.${one}`) }))}
          />
        ) : null}
      </div>
    </FormPanel>
  );
}
