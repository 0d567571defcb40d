import { Alert, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { maxReportDays } from '#contract/insight.ts';
import { DayField } from '#web/ui/day-field.tsx';
import { todayHere } from '#web/ui/days.ts';
import { type Period, presetPeriod, presets } from './period.ts';
import { isPeriod } from './view.ts';

type PeriodFieldsProps = {
  readonly period: Period;
  readonly change: (period: Period) => void;
  /** Words of the screen: `period`, each preset, `own`, `from`, `to`, `wrong`. */
  readonly words: (key: string, gaps?: Readonly<Record<string, number>>) => string;
  /** Style of a warning, which takes a line of its own. */
  readonly wide: string | undefined;
};

/** Chooses the days of figures: a usual period, or two dates. */
export function PeriodFields({ period, change, words, wide }: PeriodFieldsProps) {
  const today = todayHere();
  const preset = presets.find((name) => {
    const { from, to } = presetPeriod(name, today);
    return from === period.from && to === period.to;
  });
  return (
    <>
      <NativeSelect
        label={words('period')}
        value={preset ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = presets.find((name) => name === currentTarget.value);
          if (chosen) change(presetPeriod(chosen, today));
        }}
        data={[
          ...presets.map((name) => ({ value: name, label: words(name) })),
          ...(preset ? [] : [{ value: '', label: words('own') }]),
        ]}
        size="sm"
      />
      <DateFields period={period} change={change} words={words} wide={wide} />
    </>
  );
}

/** Two dates; the address follows once they make a period. */
function DateFields({ period, change, words, wide }: PeriodFieldsProps) {
  const [draft, setDraft] = useState({ from: period.from, to: period.to });
  useEffect(() => setDraft({ from: period.from, to: period.to }), [period.from, period.to]);
  const set = (part: Partial<Period>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (next.from && next.to && isPeriod(next)) change(next);
  };
  const isWrong = Boolean(draft.from && draft.to) && !isPeriod(draft);
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={end}
          label={words(end)}
          value={draft[end]}
          onDay={(value) => set({ [end]: value })}
          aria-invalid={isWrong}
        />
      ))}
      {isWrong ? (
        <Alert role="alert" variant="light" color="yellow" className={wide}>
          {words('wrong', { max: maxReportDays })}
        </Alert>
      ) : null}
    </>
  );
}
