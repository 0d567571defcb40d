import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listPolicies, readPolicy, setPolicy } from '#contract/admin-policy.ts';
import type { OutputOf } from '#web/ui/api.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useAction, useEndpoint } from '#web/ui/queries.ts';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { useTell } from '#web/ui/tell.ts';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './admin.module.css';
import { AdminProblem } from './admin-problem.tsx';
import { AgreementSections } from './policy-agreements.tsx';
import { ContactSections } from './policy-contact.tsx';
import { EntrySections } from './policy-entry.tsx';
import type { Settings } from './policy-fields.tsx';
import { settingWords, valueWords } from './setting-words.ts';

type Policy = OutputOf<typeof readPolicy>;

type PolicyScreenProps = {
  readonly portfolioId: string;
  readonly name: string;
  readonly onBack: () => void;
};

/** The policy of one portfolio: read, changed, and what was changed before. */
export function PolicyScreen({ portfolioId, name, onBack }: PolicyScreenProps) {
  const { t } = useWords('admin');
  const { data, error, refetch } = useEndpoint(readPolicy, { portfolioId });
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('policy.back')}
        </Button>
        <Title order={2}>{name}</Title>
      </Group>
      {data ? <PolicyForm key={data.revision} portfolioId={portfolioId} policy={data} /> : null}
      {!data && error ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
      {!data && !error ? <Loading lines={10} /> : null}
    </Stack>
  );
}

function PolicyForm({ portfolioId, policy }: { portfolioId: string; policy: Policy }) {
  const { t } = useWords('admin');
  const tell = useTell();
  const form = useForm<Settings>({ initialValues: policy.settings });
  const save = useAction(setPolicy, {
    quiet: true,
    invalidates: [readPolicy, listPolicies],
    onDone: ({ changed }) => tell('good', t('policy.saved', { count: changed, shown: changed })),
  });
  const { revision, currency, changes } = policy;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((settings) => save.mutate({ portfolioId, revision, settings }))}
    >
      <Stack gap="md">
        <EntrySections form={form} currency={currency} />
        <AgreementSections form={form} currency={currency} />
        <ContactSections form={form} />
        <AdminProblem problem={save.error} />
        <Group justify="flex-end" gap="xs" className={classes.saveBar}>
          <Text size="sm" c="dimmed">
            {t(form.isDirty() ? 'policy.dirty' : 'policy.clean')}
          </Text>
          <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
            {t('policy.reset')}
          </Button>
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('policy.save')}
          </Button>
        </Group>
        <Changes changes={changes} />
      </Stack>
    </form>
  );
}

function Changes({ changes }: Pick<Policy, 'changes'>) {
  const { t, locale } = useWords('admin');
  return (
    <Panel title={t('policy.history')}>
      <Stack gap="md">
        {changes.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('policy.noHistory')}
          </Text>
        ) : null}
        {changes.map(({ id, occurredAt, actorName, changes: list }) => (
          <div key={id}>
            <Text size="xs" c="dimmed">
              <When at={occurredAt} /> · {actorName ?? t('log.system')}
            </Text>
            {list.map((change) => (
              <Text size="sm" key={change.setting}>
                {t('policy.change', {
                  setting: settingWords(t, locale, change.setting),
                  old: valueWords(t, change.old),
                  new: valueWords(t, change.new),
                })}
              </Text>
            ))}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
