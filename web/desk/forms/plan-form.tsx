import { Checkbox, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { makePlan, previewPlan } from '#contract/agreements.ts';
import { ownValue } from '#kernel/own-value.ts';
import classes from '#web/cases/case-parts.module.css';
import type { Ladder } from '#web/cases/case-shape.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { Amount, amountKey, amountWords } from '#web/ui/amount.tsx';
import type { InputOf, OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { daysLater } from '#web/ui/days.ts';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import parts from '../conversation/conversation.module.css';
import { useCustomerWords } from '../conversation/customer-words.ts';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';
import { DateField, WithLadder } from './promise-form.tsx';

type Terms = InputOf<typeof previewPlan>;
type Preview = OutputOf<typeof previewPlan>;

const frequencies = ['weekly', 'fortnightly', 'monthly'] as const;
const budgetNames = ['income', 'housing', 'living', 'otherDebts'] as const;
type Budget = Record<(typeof budgetNames)[number], string>;

/** How long typing may pause before the instalments are computed. */
const settleMs = 350;
const startCount = '3';
/** Days from today to the first instalment that is proposed. */
const firstInDays = 7;

type Fields = {
  readonly by: 'count' | 'amount';
  readonly count: string;
  readonly amount: string;
  readonly frequency: Terms['frequency'];
  readonly firstDueOn: string;
  readonly budget: Budget | null;
  readonly agreed: boolean;
};

/** The field in which a part of the terms was typed, where the two are not named alike. */
const fieldOfTerm: Readonly<Record<string, keyof Fields>> = {
  instalments: 'count',
  instalmentAmount: 'amount',
};

/** The terms of the fields, or null while they are not complete. */
function termsOf(conversationId: string, currency: string, fields: Fields): Terms | null {
  const { budget } = fields;
  const count = Number(fields.count);
  const isCount = fields.by === 'count';
  if (isCount && !(Number.isInteger(count) && count >= 2)) return null;
  const exact = amountKey(fields.amount, currency);
  if (!isCount && (exact === undefined || exact <= 0n)) return null;
  const isBudget =
    budget && budgetNames.every((one) => amountKey(budget[one], currency) !== undefined);
  return {
    conversationId,
    frequency: fields.frequency,
    firstDueOn: fields.firstDueOn,
    instalments: isCount ? count : null,
    instalmentAmount: isCount ? null : fields.amount,
    affordability: isBudget ? budget : null,
  };
}

/** A plan: terms, what the budget carries, the instalments it makes, and then the agreement. */
export function PlanForm() {
  return <WithLadder>{(ladder) => <PlanTerms ladder={ladder} />}</WithLadder>;
}

function PlanTerms({ ladder }: { readonly ladder: Ladder }) {
  const { t } = useWords('agent');
  const { conversation, file, say } = useCall();
  const customer = useCustomerWords(file.customer.language);
  const { today, nextPayOn } = ladder;
  const { currency } = file.portfolio;
  const recorded = useRecorded('plan');
  const { form, action, submit, problem } = useEndpointForm(makePlan, {
    initialValues: {
      by: 'count',
      count: startCount,
      amount: '',
      frequency: 'monthly',
      firstDueOn: nextPayOn ?? daysLater(today, firstInDays),
      budget: null,
      agreed: false,
    } as Fields,
    // Nothing is sent while the terms are not whole: the schema refuses the empty input.
    input: (fields) => ({
      ...(termsOf(conversation.id, currency, fields) ?? ({} as Terms)),
      agreed: fields.agreed as true,
    }),
    field: (path) => ownValue(fieldOfTerm, path) ?? null,
    invalidates: callReads,
    onDone: recorded,
  });
  const { by, firstDueOn, budget, agreed } = form.values;
  const terms = termsOf(conversation.id, currency, form.values);
  // A yes was to the terms as they were read back, and only to them.
  const typed = JSON.stringify(terms);
  const [said, setSaid] = useState<string | null>(null);
  const isSaid = terms !== null && said === typed;
  const setFieldValue = useRef(form.setFieldValue);
  setFieldValue.current = form.setFieldValue;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the terms asks anew
  useEffect(() => setFieldValue.current('agreed', false), [typed]);
  const [settled] = useDebouncedValue(typed, settleMs);
  const isSettled = terms !== null && settled === typed;
  // Nothing is read while the terms are not whole; the empty input is never sent.
  const preview = useEndpoint(previewPlan, terms ?? ({} as Terms), { enabled: isSettled });

  const offer = () => {
    const one = preview.data?.instalments[0]?.amount;
    if (!one || !preview.data || !customer.isReady) return;
    const months = preview.data.instalments.length;
    const slots = { amount: amountWords(one, currency, customer.language), count: months };
    say({
      intent: 'offer-plan',
      words: customer.t('offer-plan', slots),
      offer: { kind: 'plan', amount: one, due: null, months },
    });
    setSaid(typed);
  };
  const send = (event: React.SubmitEvent<HTMLFormElement>) => {
    if (!terms || !preview.data) return;
    if (isSaid) submit(event);
    else offer();
  };
  return (
    <FormPanel
      name="plan"
      onSubmit={send}
      submit={t(
        isSaid ? `plan-form.${preview.data?.needsApproval ? 'ask' : 'accept'}` : 'promise.offer',
      )}
      disabled={!preview.data || (isSaid && !agreed)}
      isBusy={action.isPending}
      problem={problem ?? preview.error}
    >
      <div className={parts.fields}>
        <NativeSelect
          label={t('plan-form.by')}
          size="sm"
          data={(['count', 'amount'] as const).map((value) => ({
            value,
            label: t(`plan-form.by-${value}`),
          }))}
          {...form.getInputProps('by')}
        />
        {by === 'count' ? (
          <TextInput
            type="number"
            data-first
            label={t('plan-form.count')}
            min={2}
            max={120}
            {...form.getInputProps('count')}
          />
        ) : (
          <TextInput
            label={t('plan-form.amount', { currency })}
            inputMode="decimal"
            dir="ltr"
            {...form.getInputProps('amount')}
            onChange={(event) => form.setFieldValue('amount', event.currentTarget.value.trim())}
          />
        )}
        <NativeSelect
          label={t('plan-form.frequency.label')}
          size="sm"
          data={frequencies.map((value) => ({ value, label: t(`plan-form.frequency.${value}`) }))}
          {...form.getInputProps('frequency')}
        />
        <DateField
          label={t('plan-form.first')}
          today={today}
          nextPayOn={nextPayOn}
          mostDays={ladder.rungs.find(({ rung }) => rung === 'promise')?.mostDays ?? null}
          value={firstDueOn}
          onChange={(date) => form.setFieldValue('firstDueOn', date)}
          error={form.errors['firstDueOn']}
        />
      </div>
      <BudgetFields
        budget={budget}
        currency={currency}
        onChange={(next) => form.setFieldValue('budget', next)}
      />
      {preview.data ? (
        <>
          <Instalments preview={preview.data} />
          {isSaid ? (
            <div className={parts.readBack}>
              <strong role="status">{t('promise.readBack')}</strong>
              <Checkbox
                mt="xs"
                autoFocus
                label={t('promise.agreed')}
                {...form.getInputProps('agreed', { type: 'checkbox' })}
              />
            </div>
          ) : null}
        </>
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t(terms ? 'plan-form.counting' : 'plan-form.incomplete')}
        </Text>
      )}
    </FormPanel>
  );
}

type BudgetFieldsProps = {
  readonly budget: Budget | null;
  readonly currency: string;
  readonly onChange: (budget: Budget) => void;
};

function BudgetFields({ budget, currency, onChange }: BudgetFieldsProps) {
  const { t } = useWords('agent');
  const before = budget ?? { income: '', housing: '', living: '', otherDebts: '' };
  return (
    <details className={parts.budget}>
      <summary>{t('budget.title')}</summary>
      <p className={classes.advice}>{t('budget.about')}</p>
      <div className={parts.fields}>
        {budgetNames.map((one) => (
          <TextInput
            key={one}
            label={t(`budget.${one}`, { currency })}
            inputMode="decimal"
            value={before[one]}
            onChange={(event) => onChange({ ...before, [one]: event.currentTarget.value.trim() })}
            dir="ltr"
          />
        ))}
      </div>
    </details>
  );
}

function Instalments(props: { readonly preview: Preview }) {
  const { t } = useWords('agent');
  const { total, currency, instalments, needsApproval, why, disposable } = props.preview;
  return (
    <div>
      <Group gap="xs" mb={6}>
        {needsApproval ? (
          <State tone="warn">{t('plan-form.needsApproval')}</State>
        ) : (
          <State tone="good">{t('plan-form.inReach')}</State>
        )}
        {disposable ? (
          <Text size="sm">
            {t('budget.left')} <Amount text={disposable} currency={currency} />
          </Text>
        ) : null}
      </Group>
      {why.length > 0 ? (
        <Text size="sm" c="dimmed">
          {why.map((code) => t([`whyNot.${code}`, 'whyNot.other'])).join(' · ')}
        </Text>
      ) : null}
      <div className={parts.previewScroll}>
        <Table aria-label={t('plan-form.preview')}>
          <Table.Tbody>
            {instalments.map((part) => (
              <Table.Tr key={part.number}>
                <Table.Td>{part.number}</Table.Td>
                <Table.Td>
                  <Day date={part.dueOn} />
                </Table.Td>
                <Table.Td ta="end">
                  <Amount text={part.amount} currency={currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={2}>{t('plan-form.sum')}</Table.Th>
              <Table.Th ta="end">
                <Amount text={total} currency={currency} />
              </Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
    </div>
  );
}
