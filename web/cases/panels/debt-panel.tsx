import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Amount, amountKey } from '#web/ui/amount.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../case-parts.module.css';
import type { DeskCase } from '../case-shape.ts';
import { useDesk } from '../open-case.tsx';
import { AgreementsPanel } from './agreements-panel.tsx';
import { MethodsAndEvents } from './methods-events.tsx';

type Debt = NonNullable<DeskCase['debt']>;
type Item = Debt['items'][number];

/** What is owed, line by line; until the right person is verified only that it is locked. */
export function DebtPanel() {
  const { t } = useWords('agent');
  const { file, stage } = useDesk();
  if (!file.debt) {
    return (
      <section className={classes.locked} aria-label={t('debt.title')}>
        <LockDrawing />
        <div>
          <strong>{t('debt.locked')}</strong>
          <Text size="sm" c="dimmed">
            {t(stage === 'not-verified' ? 'debt.lockedForGood' : 'debt.lockedAbout')}
          </Text>
        </div>
      </section>
    );
  }
  return <DebtTables debt={file.debt} currency={file.portfolio.currency} />;
}

/** Items, payment methods, key events, promises and plans of a case. */
export function DebtTables({ debt, currency }: { readonly debt: Debt; readonly currency: string }) {
  return (
    <>
      <Items debt={debt} currency={currency} />
      <MethodsAndEvents debt={debt} />
      <AgreementsPanel debt={debt} currency={currency} />
    </>
  );
}

function LockDrawing() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" stroke="currentColor" aria-hidden>
      <rect x="5.5" y="12.5" width="17" height="11" rx="2.5" strokeWidth="1.5" />
      <path d="M9.5 12.5V9a4.5 4.5 0 0 1 9 0v3.5M14 17v2.5" strokeWidth="1.5" />
    </svg>
  );
}

function Items({ debt, currency }: { readonly debt: Debt; readonly currency: string }) {
  const { t } = useWords('agent');
  const columns = useMemo(() => columnsOf(t, currency), [t, currency]);
  const { total, overdue, inHand, likely, chaseable, ages } = debt;
  return (
    <Panel title={t('debt.title')} flush>
      <div className={classes.totals}>
        <div>
          <span>{t('debt.total')}</span>
          <Amount text={total.amount} currency={total.currency} strong />
        </div>
        <div>
          <span>{t('debt.overdue')}</span>
          <Amount text={overdue.amount} currency={overdue.currency} strong />
        </div>
        {/[1-9]/.test(inHand.amount) ? (
          <div>
            <span>{t('debt.inHand')}</span>
            <Amount text={inHand.amount} currency={inHand.currency} strong />
          </div>
        ) : null}
        {/[1-9]/.test(likely.amount) ? (
          <div>
            <span>{t('debt.likely')}</span>
            <Amount text={likely.amount} currency={likely.currency} strong />
          </div>
        ) : null}
        <div>
          <span>{t('debt.chaseable')}</span>
          <Amount text={chaseable.amount} currency={chaseable.currency} strong />
        </div>
        <Text size="xs" c="dimmed">
          {t('debt.ages', {
            due: ages.dueDays,
            invoice: ages.invoiceDays ?? '–',
            entry: ages.entryDays,
          })}
        </Text>
      </div>
      {debt.isHeld ? <HeldNotice kinds={debt.heldBy} /> : null}
      {debt.onlyPart ? <Text size="sm">{t('debt.onlyPart')}</Text> : null}
      <DataTable
        caption={t('debt.items')}
        columns={columns}
        rows={debt.items}
        rowId={({ id }) => id}
        sortBy="due"
        empty={{ title: t('debt.none') }}
      />
    </Panel>
  );
}

/** Why nothing may be asked for, with the holds that the reader may know of. */
function HeldNotice({ kinds }: { readonly kinds: Debt['heldBy'] }) {
  const { t } = useWords('agent');
  return (
    <Group gap="xs" px="md" py="xs">
      <Text size="sm">{t('debt.isHeld')}</Text>
      {kinds.map((kind) => (
        <State key={kind} tone="warn">
          {t(`hold.${kind}`)}
        </State>
      ))}
    </Group>
  );
}

function columnsOf(t: ReturnType<typeof useWords>['t'], currency: string): Column<Item>[] {
  return [
    {
      id: 'item',
      header: t('debt.column.item'),
      key: ({ reference }) => reference,
      cell: ({ reference, kind, accountReference }) => (
        <>
          <bdi>{reference}</bdi>
          <Text size="xs" c="dimmed">
            {t(`debt.kind.${kind}`)} · <bdi>{accountReference}</bdi>
          </Text>
        </>
      ),
    },
    {
      id: 'issued',
      header: t('debt.column.issued'),
      key: ({ issuedOn }) => issuedOn,
      cell: ({ issuedOn, deliveredOn, deliveredHow, deliveredTo, deliveryFailedOn }) => (
        <>
          {issuedOn ? <Day date={issuedOn} /> : '–'}
          {deliveredOn ? (
            <Text size="xs" c="dimmed">
              {t([`debt.delivered.${deliveredHow}`, 'debt.delivered.other'])}{' '}
              <Day date={deliveredOn} />
              {deliveredTo ? (
                <>
                  {' · '}
                  <bdi>{deliveredTo}</bdi>
                </>
              ) : null}
            </Text>
          ) : null}
          {deliveryFailedOn ? (
            <State tone="warn">
              {t('debt.deliveryFailed')} <Day date={deliveryFailedOn} />
            </State>
          ) : null}
        </>
      ),
    },
    {
      id: 'due',
      header: t('debt.column.due'),
      key: ({ dueOn }) => dueOn,
      cell: ({ dueOn, daysOverdue }) => (
        <>
          <Day date={dueOn} />
          {daysOverdue > 0 ? (
            <Text size="xs" c="dimmed">
              {t('debt.days', { count: daysOverdue })}
            </Text>
          ) : null}
        </>
      ),
    },
    {
      id: 'amount',
      header: t('debt.column.amount'),
      align: 'end',
      key: ({ amount }) => amountKey(amount, currency),
      cell: ({ amount }) => <Amount text={amount} currency={currency} />,
    },
    {
      id: 'balance',
      header: t('debt.column.balance'),
      align: 'end',
      key: ({ balance }) => amountKey(balance, currency),
      cell: ({ balance, disputed, held }) => (
        <>
          <strong>
            <Amount text={balance} currency={currency} />
          </strong>
          {held ? (
            <Text size="xs" c="dimmed">
              {t('debt.held')}
            </Text>
          ) : null}
          {/[1-9]/.test(disputed) ? (
            <Text size="xs" c="dimmed">
              {t('debt.disputed')} <Amount text={disputed} currency={currency} />
            </Text>
          ) : null}
        </>
      ),
    },
  ];
}
