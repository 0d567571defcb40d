import { Alert, Stack, Text } from '@mantine/core';
import { readTask } from '#contract/tasks.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { toneColor } from '#web/ui/theme.ts';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { HoldClaim } from './tasks/hold-claim.tsx';

type TaskTextProps = { readonly taskId: string; readonly currency: string };

/** What a task sends or asks for: the letter as it goes out, and the data of the request. */
export function TaskText({ taskId, currency }: TaskTextProps) {
  const { t } = useWords('office');
  const { data } = useEndpoint(readTask, { taskId });
  if (!data) return null;
  const { letter, permission, data: facts, hold, documents } = data;
  return (
    <Stack gap="sm">
      {hold ? <HoldClaim hold={hold} currency={currency} /> : null}
      {permission ? <Permission permission={permission} /> : null}
      {documents ? <HandedOver documents={documents} /> : null}
      {letter ? (
        <Panel title={`${t('task.letter')}: ${letter.subject}`}>
          <Text size="xs" c="dimmed">
            {t(`task.language.${letter.language}`)}
          </Text>
          {letter.wanted ? <OtherLanguage language={letter.wanted} /> : null}
          <Text size="sm" dir="auto" lang={letter.language} style={{ whiteSpace: 'pre-line' }}>
            {letter.words}
          </Text>
        </Panel>
      ) : null}
      {facts ? (
        <Stack gap={4}>
          <Text size="sm">
            {t('task.data.reference')}: <bdi>{facts.customerReference}</bdi>
          </Text>
          <Text size="sm">
            {t('task.data.accounts')}: <bdi>{facts.accounts.join(', ')}</bdi>
          </Text>
          <Text size="sm">
            {t('task.data.creditor')}: <bdi>{facts.creditor}</bdi>
          </Text>
          {facts.overdue ? (
            <Text size="sm">
              {t('task.data.overdue')}: <Amount text={facts.overdue} currency={facts.currency} />
            </Text>
          ) : null}
          {facts.recovered ? (
            <Text size="sm">
              {t('task.data.recovered')}:{' '}
              <Amount text={facts.recovered} currency={facts.currency} />
            </Text>
          ) : null}
          {facts.notices.length > 0 ? (
            <Text size="sm">
              {t('task.data.notices')}:{' '}
              {facts.notices.map(({ stage, sentOn }) => (
                <span key={`${stage} ${sentOn}`}>
                  {t(`stage.${stage}`)} <Day date={sentOn} />{' '}
                </span>
              ))}
            </Text>
          ) : null}
        </Stack>
      ) : null}
    </Stack>
  );
}

type HandedOverProps = {
  readonly documents: NonNullable<OutputOf<typeof readTask>['documents']>;
};

/** Which documents go with the case, and which are missing: they stand on its page. */
function HandedOver({ documents: { there, missing } }: HandedOverProps) {
  const { t } = useWords('office');
  return (
    <Alert
      color={missing.length > 0 ? toneColor.warn : toneColor.good}
      variant="light"
      title={t('task.documents.title')}
    >
      <Text size="sm">
        {there.length === 0
          ? t('task.documents.none')
          : there
              .map(({ kind, count }) => `${t(`task.documents.kind.${kind}`)} (${count})`)
              .join(', ')}
      </Text>
      {missing.length > 0 ? (
        <Text size="sm">
          {t('task.documents.missing')}:{' '}
          {missing.map((kind) => t(`task.documents.kind.${kind}`)).join(', ')}
        </Text>
      ) : null}
    </Alert>
  );
}

/** The customer prefers a language in which there is no letter: a person sees to it. */
function OtherLanguage({ language }: { readonly language: string }) {
  const { t, locale } = useWords('office');
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return (
    <Alert color={toneColor.warn} variant="light">
      {t('task.otherLanguage', { language: name })}
    </Alert>
  );
}

type PermissionProps = {
  readonly permission: NonNullable<OutputOf<typeof readTask>['permission']>;
};

/** Whether it may go out now, and if not, why and when. */
function Permission({ permission }: PermissionProps) {
  const { t } = useWords('office');
  const { verdict, rules, nextPermittedAt, ways } = permission;
  if (verdict === 'permitted') {
    return (
      <Text size="sm">
        {t('task.permission.permitted', { ways: ways.map((way) => t(`way.${way}`)).join(', ') })}
      </Text>
    );
  }
  return (
    <Alert color={toneColor.warn} variant="light" title={t(`task.permission.${verdict}`)}>
      <Stack gap={4}>
        {rules.map(({ rule, title, citation }) => (
          <Text key={rule} size="sm">
            <bdi lang="en">
              {title} ({citation})
            </bdi>
          </Text>
        ))}
        {nextPermittedAt ? (
          <Text size="sm">
            {t('task.permission.next')} <When at={nextPermittedAt} />
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
