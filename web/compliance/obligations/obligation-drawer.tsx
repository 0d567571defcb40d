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
import type { Obligation } from './obligation-view.ts';

type ObligationDrawerProps = {
  readonly obligation: Obligation | null;
  readonly onClose: () => void;
};

/**
 * One obligation: for whom, under which rule, by when; take it, meet it with proof, or say why not.
 */
export function ObligationDrawer({ obligation, onClose }: ObligationDrawerProps) {
  const { t } = useWords('compliance');
  return (
    <Drawer
      opened={obligation !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={obligation ? t(`obligation.kinds.${obligation.kind}`) : ''}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {obligation ? (
        <ObligationView key={obligation.id} obligation={obligation} onDone={onClose} />
      ) : null}
    </Drawer>
  );
}

function ObligationView({
  obligation,
  onDone,
}: {
  readonly obligation: Obligation;
  readonly onDone: () => void;
}) {
  const { t } = useWords('compliance');
  const isOpen = obligation.fulfilledAt === null && obligation.cancelledAt === null;
  return (
    <Stack gap="md">
      <Text size="sm">
        <CaseLink caseId={obligation.caseId}>
          <bdi>{obligation.customerName}</bdi>
        </CaseLink>{' '}
        · <bdi>{obligation.customerReference}</bdi> · <bdi>{obligation.portfolioName}</bdi>
      </Text>
      <Text size="sm">{t(`obligation.about.${obligation.kind}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('obligation.arose')} <When at={obligation.openedAt} /> · {t('obligation.due')}{' '}
        <When at={obligation.dueAt} /> · <bdi dir="ltr">{obligation.rule}</bdi>
      </Text>
      {isOpen ? (
        <OpenObligation obligation={obligation} onDone={onDone} />
      ) : (
        <EndedObligation obligation={obligation} />
      )}
      {isOpen && obligation.kind === 'validation_notice' ? (
        <NoticeView obligationId={obligation.id} />
      ) : null}
    </Stack>
  );
}

function EndedObligation({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useWords('compliance');
  const { fulfilment } = obligation;
  if (obligation.cancelledAt) {
    return (
      <Text size="sm">
        {t('obligation.dropped')} <When at={obligation.cancelledAt} />: {obligation.cancelReason}
      </Text>
    );
  }
  const how = fulfilment?.['how'];
  return (
    <Text size="sm">
      {t('obligation.met')} {obligation.fulfilledAt ? <When at={obligation.fulfilledAt} /> : null}
      {typeof how === 'string' ? ` · ${t(`obligation.ways.${how}`)}` : ''}
      {fulfilment?.['reference'] ? ` · ${String(fulfilment['reference'])}` : ''}
      {obligation.fulfilledBy ? ` · ${obligation.fulfilledBy}` : ''}
    </Text>
  );
}

/** The present minute as a field of date and time takes it. */
function minuteHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function OpenObligation({
  obligation,
  onDone,
}: {
  readonly obligation: Obligation;
  readonly onDone: () => void;
}) {
  const { t } = useWords('compliance');
  const claim = useAction(claimObligation, { invalidates: [listObligations] });
  return (
    <>
      <Group>
        <Button
          variant="default"
          loading={claim.isPending}
          onClick={() => claim.mutate({ obligationId: obligation.id, release: obligation.mine })}
        >
          {t(obligation.mine ? 'obligation.release' : 'obligation.claim')}
        </Button>
        <Text size="sm" c="dimmed">
          {obligation.ownerName ? t('obligation.ownedBy', { name: obligation.ownerName }) : null}
        </Text>
      </Group>
      <FulfilForm obligationId={obligation.id} onDone={onDone} />
      <DropForm obligationId={obligation.id} onDone={onDone} />
    </>
  );
}

type ObligationFormProps = { readonly obligationId: string; readonly onDone: () => void };

/** Says that an obligation was met: how, when, and what proves it. */
function FulfilForm({ obligationId, onDone }: ObligationFormProps) {
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
          label={t('obligation.how')}
          data={fulfilmentWays.map((way) => ({ value: way, label: t(`obligation.ways.${way}`) }))}
          {...form.getInputProps('how')}
        />
        <TextInput
          type="datetime-local"
          label={t('obligation.when')}
          max={minuteHere()}
          required
          {...form.getInputProps('metAt')}
        />
        <TextInput
          label={t('obligation.proof')}
          description={t('obligation.proofAbout')}
          maxLength={200}
          required
          {...form.getInputProps('reference')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={action.isPending} disabled={!reference.trim() || !metAt}>
          {t('obligation.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** Says why an obligation is not met. */
function DropForm({ obligationId, onDone }: ObligationFormProps) {
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
          label={t('obligation.whyNot')}
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
          {t('obligation.drop')}
        </Button>
      </Stack>
    </form>
  );
}
