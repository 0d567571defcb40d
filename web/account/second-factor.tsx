import {
  Anchor,
  Button,
  Code,
  Group,
  List,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import {
  beginSecondFactor,
  cancelSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
} from '#contract/account.ts';
import type { ApiProblem } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { proveByPasskey } from '#web/ui/client/passkey-ceremony.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { PresentPassword } from './password-form.tsx';

/** Loaded when a key is shown: nobody else needs it. */
const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

type Shown = { readonly secret: string; readonly uri: string };

/** An authenticator app as the second step of one's sign-in. */
export function SecondFactor({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords('account');
  const { data, error, isPending, refetch } = useEndpoint(readSecondFactor, {});
  const [shown, setShown] = useState<Shown | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { enrolledAt = null, codesLeft = 0, passkeys = 0 } = data ?? {};
  const [isCancelled, setCancelled] = useState(false);
  const cancel = useAction(cancelSecondFactor, {
    onDone: () => {
      setShown(null);
      setCancelled(true);
    },
  });
  const confirmed = (recoveryCodes: readonly string[]) => {
    setShown(null);
    setCodes(recoveryCodes);
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('second.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('second.about')}
        </Text>
        {error && !data ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {enrolledAt ? (
          <Text size="sm">
            {t('second.since')} <When at={enrolledAt} /> ·{' '}
            {t('second.left', { count: codesLeft, shown: codesLeft })}
          </Text>
        ) : null}
        {codes ? <RecoveryCodes codes={codes} onKept={onDone} /> : null}
        {shown ? (
          <FirstCode shown={shown} onConfirmed={confirmed} onCancel={() => cancel.mutate({})} />
        ) : null}
        {data && !shown && !codes ? (
          <Begin
            again={enrolledAt !== null}
            byPasskey={enrolledAt === null && passkeys > 0}
            onShown={setShown}
            focused={isCancelled}
          />
        ) : null}
      </Stack>
    </Paper>
  );
}

type BeginProps = {
  readonly again: boolean;
  /** Who has a passkey and no app shows who they are by the passkey. */
  readonly byPasskey: boolean;
  readonly onShown: (shown: Shown) => void;
  /** Whether the keyboard goes here: after the step that came before was called off. */
  readonly focused: boolean;
};

function Begin({ again, byPasskey, onShown, focused }: BeginProps) {
  const { t } = useWords('account');
  const { form, action, submit, problem } = useEndpointForm(beginSecondFactor, {
    initialValues: { present: '', code: '' },
    input: ({ present, code }) => ({ present, code: again ? code : null, passkey: null }),
    quiet: true,
    onDone: onShown,
  });
  const prove = useMutation<void, ApiProblem>({
    mutationFn: async () =>
      action.mutate({ present: null, code: null, passkey: await proveByPasskey() }),
  });
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
        {byPasskey ? (
          <Text size="sm">{t('second.byPasskey')}</Text>
        ) : (
          <PresentPassword autoFocus={focused} {...form.getInputProps('present')} />
        )}
        {again ? (
          <TextInput
            label={t('second.present')}
            description={t('second.presentAbout')}
            autoComplete="one-time-code"
            dir="ltr"
            {...form.getInputProps('code')}
          />
        ) : null}
        <ProblemAlert problem={prove.error ?? problem} />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={action.isPending || prove.isPending}
            autoFocus={byPasskey && focused}
          >
            {again ? t('second.again') : t('second.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type FirstCodeProps = {
  readonly shown: Shown;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
  /** The key was not taken in: nothing has changed. */
  readonly onCancel: () => void;
};

/** The secret to type into the app, and the first code that shows it is there. */
function FirstCode({ shown, onConfirmed, onCancel }: FirstCodeProps) {
  const { t } = useWords('account');
  const { form, action, submit, problem } = useEndpointForm(confirmSecondFactor, {
    initialValues: { code: '' },
    input: (values) => values,
    quiet: true,
    invalidates: [readSecondFactor],
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('second.scan')}</Text>
        <Suspense fallback={<Loading />}>
          <QrCode text={shown.uri} label={t('second.qr')} />
        </Suspense>
        <Text size="sm">{t('second.type')}</Text>
        <Code block dir="ltr" style={{ whiteSpace: 'pre-wrap' }}>
          {shown.secret.match(/.{1,4}/g)?.join(' ')}
        </Code>
        <Anchor href={shown.uri} size="sm">
          {t('second.open')}
        </Anchor>
        <TextInput
          label={t('second.code')}
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          {...form.getInputProps('code')}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('second.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onKept: () => void };

function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useWords('account');
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="sm" role="status">
      <Text size="sm" fw={600} ref={heading} tabIndex={-1}>
        {t('second.codesTitle')}
      </Text>
      <Text size="sm">{t('second.codesAbout')}</Text>
      <List listStyleType="none" spacing={4}>
        {codes.map((code) => (
          <List.Item key={code}>
            <Code dir="ltr">{code}</Code>
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={onKept}>{t('second.kept')}</Button>
      </Group>
    </Stack>
  );
}
