import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { setDelivery, setMethod, setPayDay } from '#contract/debt-facts.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from '../log/log-form.tsx';
import { proposedWords } from './methods-events.tsx';

type Debt = NonNullable<DeskCase['debt']>;
type DebtFactsProps = { readonly caseId: string; readonly debt: Debt };

/** How invoices were sent, and what is known of payment methods: corrected by who may. */
export function DebtFacts({ caseId, debt }: DebtFactsProps) {
  const { t } = useWords('cases');
  const { t: desk } = useWords('agent');
  return (
    <Panel title={t('facts.title')} flush>
      <ul className={classes.lines}>
        <li>
          <Line name={t('facts.payDay')}>
            {(onClose) => <PayDayForm caseId={caseId} payDay={debt.payDay} onClose={onClose} />}
          </Line>
        </li>
        {debt.items.map((item) => (
          <li key={item.id}>
            <Line name={`${desk(`debt.kind.${item.kind}`)} ${item.reference}`}>
              {(onClose) => <DeliveryForm caseId={caseId} item={item} onClose={onClose} />}
            </Line>
          </li>
        ))}
        {debt.methods
          .filter(({ kind }) => kind !== 'none')
          .map((method) => (
            <li key={method.id}>
              <Line name={`${desk(`method.kind.${method.kind}`)} ${method.masked ?? ''}`}>
                {(onClose) => <MethodForm caseId={caseId} method={method} onClose={onClose} />}
              </Line>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

type LineProps = {
  readonly name: string;
  readonly children: (onClose: () => void) => ReactNode;
};

function Line({ name, children }: LineProps) {
  const { t } = useWords('cases');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <bdi>{name}</bdi>
        </Text>
        {isOpen ? null : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('facts.correctOne', { name })}
            onClick={() => setOpen(true)}
          >
            {t('facts.correct')}
          </Button>
        )}
      </Group>
      {isOpen ? children(() => setOpen(false)) : null}
    </>
  );
}

type FormProps = { readonly caseId: string; readonly onClose: () => void };

function DeliveryForm({
  caseId,
  item,
  onClose,
}: FormProps & { readonly item: Debt['items'][number] }) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(setDelivery, {
    initialValues: {
      deliveredOn: item.deliveredOn ?? '',
      deliveredTo: item.deliveredTo ?? '',
      deliveryFailedOn: item.deliveryFailedOn ?? '',
    },
    input: ({ deliveredOn, deliveredTo, deliveryFailedOn }) => ({
      ...{ caseId, itemId: item.id, deliveredOn: deliveredOn || null },
      ...{ deliveredTo: deliveredTo.trim() || null, deliveryFailedOn: deliveryFailedOn || null },
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('facts.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('facts.correctOne', { name: item.reference })}
      submit={t('facts.save')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('facts.sentOn')}
        autoFocus
        {...form.getInputProps('deliveredOn')}
      />
      <TextInput
        label={t('facts.sentTo')}
        maxLength={200}
        dir="auto"
        {...form.getInputProps('deliveredTo')}
      />
      <TextInput
        type="date"
        label={t('facts.failedOn')}
        description={t('facts.failedAbout')}
        {...form.getInputProps('deliveryFailedOn')}
      />
    </LogForm>
  );
}

function MethodForm({
  caseId,
  method,
  onClose,
}: FormProps & { readonly method: Debt['methods'][number] }) {
  const { t } = useWords('cases');
  const { t: desk } = useWords('agent');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(setMethod, {
    initialValues: {
      expiresOn: method.expiresOn ?? '',
      renews: method.renews === null ? '' : String(method.renews),
      chargingDay: (method.chargingDay ?? '') as number | '',
    },
    input: ({ expiresOn, renews, chargingDay }) => ({
      ...{ caseId, methodId: method.id, expiresOn: expiresOn || null },
      renews: renews === '' ? null : renews === 'true',
      chargingDay: chargingDay === '' ? null : chargingDay,
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('facts.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('facts.correctOne', { name: method.masked ?? '' })}
      submit={t('facts.save')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('facts.expiresOn')}
        autoFocus
        {...form.getInputProps('expiresOn')}
      />
      <NativeSelect
        label={t('facts.renews')}
        description={t('facts.renewsAbout')}
        data={[
          { value: '', label: t('facts.unknown') },
          { value: 'true', label: t('facts.yes') },
          { value: 'false', label: t('facts.no') },
        ]}
        {...form.getInputProps('renews')}
      />
      <NumberInput
        label={t('facts.chargingDay')}
        description={
          method.proposedDay ? proposedWords(desk, method.proposedDay) : t('facts.chargingDayAbout')
        }
        min={1}
        max={31}
        allowDecimal={false}
        {...form.getInputProps('chargingDay')}
      />
    </LogForm>
  );
}

function PayDayForm({ caseId, payDay, onClose }: FormProps & { readonly payDay: number | null }) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(setPayDay, {
    initialValues: { payDay: (payDay ?? '') as number | '' },
    input: ({ payDay: day }) => ({ caseId, payDay: day === '' ? null : day }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('facts.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('facts.correctOne', { name: t('facts.payDay') })}
      submit={t('facts.save')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberInput
        label={t('facts.payDay')}
        description={t('facts.payDayAbout')}
        min={1}
        max={31}
        allowDecimal={false}
        autoFocus
        {...form.getInputProps('payDay')}
      />
    </LogForm>
  );
}
