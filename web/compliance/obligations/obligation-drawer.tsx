import {
  Button,
  Drawer,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import {
  claimObligation,
  dropObligation,
  fulfilmentWays,
  fulfilObligation,
  listObligations,
} from '#contract/compliance/obligations.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { NoticeView } from './notice-view.tsx';
import type { Duty } from './obligation-view.ts';

type ObligationDrawerProps = { readonly duty: Duty | null; readonly onClose: () => void };

/**
 * One obligation: for whom, under which rule, by when; take it, meet it with proof, or say why not.
 */
export function ObligationDrawer({ duty, onClose }: ObligationDrawerProps) {
  const { t } = useWords('compliance');
  return (
    <Drawer
      opened={duty !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={duty ? t(`duty.kinds.${duty.kind}`) : ''}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {duty ? <DutyView key={duty.id} duty={duty} onDone={onClose} /> : null}
    </Drawer>
  );
}

function DutyView({ duty, onDone }: { readonly duty: Duty; readonly onDone: () => void }) {
  const { t } = useWords('compliance');
  const isOpen = duty.fulfilledAt === null && duty.cancelledAt === null;
  return (
    <Stack gap="md">
      <Text size="sm">
        <CaseLink caseId={duty.caseId}>
          <bdi>{duty.customerName}</bdi>
        </CaseLink>{' '}
        · <bdi>{duty.customerReference}</bdi> · <bdi>{duty.portfolioName}</bdi>
      </Text>
      <Text size="sm">{t(`duty.about.${duty.kind}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('duty.arose')} <When at={duty.openedAt} /> · {t('duty.due')} <When at={duty.dueAt} /> ·{' '}
        <bdi dir="ltr">{duty.rule}</bdi>
      </Text>
      {isOpen ? <OpenObligation duty={duty} onDone={onDone} /> : <EndedObligation duty={duty} />}
      {isOpen && duty.kind === 'validation_notice' ? <NoticeView obligationId={duty.id} /> : null}
    </Stack>
  );
}

function EndedObligation({ duty }: { readonly duty: Duty }) {
  const { t } = useWords('compliance');
  const { fulfilment } = duty;
  if (duty.cancelledAt) {
    return (
      <Text size="sm">
        {t('duty.dropped')} <When at={duty.cancelledAt} />: {duty.cancelReason}
      </Text>
    );
  }
  const how = fulfilment?.['how'];
  return (
    <Text size="sm">
      {t('duty.met')} {duty.fulfilledAt ? <When at={duty.fulfilledAt} /> : null}
      {typeof how === 'string' ? ` · ${t(`duty.ways.${how}`)}` : ''}
      {fulfilment?.['reference'] ? ` · ${String(fulfilment['reference'])}` : ''}
      {duty.fulfilledBy ? ` · ${duty.fulfilledBy}` : ''}
    </Text>
  );
}

/** The present minute as a field of date and time takes it. */
function minuteHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function OpenObligation({ duty, onDone }: { readonly duty: Duty; readonly onDone: () => void }) {
  const { t } = useWords('compliance');
  const claim = useAction(claimObligation, { invalidates: [listObligations] });
  return (
    <>
      <Group>
        <Button
          variant="default"
          loading={claim.isPending}
          onClick={() => claim.mutate({ obligationId: duty.id, release: duty.mine })}
        >
          {t(duty.mine ? 'duty.release' : 'duty.claim')}
        </Button>
        <Text size="sm" c="dimmed">
          {duty.ownerName ? t('duty.ownedBy', { name: duty.ownerName }) : null}
        </Text>
      </Group>
      <FulfilForm obligationId={duty.id} onDone={onDone} />
      <DropForm obligationId={duty.id} onDone={onDone} />
    </>
  );
}

type DutyFormProps = { readonly obligationId: string; readonly onDone: () => void };

/** Says that an obligation was met: how, when, and what proves it. */
function FulfilForm({ obligationId, onDone }: DutyFormProps) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(fulfilObligation, {
    initialValues: {
      how: 'letter' as (typeof fulfilmentWays)[number],
      metAt: minuteHere(),
      reference: '',
    },
    input: ({ how, metAt, reference }) => ({
      obligationId,
      how,
      metAt: metAt && new Date(metAt).toISOString(),
      reference,
    }),
    invalidates: [listObligations],
    onDone,
  });
  const { metAt, reference } = form.values;
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label={t('duty.how')}
          data={fulfilmentWays.map((way) => ({ value: way, label: t(`duty.ways.${way}`) }))}
          {...form.getInputProps('how')}
        />
        <TextInput
          type="datetime-local"
          label={t('duty.when')}
          max={minuteHere()}
          required
          {...form.getInputProps('metAt')}
        />
        <TextInput
          label={t('duty.proof')}
          description={t('duty.proofAbout')}
          maxLength={200}
          required
          {...form.getInputProps('reference')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={action.isPending} disabled={!reference.trim() || !metAt}>
          {t('duty.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** Says why an obligation is not met. */
function DropForm({ obligationId, onDone }: DutyFormProps) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(dropObligation, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ obligationId, reason }),
    invalidates: [listObligations],
    onDone,
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label={t('duty.whyNot')}
          maxLength={1000}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        <ProblemAlert problem={problem} />
        <Button
          type="submit"
          variant="default"
          disabled={!form.values.reason.trim()}
          loading={action.isPending}
        >
          {t('duty.drop')}
        </Button>
      </Stack>
    </form>
  );
}
