import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { markNumber, reportRepresented, stopContact } from '#contract/conversations.ts';
import { callReads } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/api.ts';
import { useAction } from '#web/ui/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { useCall } from './desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import classes from './talk.module.css';

type Scope = InputOf<typeof stopContact>['scope'];
type PointState = InputOf<typeof markNumber>['state'];

const scopes: readonly Scope[] = [
  'this-number',
  'all-calls',
  'at-work',
  'at-times',
  'everything-in-writing',
];
const pointStates: readonly PointState[] = ['wrong_person', 'disconnected', 'moved', 'valid'];
/** ISO weekdays, Monday first. */
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function weekdayName(weekday: number, locale: string): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day);
}

/** A wish about how, where or when to be contacted; in force at once. */
export function StopForm() {
  const { t, locale } = useWords('agent');
  const { conversation } = useCall();
  const [scope, setScope] = useState<Scope>('this-number');
  const [days, setDays] = useState<readonly number[]>([]);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [words, setWords] = useState('');
  const recorded = useRecorded('stop');
  const save = useAction(stopContact, { invalidates: callReads, quiet: true, onDone: recorded });
  const isTimed = scope === 'at-times';
  const toggle = (day: number) =>
    setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort());
  return (
    <FormPanel
      name="stop"
      disabled={isTimed && days.length === 0 && from === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          conversationId: conversation.id,
          scope,
          weekdays: isTimed ? [...days] : [],
          from: isTimed && from ? from : null,
          until: isTimed && until ? until : null,
          words: words.trim() || null,
        })
      }
    >
      <NativeSelect
        label={t('stop.scope')}
        size="sm"
        value={scope}
        onChange={(event) => setScope(event.currentTarget.value as Scope)}
        data={scopes.map((value) => ({ value, label: t(`stop.${value}`) }))}
      />
      {isTimed ? (
        <>
          <Group gap="sm" role="group" aria-label={t('stop.weekdays')}>
            {weekdays.map((day) => (
              <Checkbox
                key={day}
                label={weekdayName(day, locale)}
                checked={days.includes(day)}
                onChange={() => toggle(day)}
              />
            ))}
          </Group>
          <div className={classes.fields}>
            <TextInput
              type="time"
              label={t('stop.from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('stop.until')}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </div>
        </>
      ) : null}
      <TextInput
        label={t('stop.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        dir="auto"
      />
    </FormPanel>
  );
}

/** Somebody speaks for the customer: from now on only they are talked to. */
export function RepresentedForm() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const [name, setName] = useState('');
  const [reach, setReach] = useState('');
  const recorded = useRecorded('represented');
  const save = useAction(reportRepresented, {
    invalidates: callReads,
    quiet: true,
    onDone: recorded,
  });
  return (
    <FormPanel
      name="represented"
      disabled={name.trim() === '' || reach.trim() === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() => save.mutate({ conversationId: conversation.id, name, reach })}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('represented.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          dir="auto"
        />
        <TextInput
          label={t('represented.reach')}
          value={reach}
          onChange={(event) => setReach(event.currentTarget.value)}
          maxLength={200}
          dir="auto"
        />
      </div>
    </FormPanel>
  );
}

/** A number or address that turned out wrong, dead or moved, or right after all. */
export function NumberForm() {
  const { t } = useWords('agent');
  const { conversation, file } = useCall();
  const [contactPointId, setPoint] = useState(
    conversation.contactPointId ?? file.contactPoints[0]?.id ?? '',
  );
  const [state, setState] = useState<PointState>('wrong_person');
  const recorded = useRecorded('number');
  const save = useAction(markNumber, { invalidates: callReads, quiet: true, onDone: recorded });
  return (
    <FormPanel
      name="number"
      disabled={contactPointId === ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() => save.mutate({ conversationId: conversation.id, contactPointId, state })}
    >
      <div className={classes.fields}>
        <NativeSelect
          label={t('number.state')}
          size="sm"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as PointState)}
          data={pointStates.map((value) => ({ value, label: t(`points.state.${value}`) }))}
        />
        <NativeSelect
          label={t('number.point')}
          size="sm"
          value={contactPointId}
          onChange={(event) => setPoint(event.currentTarget.value)}
          data={file.contactPoints.map(({ id, masked }) => ({ value: id, label: masked }))}
        />
      </div>
    </FormPanel>
  );
}
