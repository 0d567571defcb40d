import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { Amount } from '#web/ui/amount.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../case-parts.module.css';
import type { DeskCase } from '../case-shape.ts';

type Debt = NonNullable<DeskCase['debt']>;

/** Why a method would better be charged on another day. */
export function proposedWords(
  t: TFunction,
  { day, daysBefore }: NonNullable<Debt['methods'][number]['proposedDay']>,
): string {
  return daysBefore === 0
    ? t('method.proposedDaySame', { day })
    : t('method.proposedDay', { day, count: daysBefore });
}

/** How the customer pays, what happened to it, and what that cost the creditor. */
export function MethodsAndEvents({ debt }: { readonly debt: Debt }) {
  const { t } = useWords('agent');
  if (debt.methods.length + debt.events.length === 0 && debt.payDay === null) return null;
  return (
    <div className={classes.pair}>
      <Panel title={t('method.title')}>
        {debt.methods.length === 0 ? <Text size="sm">{t('method.none')}</Text> : null}
        {debt.payDay === null ? null : (
          <Text size="sm">{t('method.payDay', { day: debt.payDay })}</Text>
        )}
        <ul className={classes.plain}>
          {debt.methods.map((method) => (
            <li key={method.id}>
              <Group gap="xs">
                <strong>{t(`method.kind.${method.kind}`)}</strong>
                <bdi dir="ltr">{method.masked}</bdi>
                {method.kind === 'none' ? null : (
                  <State tone={method.state === 'valid' ? 'good' : 'warn'}>
                    {t([`method.state.${method.state}`, 'method.state.other'])}
                  </State>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                {t('method.rejects', { count: method.rejects })}
                {method.expiresOn ? (
                  <>
                    {' · '}
                    {t('method.expires')} <Day date={method.expiresOn} />
                    {method.renews === null
                      ? null
                      : ` (${t(method.renews ? 'method.renews' : 'method.renewsNot')})`}
                  </>
                ) : null}
                {method.chargingDay === null
                  ? null
                  : ` · ${t('method.chargingDay', { day: method.chargingDay })}`}
              </Text>
              {method.proposedDay ? (
                <Text size="xs">{proposedWords(t, method.proposedDay)}</Text>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('event.title')}>
        <RejectCosts costs={debt.rejectCosts} />
        <ul className={classes.plain}>
          {debt.events.map((event) => (
            <li key={event.id}>
              <Group gap="xs">
                <strong>{t([`subReason.${event.subReason}`, 'subReason.unknown'])}</strong>
                {event.resolved ? <State tone="good">{t('event.resolved')}</State> : null}
              </Group>
              <Text size="xs" c="dimmed">
                {t(`event.${event.type}.short`)} ·{' '}
                {t([`event.fault.${event.fault}`, 'event.fault.nobody'])} ·{' '}
                <Day date={event.happenedOn} />
                {event.cost ? (
                  <>
                    {' · '}
                    {t(`reject.from.${event.cost.from}`)}{' '}
                    <Amount text={event.cost.amount} currency={event.cost.currency} />
                  </>
                ) : null}
              </Text>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** What the rejects of the case have cost so far: a cost of the creditor, never of the customer. */
function RejectCosts({
  costs: { rejects, unknown, costs },
}: {
  readonly costs: Debt['rejectCosts'];
}) {
  const { t } = useWords('agent');
  if (rejects === 0) return null;
  return (
    <Text size="sm">
      {t('reject.soFar', { count: rejects })}
      {costs.map(({ amount, currency }) => (
        <span key={currency}>
          {' · '}
          <Amount text={amount} currency={currency} />
        </span>
      ))}
      {unknown > 0 ? ` · ${t('reject.unknown', { count: unknown })}` : null}
      <Text span size="xs" c="dimmed" display="block">
        {t('reject.about')}
      </Text>
    </Text>
  );
}
