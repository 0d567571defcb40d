import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { setDebtTerms } from '#contract/case-corrections.ts';
import { type DebtType, debtTypes } from '#domain/debts/debt-types.ts';
import { addDays } from '#kernel/time.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedPart } from '../asked-part.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from '../log/log-form.tsx';
import { ToldByCreditor } from './told-by-creditor.tsx';

type Account = NonNullable<DeskCase['debt']>['accounts'][number];

type DebtTermsProps = {
  readonly caseId: string;
  readonly accounts: readonly Account[];
  readonly currency: string;
  readonly mayCorrect: boolean;
};

/** What kind of debt each account is, and whether it is time-barred. */
export function DebtTerms({ caseId, accounts, currency, mayCorrect }: DebtTermsProps) {
  const { t } = useWords('agent');
  const [isAsked, part] = useAskedPart<HTMLDivElement>('terms');
  return (
    <div ref={part}>
      <Panel title={t('debt.terms')} flush>
        <ul className={classes.lines}>
          {accounts.map((account) => (
            <li key={account.id}>
              <AccountLine
                caseId={caseId}
                account={account}
                currency={currency}
                mayCorrect={mayCorrect}
                isAsked={isAsked && account.countsAs === null}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

type AccountLineProps = Pick<DebtTermsProps, 'caseId' | 'currency' | 'mayCorrect'> & {
  readonly account: Account;
  /** The page was opened to say what kind of debt it is. */
  readonly isAsked: boolean;
};

function AccountLine({ caseId, account, currency, mayCorrect, isAsked }: AccountLineProps) {
  const { t } = useWords('agent');
  const { t: words } = useWords('cases');
  const [isOpen, setOpen] = useState(isAsked && mayCorrect);
  const { reference, countsAs, endedAs, studentAccountGroup } = account;
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs" justify="space-between" w="100%">
        <Group gap="xs">
          <strong>
            <bdi dir="ltr">{reference}</bdi>
          </strong>
          <State tone={countsAs ? 'neutral' : 'warn'}>
            {countsAs ? t(`debtType.${countsAs}`) : t('debt.typeUnknown')}
          </State>
          {endedAs ? <State tone="good">{t(`debt.ended.${endedAs}`)}</State> : null}
        </Group>
        {mayCorrect && !isOpen ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${words('terms.edit')} ${reference}`}
            onClick={() => setOpen(true)}
          >
            {words('terms.edit')}
          </Button>
        ) : null}
      </Group>
      <Limitation account={account} />
      {studentAccountGroup ? (
        <Text size="xs" c="dimmed">
          {t('debt.group')} <bdi>{studentAccountGroup}</bdi>
        </Text>
      ) : null}
      <ToldByCreditor account={account} currency={currency} />
      {isOpen ? (
        <TermsForm caseId={caseId} account={account} onClose={() => setOpen(false)} />
      ) : null}
    </Stack>
  );
}

function Limitation({ account: { limitation } }: { readonly account: Account }) {
  const { t } = useWords('agent');
  if (limitation === null) return <State tone="warn">{t('debt.limitation.unknown')}</State>;
  const { lastDay, isBarred, citation } = limitation;
  return (
    <Text size="sm" {...(isBarred ? { fw: 600 } : {})}>
      {t(isBarred ? 'debt.limitation.barredSince' : 'debt.limitation.until')}{' '}
      <Day date={addDays(lastDay, 1)} />
      <Text span size="xs" c="dimmed">
        {' · '}
        {citation ? <bdi lang="en">{citation}</bdi> : t('debt.limitation.given')}
      </Text>
    </Text>
  );
}

type TermsFormProps = {
  readonly caseId: string;
  readonly account: Account;
  readonly onClose: () => void;
};

function TermsForm({ caseId, account, onClose }: TermsFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(setDebtTerms, {
    initialValues: {
      debtType: account.debtType ?? '',
      limitationOn: account.limitationOn ?? '',
      studentAccountGroup: account.studentAccountGroup ?? '',
      endedAs: account.endedAs ?? '',
      originalAmount: account.originalAmount ?? '',
      renewedOn: account.renewedOn ?? '',
    },
    input: ({ debtType, limitationOn, studentAccountGroup, endedAs, ...start }) => ({
      ...{ caseId, accountId: account.id },
      debtType: (debtType || null) as DebtType | null,
      limitationOn: limitationOn || null,
      studentAccountGroup: studentAccountGroup.trim() || null,
      endedAs: (endedAs || null) as Account['endedAs'],
      originalAmount: start.originalAmount.trim() || null,
      renewedOn: start.renewedOn || null,
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('terms.saved'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('terms.edit')}
      submit={t('terms.save')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('terms.type')}
        data={[
          { value: '', label: t('terms.byProduct') },
          ...debtTypes.map((value) => ({ value, label: t(`agent:debtType.${value}`) })),
        ]}
        {...form.getInputProps('debtType')}
        autoFocus
      />
      <TextInput
        label={t('terms.originalAmount')}
        description={t('terms.startHint')}
        inputMode="decimal"
        dir="ltr"
        {...form.getInputProps('originalAmount')}
      />
      <TextInput
        type="date"
        label={t('terms.renewedOn')}
        description={t('terms.renewedHint')}
        {...form.getInputProps('renewedOn')}
      />
      <TextInput
        type="date"
        label={t('terms.limitationOn')}
        description={t('terms.limitationHint')}
        {...form.getInputProps('limitationOn')}
      />
      <TextInput
        label={t('terms.group')}
        maxLength={100}
        {...form.getInputProps('studentAccountGroup')}
      />
      <NativeSelect
        label={t('terms.ended')}
        data={[
          { value: '', label: t('terms.notEnded') },
          { value: 'settled', label: t('agent:debt.ended.settled') },
          { value: 'discharged', label: t('agent:debt.ended.discharged') },
        ]}
        {...form.getInputProps('endedAs')}
      />
    </LogForm>
  );
}
