import { NativeSelect } from '@mantine/core';
import { PeriodFields } from '#web/figures/period-fields.tsx';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';
import { periodOf, useAddress } from './address.ts';
import classes from './compliance.module.css';

/** Chooses the portfolio and the days of the figures; the address remembers them. */
export function ScopePicker() {
  const { t } = useWords('compliance');
  const { portfolios } = useMe();
  const { address, go } = useAddress();
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
      <PeriodFields
        period={periodOf(address)}
        change={change}
        words={(key, gaps) => t(`scope.${key}`, { ...gaps })}
        wide={classes.wide}
      />
    </div>
  );
}
