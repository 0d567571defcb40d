import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { layLegalHold, liftLegalHold, readPerson } from '#contract/compliance/persons.ts';
import { type HoldMatter, holdMatters } from '#domain/privacy/person-requests.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Hold = OutputOf<typeof readPerson>['holds'][number];

/** The legal holds of a person: while one stands nothing of theirs is erased. */
export function HoldsPanel({
  caseId,
  holds,
}: {
  readonly caseId: string;
  readonly holds: readonly Hold[];
}) {
  const { t } = useWords('compliance');
  return (
    <Panel title={t('legalHold.title')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('legalHold.about')}
        </Text>
        {holds.map((hold) => (
          <HoldView key={hold.id} caseId={caseId} hold={hold} />
        ))}
        <LayForm caseId={caseId} />
      </Stack>
    </Panel>
  );
}

function HoldView({ caseId, hold }: { readonly caseId: string; readonly hold: Hold }) {
  const { t } = useWords('compliance');
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <State tone={hold.liftedAt ? 'neutral' : 'warn'}>
          {t(hold.liftedAt ? 'legalHold.lifted' : 'legalHold.stands')}
        </State>
        <Text size="sm">{t(`legalHold.matters.${hold.matter}`)}</Text>
        <Text size="xs" c="dimmed">
          <When at={hold.laidAt} /> · <bdi>{hold.laidBy ?? '–'}</bdi>
        </Text>
      </Group>
      <Text size="sm" dir="auto">
        {hold.reason}
      </Text>
      {hold.liftedAt ? (
        <Text size="sm" c="dimmed">
          <When at={hold.liftedAt} /> · <bdi>{hold.liftedBy ?? '–'}</bdi> ·{' '}
          <bdi>{hold.liftReason}</bdi>
        </Text>
      ) : (
        <LiftForm caseId={caseId} legalHoldId={hold.id} />
      )}
    </Stack>
  );
}

function LiftForm({
  caseId,
  legalHoldId,
}: {
  readonly caseId: string;
  readonly legalHoldId: string;
}) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(liftLegalHold, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ caseId, legalHoldId, reason }),
    invalidates: [readPerson],
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label={t('legalHold.liftWhy')}
          maxLength={1000}
          autosize
          {...form.getInputProps('reason')}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={action.isPending}
            disabled={!form.values.reason.trim()}
          >
            {t('legalHold.lift')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LayForm({ caseId }: { readonly caseId: string }) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(layLegalHold, {
    initialValues: { matter: 'litigation' as HoldMatter, reason: '' },
    input: ({ matter, reason }) => ({ caseId, matter, reason }),
    invalidates: [readPerson],
    onDone: () => form.reset(),
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <NativeSelect
          label={t('legalHold.matter')}
          data={holdMatters.map((value) => ({ value, label: t(`legalHold.matters.${value}`) }))}
          {...form.getInputProps('matter')}
        />
        <Textarea
          label={t('legalHold.why')}
          maxLength={1000}
          autosize
          {...form.getInputProps('reason')}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={action.isPending}
            disabled={!form.values.reason.trim()}
          >
            {t('legalHold.lay')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
