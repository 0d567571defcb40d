import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { makePromise, readLadder } from '#contract/agreements.ts';
import type { Ladder } from '#web/cases/case-shape.ts';
import { quickDates } from '#web/cases/dates.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { Amount, amountKey, amountWords } from '#web/ui/amount.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { daysLater } from '#web/ui/days.ts';
import { Loading } from '#web/ui/states.tsx';
import { Day, dayWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../conversation/conversation.module.css';
import { useCustomerWords } from '../conversation/customer-words.ts';
import { useCall } from '../desk-state.tsx';
import { FormPanel, useRecorded } from './form-panel.tsx';

/** Ways to pay that may be named in a promise. */
const methods = ['card', 'bank-transfer', 'direct-debit', 'cash', 'other'] as const;
type Method = (typeof methods)[number];

/** All of it, today. */
export function FullForm() {
  return <WithLadder>{(ladder) => <Terms ladder={ladder} name="full" />}</WithLadder>;
}

/** A promise in three keys: the debt by Friday, read back, recorded. */
export function PromiseForm() {
  return <WithLadder>{(ladder) => <Terms ladder={ladder} name="promise" />}</WithLadder>;
}

/** A part today, and a promised date for the rest. */
export function PartForm() {
  return <WithLadder>{(ladder) => <Terms ladder={ladder} name="part" />}</WithLadder>;
}

/** Draws terms once it is known what may be offered. */
export function WithLadder({
  children,
}: {
  readonly children: (ladder: Ladder) => React.ReactNode;
}) {
  const { conversation } = useCall();
  const { data } = useEndpoint(readLadder, { conversationId: conversation.id });
  return data ? children(data) : <Loading />;
}

type TermsProps = { readonly ladder: Ladder; readonly name: 'full' | 'promise' | 'part' };

function Terms({ ladder, name }: TermsProps) {
  const { t, locale } = useWords('agent');
  const { conversation, file, say } = useCall();
  const customer = useCustomerWords(file.customer.language);
  const isPart = name === 'part';
  const rung = ladder.rungs.find((one) => one.rung === name);
  // After too many broken promises a part is taken now, and no date for the rest.
  const datesRest = isPart && rung?.mostDays !== null;
  const { currency, today, nextPayOn } = ladder;
  const picks = quickDates(today, rung?.mostDays ?? null, nextPayOn);
  const later = picks[1]?.date ?? today;
  const [isReadBack, setReadBack] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const recorded = useRecorded(name);
  const { form, action, submit, problem } = useEndpointForm(makePromise, {
    initialValues: {
      amount: (isPart ? rung?.least : rung?.amount) ?? '',
      dueOn: name === 'promise' ? later : today,
      restDueOn: later,
      method: 'card' as Method,
      agreed: false,
    },
    input: (values) => ({
      conversationId: conversation.id,
      ...values,
      agreed: values.agreed as true,
      restDueOn: datesRest ? values.restDueOn : null,
    }),
    invalidates: callReads,
    onDone: recorded,
  });
  const { amount, dueOn, restDueOn, method, agreed } = form.values;
  const exact = amountKey(amount, currency);
  const isWrong = exact === undefined || exact <= 0n;

  useLayoutEffect(() => {
    if (!isReadBack) return;
    summary.current?.querySelector('input')?.focus();
  }, [isReadBack]);

  const offer = (event: React.SubmitEvent<HTMLFormElement>) => {
    if (isWrong) return;
    if (isReadBack) {
      submit(event);
      return;
    }
    const slots = {
      amount: amountWords(amount, currency, customer.language),
      date: dayWords(dueOn, customer.language),
    };
    say({
      intent: `offer-${name}`,
      words: customer.t(`offer-${name}`, slots),
      offer: { kind: name, amount, due: dueOn, months: null },
    });
    setReadBack(true);
  };
  const change = <K extends keyof typeof form.values>(field: K, value: (typeof form.values)[K]) => {
    form.setValues({ ...form.values, agreed: false, [field]: value });
    setReadBack(false);
  };
  return (
    <FormPanel
      name={name}
      onSubmit={offer}
      submit={t(isReadBack ? 'promise.record' : 'promise.offer')}
      disabled={isWrong || (isReadBack && !agreed)}
      isBusy={action.isPending}
      problem={problem}
    >
      <div className={classes.fields}>
        <TextInput
          label={t(isPart ? 'promise.partAmount' : 'promise.amount', { currency })}
          value={amount}
          onChange={(event) => change('amount', event.currentTarget.value.trim())}
          inputMode="decimal"
          autoComplete="off"
          error={
            amount !== '' && isWrong ? t('form.amountWrong', { currency }) : form.errors['amount']
          }
          dir="ltr"
        />
        {isPart && !datesRest ? (
          <Text size="sm">{t('promise.restOpen')}</Text>
        ) : (
          <DateField
            label={t(isPart ? 'promise.restDue' : 'promise.due')}
            today={today}
            nextPayOn={nextPayOn}
            mostDays={rung?.mostDays ?? null}
            value={isPart ? restDueOn : dueOn}
            onChange={(date) => change(isPart ? 'restDueOn' : 'dueOn', date)}
            error={form.errors[isPart ? 'restDueOn' : 'dueOn']}
          />
        )}
        <NativeSelect
          label={t('promise.method')}
          size="sm"
          value={method}
          onChange={(event) => change('method', event.currentTarget.value as Method)}
          data={methods.map((value) => ({ value, label: t(`payBy.${value}`) }))}
        />
      </div>
      {isReadBack ? (
        <div ref={summary} className={classes.readBack}>
          <strong role="status">{t('promise.readBack')}</strong>
          <Text size="sm">
            <Amount text={amount} currency={currency} /> · <Day date={dueOn} /> ·{' '}
            {t(`payBy.${method}`)}
          </Text>
          {datesRest ? (
            <Text size="sm">{t('promise.restBy', { date: dayWords(restDueOn, locale) })}</Text>
          ) : null}
          <Checkbox
            mt="xs"
            label={t('promise.agreed')}
            {...form.getInputProps('agreed', { type: 'checkbox' })}
          />
        </div>
      ) : null}
    </FormPanel>
  );
}

type DateFieldProps = {
  readonly label: string;
  readonly today: string;
  readonly nextPayOn?: string | null;
  readonly mostDays: number | null;
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly error?: React.ReactNode;
};

/** A date with the ones people say: today, Friday, the end of the month. */
export function DateField(props: DateFieldProps) {
  const { label, today, nextPayOn = null, mostDays, value, onChange, error } = props;
  const { t } = useWords('agent');
  const picks = quickDates(today, mostDays, nextPayOn);
  return (
    <div>
      <TextInput
        type="date"
        label={label}
        value={value}
        min={today}
        max={mostDays === null ? undefined : daysLater(today, mostDays)}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        required
        withAsterisk={false}
      />
      <Group gap={4} mt={4}>
        {picks.map(({ key, date }) => (
          <Button
            key={key}
            size="compact-xs"
            variant={date === value ? 'light' : 'default'}
            aria-pressed={date === value}
            onClick={() => onChange(date)}
          >
            {t(`date.${key}`)}
          </Button>
        ))}
      </Group>
    </div>
  );
}
