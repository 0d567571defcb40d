import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { liftHold, setHold } from '#contract/cases.ts';
import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import { Amount } from '#web/ui/amount.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useAction } from '#web/ui/queries.ts';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { useTell } from '#web/ui/tell.ts';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from './case-news.ts';
import type { DeskCase } from './case-shape.ts';
import classes from './cases.module.css';
import { daysLater, todayHere } from './dates.ts';

type Hold = DeskCase['holds'][number];

/** Days until a hold is looked at again, unless another date is chosen. */
const usualReviewDays = 14;

/** What lies over a case, what it blocks and until when; set and lifted by who may. */
export function HoldsPanel({
  file,
  mayHold,
}: {
  readonly file: DeskCase;
  readonly mayHold: boolean;
}) {
  const { t } = useWords('cases');
  const [isSetting, setSetting] = useState(false);
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
          <NewHold caseId={file.id} onClose={() => setSetting(false)} />
        </div>
      ) : null}
      {file.holds.length === 0 && !isSetting ? (
        <p className={classes.foot}>{t('holds.none')}</p>
      ) : null}
      <ul className={classes.lines}>
        {file.holds.map((hold) => (
          <li key={hold.id}>
            <HoldLine hold={hold} file={file} mayLift={mayHold} />
          </li>
        ))}
      </ul>
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
          <Button variant="default" onClick={() => setLifting(true)}>
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
  const tell = useTell();
  const [why, setWhy] = useState('');
  const lift = useAction(liftHold, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => tell('good', t('holds.lifted')),
  });
  return (
    <HoldForm
      submit={t('holds.lift')}
      isReady={why.trim() !== ''}
      isBusy={lift.isPending}
      problem={lift.error}
      onSubmit={() => lift.mutate({ caseId, holdId, why: why.trim() })}
      onClose={onClose}
    >
      <WhyField label={t('holds.whyLift')} value={why} onChange={setWhy} isFirst />
    </HoldForm>
  );
}

function NewHold({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const tell = useTell();
  const today = todayHere();
  const [kind, setKind] = useState<HoldKind>('dispute');
  const [why, setWhy] = useState('');
  const [reviewOn, setReviewOn] = useState(daysLater(today, usualReviewDays));
  const save = useAction(setHold, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('holds.isSet'));
      onClose();
    },
  });
  return (
    <HoldForm
      submit={t('holds.set')}
      isReady={why.trim() !== '' && reviewOn !== ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() => save.mutate({ caseId, kind, why: why.trim(), reviewOn })}
      onClose={onClose}
    >
      <NativeSelect
        label={t('holds.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as HoldKind)}
        data={holdKinds.map((value) => ({ value, label: words(`hold.${value}`) }))}
        autoFocus
      />
      <WhyField label={t('holds.why')} value={why} onChange={setWhy} />
      <TextInput
        type="date"
        label={words('holds.review')}
        value={reviewOn}
        min={today}
        onChange={(event) => setReviewOn(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
    </HoldForm>
  );
}

type HoldFormProps = {
  readonly submit: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly problem: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A small form in place: Enter sends, Escape leaves. */
function HoldForm(props: HoldFormProps) {
  const { submit, isReady, isBusy, problem, onSubmit, onClose, children } = props;
  const { t } = useWords();
  return (
    <form
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Stack gap="xs">
        {children}
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type WhyFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isFirst?: boolean;
};

function WhyField({ label, value, onChange, isFirst = false }: WhyFieldProps) {
  return (
    <Textarea
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={4000}
      autosize
      minRows={2}
      dir="auto"
      autoFocus={isFirst}
    />
  );
}
