import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { countApprovals, decideApproval, listApprovals } from '#contract/approvals.ts';
import { LawChange } from '#web/admin/law-change.tsx';
import { ChangeLines } from '#web/admin/policy/change-lines.tsx';
import { CaseLink } from '#web/cases/case-link.tsx';
import { silenceWords } from '#web/compliance/rules/switch-actions.tsx';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useFocusNext } from '#web/ui/focus.ts';
import { Panel } from '#web/ui/panel.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Approval = OutputOf<typeof listApprovals>['approvals'][number];

const tones = {
  waiting: 'warn',
  approved: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
  lapsed: 'neutral',
} as const;

/** One request: what is asked, by whom and why, and the answer to it. */
export function ApprovalCard({ approval }: { readonly approval: Approval }) {
  const { t } = useWords('approvals');
  const { kind, state, caseId, customerName, portfolioName, amount, currency } = approval;
  return (
    <Panel
      title={t(`kind.${kind}`)}
      aside={<State tone={tones[state]}>{t(`state.${state}`)}</State>}
    >
      <Stack gap="xs">
        <Group gap="xs">
          {amount !== null && currency !== null ? (
            <Amount text={amount} currency={currency} strong />
          ) : null}
          {customerName === null ? null : (
            <CaseLink caseId={caseId}>
              <bdi>{customerName}</bdi>
            </CaseLink>
          )}
          <Text size="xs" c="dimmed">
            <bdi>{portfolioName ?? t('everywhere')}</bdi>
          </Text>
        </Group>
        {approval.changes.length > 0 ? <ChangeLines changes={approval.changes} /> : null}
        {approval.law ? (
          <List size="sm">
            <LawChange law={approval.law} />
          </List>
        ) : null}
        {approval.details.map((one) => (
          <Detail key={`${one.name} ${one.value}`} detail={one} />
        ))}
        {approval.reason === '' ? null : (
          <Text size="sm" dir="auto">
            {approval.reason}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t('askedBy', { name: approval.askedBy ?? '–' })} · <When at={approval.askedAt} />
          {state === 'waiting' ? (
            <>
              {' · '}
              {t('lapses')} <When at={approval.lapsesAt} />
            </>
          ) : null}
          {approval.lapsedWhy === null ? null : ` · ${t(`lapsedWhy.${approval.lapsedWhy}`)}`}
        </Text>
        {state === 'waiting' || (state === 'lapsed' && approval.isOwn) ? (
          <Answer approval={approval} />
        ) : (
          <Answered approval={approval} />
        )}
      </Stack>
    </Panel>
  );
}

/** Details whose value is a code with words of its own. */
const coded = {
  cause: 'cause',
  excess: 'excess',
  turn: 'turn',
  factor: 'factor',
  becomes: 'result',
  dataKind: 'dataKind',
} as const;

const dates: ReadonlySet<string> = new Set(['receivedOn', 'issuedOn', 'dueOn', 'refundedOn']);

function Detail({ detail }: { readonly detail: Approval['details'][number] }) {
  const { t } = useWords('approvals');
  const reader = useWords('compliance');
  const { name, value, title, silence } = detail;
  const plain = usePlainRules()(value);
  const isDate = dates.has(name);
  const group = name in coded ? coded[name as keyof typeof coded] : null;
  if (silence) {
    return (
      <Text size="sm">
        {t('detail.rule')}: {silenceWords(silence, reader)}
      </Text>
    );
  }
  if (name === 'rule') {
    return (
      <Text size="sm">
        {t('detail.rule')}: {plain ? `${plain.says} ` : null}
        <Text span size="xs" c="dimmed" lang="en" dir="auto">
          {title} · {value}
        </Text>
      </Text>
    );
  }
  return (
    <Text size="sm">
      {t(`detail.${name}`)}:{' '}
      {isDate ? <Day date={value} /> : <bdi>{group ? t(`${group}.${value}`) : value}</bdi>}
    </Text>
  );
}

function Answer({ approval }: { readonly approval: Approval }) {
  const { t } = useWords('approvals');
  const notify = useNotify();
  const [reason, setReason] = useState('');
  // Answered, the card goes: the keyboard goes on to the next request.
  useFocusNext('[data-approval-answer], [data-approval-views] input:checked');
  const { id: approvalId, isOwn, mayApprove } = approval;
  const { mutate, isPending, error } = useAction(decideApproval, {
    quiet: true,
    invalidates: [listApprovals, countApprovals],
    onDone: (_, { approve }) =>
      notify('good', t(`done.${approve ? 'approved' : isOwn ? 'withdrawn' : 'refused'}`)),
  });
  const send = (approve: boolean) =>
    mutate({ approvalId, approve, reason: reason.trim() === '' ? null : reason.trim() });
  if (!isOwn && !mayApprove) return null;
  return (
    <Stack gap="xs">
      {isOwn ? (
        <Text size="sm" c="dimmed">
          {t('own')}
        </Text>
      ) : (
        <TextInput
          label={t('remark')}
          value={reason}
          maxLength={500}
          dir="auto"
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <ProblemAlert problem={error} />
      <Group gap="xs">
        {isOwn ? null : (
          <Button data-approval-answer loading={isPending} onClick={() => send(true)}>
            {t('approve')}
          </Button>
        )}
        <Button variant="default" loading={isPending} onClick={() => send(false)}>
          {t(isOwn ? 'withdraw' : 'refuse')}
        </Button>
      </Group>
    </Stack>
  );
}

function Answered({ approval }: { readonly approval: Approval }) {
  const { t } = useWords('approvals');
  const { decidedBy, decidedAt, decisionReason } = approval;
  if (decidedAt === null) return null;
  return (
    <>
      {decisionReason ? (
        <Text size="sm" dir="auto">
          {decisionReason}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('answeredBy', { name: decidedBy ?? '–' })} · <When at={decidedAt} />
      </Text>
    </>
  );
}
