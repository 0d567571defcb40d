import { Button, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readSecondFactor } from '#contract/account.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from '#contract/passkeys.ts';
import { type ApiProblem, call, type OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { canUsePasskeys, makePasskey, proveByPasskey } from '#web/ui/client/passkey-ceremony.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { PresentPassword } from './password-form.tsx';

const longestName = 60;

type Passkey = OutputOf<typeof listPasskeys>['passkeys'][number];

/** One's own passkeys: to sign in without a password, or as the second step. */
export function Passkeys({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords('account');
  const { data, error, isPending, refetch } = useEndpoint(listPasskeys, {});
  const factor = useEndpoint(readSecondFactor, {});
  const title = useRef<HTMLHeadingElement>(null);
  const isPossible = data?.possible === true && canUsePasskeys();
  const passkeys = data?.passkeys ?? [];
  // The button that was pressed goes with its line: the keyboard waits at the head of the list.
  const removed = () => title.current?.focus();
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3" ref={title} tabIndex={-1}>
          {t('passkeys.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('passkeys.about')}
        </Text>
        {error && !data ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {passkeys.length > 0 ? (
          <List listStyleType="none" spacing="sm">
            {passkeys.map((passkey) => (
              <Line key={passkey.id} passkey={passkey} onRemoved={removed} />
            ))}
          </List>
        ) : null}
        {data && !isPossible ? <Text size="sm">{t('passkeys.impossible')}</Text> : null}
        {isPossible && factor.data ? (
          <Add
            byPasskey={passkeys.length > 0}
            withCode={factor.data.enrolledAt !== null}
            onDone={onDone}
          />
        ) : null}
      </Stack>
    </Paper>
  );
}

function Line({
  passkey: { id, name, addedAt, usedAt },
  onRemoved,
}: {
  readonly passkey: Passkey;
  readonly onRemoved: () => void;
}) {
  const { t } = useWords('account');
  const [isOpen, setOpen] = useState(false);
  return (
    <List.Item styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            <bdi>{name}</bdi>
          </Text>
          <Text size="xs" c="dimmed">
            {t('passkeys.added')} <When at={addedAt} /> ·{' '}
            {usedAt ? (
              <>
                {t('signIns.used')} <When at={usedAt} />
              </>
            ) : (
              t('passkeys.unused')
            )}
          </Text>
        </div>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('ui:cancel') : t('passkeys.remove')}
        </Button>
      </Group>
      {isOpen ? <Remove passkeyId={id} name={name} onRemoved={onRemoved} /> : null}
    </List.Item>
  );
}

type RemoveProps = {
  readonly passkeyId: string;
  readonly name: string;
  readonly onRemoved: () => void;
};

/** Who removes a passkey names the password, or has a passkey sign. */
function Remove({ passkeyId, name, onRemoved }: RemoveProps) {
  const { t } = useWords('account');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(removePasskey, {
    initialValues: { present: '' },
    input: ({ present }) => ({ passkeyId, present, passkey: null }),
    quiet: true,
    invalidates: [listPasskeys, readSecondFactor],
    onDone: () => {
      notify('good', t('passkeys.removed', { name }));
      onRemoved();
    },
  });
  const prove = useMutation<void, ApiProblem>({
    mutationFn: async () =>
      action.mutate({ passkeyId, present: null, passkey: await proveByPasskey() }),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm" mt="xs">
        <PresentPassword autoFocus {...form.getInputProps('present')} />
        <ProblemAlert problem={prove.error ?? problem} />
        <Group justify="flex-end" gap="xs">
          {canUsePasskeys() ? (
            <Button variant="default" loading={prove.isPending} onClick={() => prove.mutate()}>
              {t('passkeys.byPasskey')}
            </Button>
          ) : null}
          <Button type="submit" color="red" loading={action.isPending}>
            {t('passkeys.removeIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type AddProps = {
  /** Whether one of one's own passkeys shows who one is. */
  readonly byPasskey: boolean;
  /** Whether a code of the app is asked beside the password. */
  readonly withCode: boolean;
  readonly onDone: () => void;
};

function Add({ byPasskey, withCode, onDone }: AddProps) {
  const { t } = useWords('account');
  const notify = useNotify();
  const queries = useQueryClient();
  const make = useMutation<void, ApiProblem, { readonly [name: string]: unknown }>({
    mutationFn: async (options) => {
      const name = form.getValues().name.trim() || t('passkeys.usual');
      await call(addPasskey, { name, answer: await makePasskey(options) });
    },
    onSuccess: async () => {
      form.reset();
      notify('good', t('passkeys.kept'));
      for (const { name } of [listPasskeys, readSecondFactor]) {
        await queries.invalidateQueries({ queryKey: [name] });
      }
      onDone();
    },
  });
  const { form, action, submit, problem } = useEndpointForm(beginPasskey, {
    initialValues: { name: '', present: '', code: '' },
    input: ({ present, code }) => ({ present, code: withCode ? code : null, passkey: null }),
    quiet: true,
    onDone: ({ options }) => make.mutate(options),
  });
  const prove = useMutation<void, ApiProblem>({
    mutationFn: async () =>
      action.mutate({ present: null, code: null, passkey: await proveByPasskey() }),
  });
  const isBusy = action.isPending || make.isPending || prove.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        if (!byPasskey) return submit(event);
        event.preventDefault();
        prove.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('passkeys.name')}
          description={t('passkeys.nameAbout')}
          maxLength={longestName}
          {...form.getInputProps('name')}
        />
        {byPasskey ? null : <PresentPassword {...form.getInputProps('present')} />}
        {withCode && !byPasskey ? (
          <TextInput
            label={t('second.present')}
            description={t('second.presentAbout')}
            autoComplete="one-time-code"
            dir="ltr"
            {...form.getInputProps('code')}
          />
        ) : null}
        <ProblemAlert problem={prove.error ?? make.error ?? problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {byPasskey ? t('passkeys.addBy') : t('passkeys.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
