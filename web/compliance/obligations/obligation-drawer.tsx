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
import { useState } from 'react';
import {
  claimObligation,
  dropObligation,
  fulfilmentWays,
  fulfilObligation,
  listObligations,
} from '#contract/compliance/obligations.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { useAction } from '#web/ui/client/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { NoticeView } from './notice-view.tsx';
import type { Duty } from './obligation-view.ts';

type ObligationDrawerProps = { readonly duty: Duty | null; readonly onClose: () => void };

/** One duty: for whom, under which rule, by when; take it, meet it with proof, or say why not. */
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
  const invalidates = [listObligations];
  const claim = useAction(claimObligation, { invalidates });
  const fulfil = useAction(fulfilObligation, { invalidates, quiet: true, onDone });
  const drop = useAction(dropObligation, { invalidates, quiet: true, onDone });
  const [how, setHow] = useState<(typeof fulfilmentWays)[number]>('letter');
  const [metAt, setMetAt] = useState(minuteHere);
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const obligationId = duty.id;
  return (
    <>
      <Group>
        <Button
          variant="default"
          loading={claim.isPending}
          onClick={() => claim.mutate({ obligationId, release: duty.mine })}
        >
          {t(duty.mine ? 'duty.release' : 'duty.claim')}
        </Button>
        <Text size="sm" c="dimmed">
          {duty.ownerName ? t('duty.ownedBy', { name: duty.ownerName }) : null}
        </Text>
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const at = new Date(metAt).toISOString();
          fulfil.mutate({ obligationId, how, metAt: at, reference });
        }}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('duty.how')}
            value={how}
            onChange={({ currentTarget: { value } }) =>
              setHow(fulfilmentWays.find((way) => way === value) ?? 'letter')
            }
            data={fulfilmentWays.map((way) => ({ value: way, label: t(`duty.ways.${way}`) }))}
          />
          <TextInput
            type="datetime-local"
            label={t('duty.when')}
            value={metAt}
            max={minuteHere()}
            required
            onChange={({ currentTarget }) => setMetAt(currentTarget.value)}
          />
          <TextInput
            label={t('duty.proof')}
            description={t('duty.proofAbout')}
            value={reference}
            maxLength={200}
            required
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <ProblemAlert problem={fulfil.error} />
          <Button type="submit" loading={fulfil.isPending} disabled={!reference.trim() || !metAt}>
            {t('duty.save')}
          </Button>
        </Stack>
      </form>
      <Stack gap="sm">
        <Textarea
          label={t('duty.whyNot')}
          value={reason}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ProblemAlert problem={drop.error} />
        <Button
          variant="default"
          disabled={!reason.trim()}
          loading={drop.isPending}
          onClick={() => drop.mutate({ obligationId, reason })}
        >
          {t('duty.drop')}
        </Button>
      </Stack>
    </>
  );
}
