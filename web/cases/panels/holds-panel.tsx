import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { liftHold, setHold } from '#contract/cases.ts';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import { Amount } from '#web/ui/amount.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { daysLater, todayHere } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from '../log/log-form.tsx';
import { ReviewVulnerable } from './review-vulnerable.tsx';

type Hold = DeskCase['holds'][number];

/** Days until a hold is looked at again, unless another date is chosen. */
const usualReviewDays = 14;

/** What lies over a case, what it blocks and until when; set and lifted by who may. */
export function HoldsPanel({
  file,
  mayHold,
  mayReview,
}: {
  readonly file: DeskCase;
  readonly mayHold: boolean;
  /** Whether the reader may look again at vulnerability. */
  readonly mayReview: boolean;
}) {
  const { t } = useWords('cases');
  const [isSetting, setSetting] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  return (
    <Panel
      title={t('holds.title')}
      aside={
        mayHold && !isSetting ? (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('holds.set')}
          </Button>
        ) : null
      }
      flush
    >
      {isSetting ? (
        <div className={classes.filters}>
          <NewHold file={file} onClose={() => setSetting(false)} />
        </div>
      ) : null}
      {file.holds.length === 0 && !isSetting ? (
        <p className={classes.foot}>{t('holds.none')}</p>
      ) : null}
      <ul className={classes.lines}>
        {file.holds.map((hold) => (
          <li key={hold.id}>
            <HoldLine
              hold={hold}
              file={file}
              mayLift={hold.kind === 'vulnerable' ? false : mayHold}
            />
          </li>
        ))}
      </ul>
      {mayReview && file.customer.vulnerable ? (
        <div className={classes.filters}>
          {isReviewing ? (
            <ReviewVulnerable caseId={file.id} onClose={() => setReviewing(false)} />
          ) : (
            <Button variant="default" onClick={() => setReviewing(true)}>
              {t('vulnerable.review')}
            </Button>
          )}
        </div>
      ) : null}
    </Panel>
  );
}

type HoldLineProps = {
  readonly hold: Hold;
  readonly file: DeskCase;
  readonly mayLift: boolean;
};

function HoldLine({ hold, file, mayLift }: HoldLineProps) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const [isLifting, setLifting] = useState(false);
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs" justify="space-between" w="100%">
        <State tone="warn">{words([`hold.${hold.kind}`, 'hold.other'])}</State>
        {mayLift && !isLifting ? (
          <Button
            variant="default"
            aria-label={`${t('holds.lift')}: ${words([`hold.${hold.kind}`, 'hold.other'])}`}
            onClick={() => setLifting(true)}
          >
            {t('holds.lift')}
          </Button>
        ) : null}
      </Group>
      {hold.reason ? (
        <Text size="sm" dir="auto">
          {hold.reason}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {t('holds.reasonHidden')}
        </Text>
      )}
      {hold.amount ? (
        <Text size="sm">
          {t('holds.part')} <Amount text={hold.amount} currency={file.portfolio.currency} />
        </Text>
      ) : null}
      {hold.account ? (
        <Text size="sm">
          {t('holds.account')} <bdi>{hold.account}</bdi>
        </Text>
      ) : null}
      <Text size="xs" c="dimmed">
        {words('holds.review')} <Day date={hold.reviewOn} />
      </Text>
      <Text size="xs" c="dimmed">
        {t('holds.blocks')} {hold.blocks.map((code) => t(`blocks.${code}`)).join(', ')}
      </Text>
      {isLifting ? (
        <LiftHold caseId={file.id} holdId={hold.id} onClose={() => setLifting(false)} />
      ) : null}
    </Stack>
  );
}

type LiftHoldProps = {
  readonly caseId: string;
  readonly holdId: string;
  readonly onClose: () => void;
};

function LiftHold({ caseId, holdId, onClose }: LiftHoldProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(liftHold, {
    initialValues: { why: '' },
    input: ({ why }) => ({ caseId, holdId, why: why.trim() }),
    invalidates: caseReads,
    onDone: () => notify('good', t('holds.lifted')),
  });
  return (
    <LogForm
      label={t('holds.lift')}
      submit={t('holds.lift')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea label={t('holds.whyLift')} {...whyField} {...form.getInputProps('why')} autoFocus />
    </LogForm>
  );
}

/** How a reason in a person's own words is typed. */
const whyField = { maxLength: 4000, autosize: true, minRows: 2, dir: 'auto' } as const;

function NewHold({ file, onClose }: { readonly file: DeskCase; readonly onClose: () => void }) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const notify = useNotify();
  const today = todayHere();
  const accounts = file.debt?.accounts ?? [];
  const { form, action, submit, problem } = useEndpointForm(setHold, {
    initialValues: {
      kind: 'dispute' as HoldKind,
      accountId: '',
      why: '',
      reviewOn: daysLater(today, usualReviewDays),
    },
    input: ({ kind, accountId, why, reviewOn }) => ({
      ...{ caseId: file.id, kind, why: why.trim(), reviewOn },
      accountId: accountId || null,
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('holds.isSet'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('holds.set')}
      submit={t('holds.set')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('holds.kind')}
        data={holdKinds.map((value) => ({ value, label: words(`hold.${value}`) }))}
        {...form.getInputProps('kind')}
        autoFocus
      />
      {accounts.length > 1 ? (
        <NativeSelect
          label={t('holds.covers')}
          data={[
            { value: '', label: t('holds.allAccounts') },
            ...accounts.map(({ id, reference }) => ({ value: id, label: reference })),
          ]}
          {...form.getInputProps('accountId')}
        />
      ) : null}
      <Textarea label={t('holds.why')} {...whyField} {...form.getInputProps('why')} />
      <TextInput
        type="date"
        label={words('holds.review')}
        min={today}
        {...form.getInputProps('reviewOn')}
      />
    </LogForm>
  );
}
