import { Button, Group, List, Stack, Text } from '@mantine/core';
import { answerProposal, readPolicy, readProposals } from '#contract/admin/policy.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { AdminProblem } from '#web/admin/admin-problem.tsx';
import { changesLaw, type Law, LawChange } from '#web/admin/law-change.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { ChangeLines } from './change-lines.tsx';

type Proposal = OutputOf<typeof readProposals>['proposals'][number];

const news: readonly EventKind[] = [
  'portfolio.policy-proposed',
  'portfolio.policy-rejected',
  'portfolio.policy-changed',
];

type ProposalsProps = {
  readonly only: 'waiting' | 'answered';
  /** Of this portfolio only; else of all that the reader may answer for. */
  readonly portfolioId?: string;
};

/** Changes of a policy that wait for a second person, or have had their answer. */
export function PolicyProposals({ only, portfolioId }: ProposalsProps) {
  const { t } = useWords('admin');
  const me = useMe();
  const enabled = me.may('policy.confirm');
  const { data } = useEndpoint(readProposals, {}, { enabled, live: news });
  const shown = (data?.proposals ?? []).filter(
    (one) =>
      (one.outcome === null) === (only === 'waiting') &&
      (portfolioId === undefined || one.portfolioId === portfolioId),
  );
  if (shown.length === 0) return null;
  return (
    <Panel title={t(only === 'waiting' ? 'proposal.title' : 'proposal.past')}>
      <Stack gap="md">
        {shown.map((one) => (
          <Stack gap={6} key={one.id}>
            {portfolioId === undefined ? (
              <Text fw={600}>
                <bdi>{one.portfolioName}</bdi>
              </Text>
            ) : null}
            <ChangeLines changes={one.changes} />
            {one.law ? <ChangedLaw law={one.law} /> : null}
            <Text size="sm">
              <bdi>{one.reason}</bdi>
            </Text>
            <Text size="xs" c="dimmed">
              {t('proposal.by', { name: one.proposedBy ?? t('log.system') })}{' '}
              <When at={one.proposedAt} />
            </Text>
            {one.outcome === null ? <Answer proposal={one} /> : <Answered proposal={one} />}
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}

/** What the second person is told before they confirm another country, kind of debtors or collector. */
function ChangedLaw({ law }: { readonly law: Law }) {
  const { t } = useWords('admin');
  if (!changesLaw(law)) return <Text size="sm">{t('place.sameLaw')}</Text>;
  return (
    <List size="sm">
      <LawChange law={law} />
    </List>
  );
}

function Answer({ proposal: { id: proposalId, proposedById } }: { readonly proposal: Proposal }) {
  const { t } = useWords('admin');
  const me = useMe();
  const notify = useNotify();
  const { mutate, isPending, error } = useAction(answerProposal, {
    quiet: true,
    invalidates: [readProposals, readPolicy],
    onDone: (_, { confirmed }) =>
      notify('good', t(`proposal.done.${confirmed ? 'confirmed' : 'rejected'}`)),
  });
  const isMine = proposedById === me.user.id;
  return (
    <>
      {isMine ? (
        <Text size="sm" c="dimmed">
          {t('proposal.mine')}
        </Text>
      ) : null}
      <AdminProblem problem={error} />
      <Group gap="xs">
        {isMine ? null : (
          <Button loading={isPending} onClick={() => mutate({ proposalId, confirmed: true })}>
            {t('proposal.confirm')}
          </Button>
        )}
        <Button
          variant="default"
          loading={isPending}
          onClick={() => mutate({ proposalId, confirmed: false })}
        >
          {t(isMine ? 'proposal.withdraw' : 'proposal.reject')}
        </Button>
      </Group>
    </>
  );
}

function Answered({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useWords('admin');
  const { outcome, answeredBy, answeredAt } = proposal;
  return (
    <Group gap="xs">
      <State tone={outcome === 'confirmed' ? 'good' : 'neutral'}>
        {t(`proposal.outcome.${outcome}`)}
      </State>
      <Text size="xs" c="dimmed">
        {t('proposal.answeredBy', { name: answeredBy ?? t('log.system') })}{' '}
        {answeredAt ? <When at={answeredAt} /> : null}
      </Text>
    </Group>
  );
}
