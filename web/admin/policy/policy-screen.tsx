import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { listPolicies, readPolicy, readProposals, setPolicy } from '#contract/admin/policy.ts';
import { firstReason } from '#domain/policy/default-settings.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { useFocusAtStep, useFocusNext } from '#web/ui/focus.ts';
import kit from '#web/ui/kit.module.css';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { useUnsaved } from '#web/ui/unsaved.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../admin.module.css';
import { AdminProblem } from '../admin-problem.tsx';
import { PortfolioPlace } from '../portfolio-place.tsx';
import { ChangeLines } from './change-lines.tsx';
import { AgreementSections } from './policy-agreements.tsx';
import { ContactSections } from './policy-contact.tsx';
import { EntrySections } from './policy-entry.tsx';
import type { PolicyForm as PolicyFormState, PolicyValues } from './policy-fields.tsx';
import { PolicyProposals } from './policy-proposals.tsx';
import { RankingSections } from './policy-ranking.tsx';

type Policy = OutputOf<typeof readPolicy>;

type PolicyScreenProps = {
  readonly portfolio: OutputOf<typeof listPolicies>['portfolios'][number];
  readonly onBack: () => void;
};

/** The policy of one portfolio: read, changed, and what was changed before. */
export function PolicyScreen({ portfolio, onBack }: PolicyScreenProps) {
  const { id: portfolioId, name } = portfolio;
  const { t } = useWords('admin');
  const place = useFocusAtStep<HTMLDivElement>(0);
  useFocusNext('[data-row-open]');
  const me = useMe();
  const enabled = me.may('portfolio.configure');
  const { data, error, refetch } = useEndpoint(readPolicy, { portfolioId }, { enabled });
  // While something is typed the form keeps what it was opened with: a version that somebody else
  // makes meanwhile does not take it away.
  const [held, setHeld] = useState<Policy | null>(null);
  const [round, setRound] = useState(0);
  const { leave, question } = useUnsaved(held !== null);
  const policy = held ?? data;
  return (
    <Stack gap="md" ref={place} tabIndex={-1} className={kit.place}>
      {question}
      <Group gap="sm">
        <Button variant="default" onClick={() => leave(onBack)}>
          {t('policy.back')}
        </Button>
        <Title order={2}>
          <bdi>{name}</bdi>
        </Title>
      </Group>
      <PortfolioPlace key={JSON.stringify(portfolio)} portfolio={portfolio} />
      <PolicyProposals only="waiting" portfolioId={portfolioId} />
      {policy ? (
        <PolicyForm
          key={`${policy.version} ${round}`}
          portfolioId={portfolioId}
          policy={policy}
          onDirty={(isDirty) => setHeld(isDirty ? policy : null)}
          onSaved={() => {
            setHeld(null);
            setRound((before) => before + 1);
          }}
        />
      ) : null}
      {!data && error ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
      {enabled && !data && !error ? <Loading lines={10} /> : null}
      <PolicyProposals only="answered" portfolioId={portfolioId} />
    </Stack>
  );
}

/** The field of a part of the input: the settings are typed without a name around them. */
function fieldOf(path: string): string {
  const field = path.replace(/^settings\./, '');
  const list = /^(holidays|weekend|verification\.questions|entry\.itemKinds)\.\d+$/.exec(
    field,
  )?.[1];
  const hours = /^gate\.(houseHours|ruleHours\.[A-Z0-9-]+\.week)\.\w+$/.test(field)
    ? `${field}.1`
    : null;
  return list ?? hours ?? field;
}

type PolicyFormProps = {
  readonly portfolioId: string;
  readonly policy: Policy;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: () => void;
};

function PolicyForm({ portfolioId, policy, onDirty, onSaved }: PolicyFormProps) {
  const { t } = useWords('admin');
  const notify = useNotify();
  const { version, currency, versions, settings: saved } = policy;
  const { form, action, submit, problem } = useEndpointForm(setPolicy, {
    initialValues: { ...saved, reason: '' },
    input: ({ reason, ...settings }: PolicyValues) => ({ portfolioId, version, settings, reason }),
    field: fieldOf,
    invalidates: [readPolicy, listPolicies, readProposals],
    onDone: ({ changed, proposed }) => {
      const sent = t('proposal.sent', { count: proposed, shown: proposed });
      if (proposed > 0) notify('good', sent);
      if (changed > 0) notify('good', t('policy.saved', { count: changed, shown: changed }));
      onSaved();
    },
  });
  const isDirty = form.isDirty();
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not by whom
  useEffect(() => onDirty(isDirty), [isDirty]);
  return (
    <form noValidate onSubmit={submit} className={classes.policy}>
      <Stack gap="md">
        <Text size="sm">{t('policy.twoPeople')}</Text>
        <EntrySections form={form} currency={currency} />
        <RankingSections form={form} />
        <AgreementSections form={form} currency={currency} />
        <ContactSections form={form} rules={policy.rules} />
        <AdminProblem problem={problem} />
        <Group justify="flex-end" gap="xs" className={classes.saveBar}>
          <SaveState form={form} />
          <TextInput
            aria-label={t('policy.reason')}
            placeholder={t('policy.reason')}
            {...form.getInputProps('reason')}
            maxLength={500}
            disabled={!form.isDirty()}
            className={classes.reason}
          />
          <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
            {t('policy.reset')}
          </Button>
          <Button type="submit" disabled={!form.isDirty()} loading={action.isPending}>
            {t('policy.save')}
          </Button>
        </Group>
        <Versions versions={versions} inForce={version} />
      </Stack>
    </form>
  );
}

/** Beside the button: whether anything waits to be saved, and how many fields are to be corrected. */
function SaveState({ form }: { readonly form: PolicyFormState }) {
  const { t } = useWords('admin');
  const wrong = Object.keys(form.errors).length;
  if (wrong > 0) {
    return (
      <Text size="sm" c="red" role="status">
        {t('policy.wrong', { count: wrong, shown: wrong })}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t(form.isDirty() ? 'policy.dirty' : 'policy.clean')}
    </Text>
  );
}

type VersionsProps = Pick<Policy, 'versions'> & { readonly inForce: number };

/** The versions of the policy: when, by whom and why, and what each changed. */
function Versions({ versions, inForce }: VersionsProps) {
  const { t } = useWords('admin');
  return (
    <Panel title={t('policy.history')}>
      <Stack gap="md">
        {versions.map(({ version, madeAt, madeBy, confirmedBy, reason, changes }) => (
          <div key={version}>
            <Text size="sm" fw={600}>
              {t('policy.version', { version })}
              {version === inForce ? ` · ${t('policy.inForce')}` : ''}
            </Text>
            <Text size="xs" c="dimmed">
              <When at={madeAt} /> · <bdi>{madeBy ?? t('log.system')}</bdi>
              {confirmedBy ? ` · ${t('policy.confirmedBy', { name: confirmedBy })}` : ''}
            </Text>
            <Text size="sm">
              {reason === firstReason ? t('policy.firstReason') : <bdi>{reason}</bdi>}
            </Text>
            <ChangeLines changes={changes} />
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
