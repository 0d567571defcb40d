import { Alert, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { maxReportDays } from '#contract/insight.ts';
import { type Period, presetPeriod, presets, todayHere } from '#web/figures/period.ts';
import { isPeriod } from '#web/figures/view.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';
import { periodOf, useAddress } from './address.ts';
import classes from './compliance.module.css';

/** Chooses the portfolio and the days of the figures; the address remembers them. */
export function ScopePicker() {
  const { t } = useWords('compliance');
  const { portfolios } = useMe();
  const { address, go } = useAddress();
  const period = periodOf(address);
  const today = todayHere();
  const preset = presets.find((name) => {
    const { from, to } = presetPeriod(name, today);
    return from === period.from && to === period.to;
  });
  const change = (part: Parameters<typeof go>[0]) => go({ ...part, day: undefined });
  return (
    <div className={classes.pickers}>
      <NativeSelect
        label={t('scope.portfolio')}
        value={address.portfolio ?? ''}
        onChange={({ currentTarget }) => change({ portfolio: currentTarget.value || undefined })}
        data={[
          { value: '', label: t('scope.all') },
          ...portfolios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('scope.period')}
        value={preset ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = presets.find((name) => name === currentTarget.value);
          if (chosen) change(presetPeriod(chosen, today));
        }}
        data={[
          ...presets.map((name) => ({ value: name, label: t(`scope.${name}`) })),
          ...(preset ? [] : [{ value: '', label: t('scope.own') }]),
        ]}
      />
      <DateFields period={period} change={change} />
    </div>
  );
}

type DateFieldsProps = { readonly period: Period; readonly change: (period: Period) => void };

/** Two dates; the address follows once they make a period. */
function DateFields({ period, change }: DateFieldsProps) {
  const { t } = useWords('compliance');
  const [draft, setDraft] = useState(period);
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
        <TextInput
          key={end}
          type="date"
          label={t(`scope.${end}`)}
          value={draft[end]}
          onChange={({ currentTarget }) => set({ [end]: currentTarget.value })}
          aria-invalid={isWrong}
        />
      ))}
      {isWrong ? (
        <Alert role="alert" variant="light" color="yellow" className={classes.wide}>
          {t('scope.wrong', { max: maxReportDays })}
        </Alert>
      ) : null}
    </>
  );
}
