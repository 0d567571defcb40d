import { Group, Text } from '@mantine/core';
import { ownValue } from '#kernel/own-value.ts';
import { Amount } from '#web/ui/amount.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../case-parts.module.css';
import type { DeskCase } from '../case-shape.ts';

type Debt = NonNullable<DeskCase['debt']>;

const tones: Readonly<Record<string, Tone>> = {
  open: 'info',
  active: 'info',
  approved: 'info',
  proposed: 'warn',
  kept: 'good',
  completed: 'good',
  partly_kept: 'warn',
  late: 'warn',
  broken: 'bad',
  missed: 'bad',
};

/** Promises and plans of the case with what was paid on each. */
export function AgreementsPanel({
  debt,
  currency,
}: {
  readonly debt: Pick<Debt, 'promises' | 'plans'>;
  readonly currency: string;
}) {
  const { t } = useWords('agent');
  if (debt.promises.length === 0 && debt.plans.length === 0) return null;
  const stateOf = (state: string) => (
    <State tone={ownValue(tones, state) ?? 'neutral'}>
      {t([`agreement.state.${state}`, 'agreement.state.other'])}
    </State>
  );
  return (
    <Panel title={t('agreement.title')}>
      <ul className={classes.plain}>
        {debt.promises.map((promise) => (
          <li key={promise.id}>
            <Group gap="xs">
              <strong>{t('agreement.promise')}</strong>
              <Amount text={promise.amount} currency={currency} />
              <Text size="sm">
                {t('agreement.by')} <Day date={promise.dueOn} />
              </Text>
              {stateOf(promise.state)}
              {/[1-9]/.test(promise.paid) ? (
                <Text size="xs" c="dimmed">
                  {t('agreement.paid')} <Amount text={promise.paid} currency={currency} />
                </Text>
              ) : null}
            </Group>
          </li>
        ))}
        {debt.plans.map((plan) => (
          <li key={plan.id}>
            <details>
              <summary>
                <strong>{t('agreement.plan')}</strong>{' '}
                <Amount text={plan.total} currency={currency} />{' '}
                {t([`plan-form.frequency.${plan.frequency}`, 'agreement.plan'])}{' '}
                {stateOf(plan.state)}
              </summary>
              <ol className={classes.instalments}>
                {plan.instalments.map((part) => (
                  <li key={part.number}>
                    <Day date={part.dueOn} /> <Amount text={part.amount} currency={currency} />{' '}
                    {stateOf(part.state)}
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
