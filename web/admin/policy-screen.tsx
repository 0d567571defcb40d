import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { listPolicies, readPolicy, setPolicy } from '#contract/admin/policy.ts';
import { firstReason } from '#domain/policy/default-settings.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
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

/** Letters without which a reason says nothing. */
const leastReason = 3;

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
      {data ? <PolicyForm key={data.version} portfolioId={portfolioId} policy={data} /> : null}
      {!data && error ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
      {!data && !error ? <Loading lines={10} /> : null}
    </Stack>
  );
}

function PolicyForm({ portfolioId, policy }: { portfolioId: string; policy: Policy }) {
  const { t } = useWords('admin');
  const tell = useNotify();
  const { version, currency, versions } = policy;
  const [reason, setReason] = useState('');
  const { form, action, submit, problem } = useEndpointForm(setPolicy, {
    initialValues: policy.settings as Settings,
    input: (settings) => ({ portfolioId, version, settings, reason }),
    field: settingOf,
    invalidates: [readPolicy, listPolicies],
    onDone: ({ changed }) => tell('good', t('policy.saved', { count: changed, shown: changed })),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <EntrySections form={form} currency={currency} />
        <AgreementSections form={form} currency={currency} />
        <ContactSections form={form} />
        <AdminProblem problem={problem} />
        <Group justify="flex-end" gap="xs" className={classes.saveBar}>
          <Text size="sm" c="dimmed">
            {t(form.isDirty() ? 'policy.dirty' : 'policy.clean')}
          </Text>
          <TextInput
            aria-label={t('policy.reason')}
            placeholder={t('policy.reason')}
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
            maxLength={500}
            disabled={!form.isDirty()}
            className={classes.reason}
          />
          <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
            {t('policy.reset')}
          </Button>
          <Button
            type="submit"
            disabled={!form.isDirty() || reason.trim().length < leastReason}
            loading={action.isPending}
          >
            {t('policy.save')}
          </Button>
        </Group>
        <Versions versions={versions} inForce={version} />
      </Stack>
    </form>
  );
}

/** The field of a setting; what is wrong inside a list stands below the form. */
function settingOf(path: string): string | null {
  const setting = /^settings\.(.+)$/.exec(path)?.[1];
  return setting === undefined || /\.\d+(\.|$)/.test(setting) ? null : setting;
}

type VersionsProps = Pick<Policy, 'versions'> & { readonly inForce: number };

/** The versions of the policy: when, by whom and why, and what each changed. */
function Versions({ versions, inForce }: VersionsProps) {
  const { t, locale } = useWords('admin');
  return (
    <Panel title={t('policy.history')}>
      <Stack gap="md">
        {versions.map(({ version, madeAt, madeBy, reason, changes }) => (
          <div key={version}>
            <Text size="sm" fw={600}>
              {t('policy.version', { version })}
              {version === inForce ? ` · ${t('policy.inForce')}` : ''}
            </Text>
            <Text size="xs" c="dimmed">
              <When at={madeAt} /> · {madeBy ?? t('log.system')}
            </Text>
            <Text size="sm">
              {reason === firstReason ? t('policy.firstReason') : <bdi>{reason}</bdi>}
            </Text>
            {changes.map((change) => (
              <Text size="sm" c="dimmed" key={change.setting}>
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
