import { Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core';
import {
  claimObligation,
  dropObligation,
  listObligations,
} from '#contract/compliance/obligations.ts';
import { languageName } from '#kernel/languages.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { isolated } from '#web/ui/isolate.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { FulfilForm } from './fulfil-form.tsx';
import { NoticeView } from './notice-view.tsx';
import { hasNotice, type Obligation } from './obligation-view.ts';

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
      {isOpen && hasNotice(obligation) ? <NoticeView obligationId={obligation.id} /> : null}
    </Stack>
  );
}

function EndedObligation({ obligation }: { readonly obligation: Obligation }) {
  const { t, locale } = useWords('compliance');
  const { fulfilment } = obligation;
  if (obligation.cancelledAt) {
    return (
      <Text size="sm">
        {t('obligation.dropped')} <When at={obligation.cancelledAt} />:{' '}
        <bdi>{obligation.cancelReason}</bdi>
      </Text>
    );
  }
  const how = fulfilment?.['how'];
  const language = fulfilment?.['language'];
  return (
    <Text size="sm">
      {t('obligation.met')} {obligation.fulfilledAt ? <When at={obligation.fulfilledAt} /> : null}
      {typeof how === 'string' ? ` · ${t(`obligation.ways.${how}`)}` : ''}
      {typeof language === 'string' ? ` · ${languageName(language, locale)}` : ''}
      {fulfilment?.['reference'] ? ` · ${isolated(String(fulfilment['reference']))}` : ''}
      {obligation.fulfilledBy ? ` · ${isolated(obligation.fulfilledBy)}` : ''}
    </Text>
  );
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
      <FulfilForm obligation={obligation} onDone={onDone} />
      <DropForm obligationId={obligation.id} onDone={onDone} />
    </>
  );
}

type ObligationFormProps = { readonly obligationId: string; readonly onDone: () => void };

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
