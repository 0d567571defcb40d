import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type DetailField, formOfDetail } from '#domain/gate/facts/consent-kinds.ts';
import type { FactField, FieldForm } from '#domain/gate/facts/fact-kinds.ts';
import { isolated } from '#web/ui/isolate.ts';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';

const media = ['phone_call', 'sms', 'email', 'letter', 'chat', 'messaging', 'electronic', 'all'];

/** Ways of contact that a person can authorise one by one. */
const authorisable = ['phone_call', 'sms', 'email', 'letter', 'chat', 'messaging', 'visit'];

/** Texts as typed, by field; weekdays as digits with commas between. Empty is not said. */
export type TypedFields = Readonly<Partial<Record<FactField, string>>>;

type FactFieldInputProps = {
  readonly name: DetailField;
  readonly value: string;
  readonly points: DeskCase['contactPoints'];
  readonly isNeeded: boolean;
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
};

/** The field of a detail that the schema or the server names, such as `details.weekdays.0`. */
export function detailField(path: string): string | null {
  return /^details\.\w+/.exec(path)?.[0] ?? null;
}

/** One detail of a fact in the form it has. */
export function FactFieldInput(props: FactFieldInputProps) {
  const { name, value, points, isNeeded, error, onChange } = props;
  const { t } = useWords('contact-log');
  const label = t(`field.${name}`);
  const form = formOfDetail(name);
  if (form === 'media') return <Media {...props} label={label} />;
  if (form === 'weekdays') {
    return <Weekdays label={label} value={value} error={error} onChange={onChange} />;
  }
  const choices = choicesOf(form, points, t);
  if (choices) {
    return (
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('form.notSaid') }, ...choices]}
        required={isNeeded}
        error={error}
      />
    );
  }
  return (
    <TextInput
      label={label}
      type={inputTypes[form] ?? 'text'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required={isNeeded}
      error={error}
      maxLength={200}
      dir="auto"
    />
  );
}

const inputTypes: Readonly<Partial<Record<FieldForm, string>>> = {
  date: 'date',
  dates: 'date',
  instant: 'datetime-local',
  number: 'number',
  clock: 'time',
};

function choicesOf(
  form: FieldForm,
  points: DeskCase['contactPoints'],
  t: ReturnType<typeof useWords>['t'],
) {
  switch (form) {
    case 'flag':
      return [
        { value: 'true', label: t('form.yes') },
        { value: 'false', label: t('form.no') },
      ];
    case 'address':
      return points.map(({ id, masked }) => ({ value: id, label: isolated(masked) }));
    case 'medium':
      return media.map((value) => ({ value, label: t(`channel.${value}`) }));
    case 'place':
      return ['home', 'work'].map((value) => ({ value, label: t(`place.${value}`) }));
    default:
      return null;
  }
}

type WeekdaysProps = {
  readonly label: string;
  readonly value: string;
  readonly error: ReactNode;
  readonly onChange: (value: string) => void;
};

/** A Monday, from which the names of the days are read. */
const aMonday = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

function Weekdays({ label, value, error, onChange }: WeekdaysProps) {
  const { locale } = useWords('contact-log');
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value ? value.split(',') : []}
      onChange={(days) => onChange(days.sort().join(','))}
    >
      <Group gap="xs">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Checkbox
            key={day}
            value={String(day)}
            label={names.format(aMonday + (day - 1) * dayMs)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** Several ways of contact; those chosen with commas between. */
function Media({ label, value, error, onChange }: WeekdaysProps) {
  const { t } = useWords('contact-log');
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={value ? value.split(',') : []}
      onChange={(chosen) => onChange(chosen.join(','))}
    >
      <Group gap="xs">
        {authorisable.map((medium) => (
          <Checkbox key={medium} value={medium} label={t(`channel.${medium}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** What was typed as the details of a fact; what was left empty is absent. */
export function detailsOf(
  typed: Readonly<Partial<Record<DetailField, string>>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      text ? [[name, readAs(formOfDetail(name as DetailField), text)]] : [],
    ),
  );
}

function readAs(form: FieldForm, text: string): unknown {
  switch (form) {
    case 'flag':
      return text === 'true';
    case 'number':
      return Number(text);
    case 'instant':
      return new Date(text).toISOString();
    case 'weekdays':
      return text.split(',').map(Number);
    case 'dates':
    case 'media':
      return text.split(',');
    case 'texts':
      return text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
    default:
      return text.trim();
  }
}
