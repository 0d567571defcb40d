import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Bird } from '#web/ui/bird.tsx';
import { type ApiProblem, send } from '#web/ui/client/api.ts';
import { meQuery } from '#web/ui/client/me.ts';
import { canUsePasskeys, signWithPasskey } from '#web/ui/client/passkey-ceremony.ts';
import { PageFrame } from '#web/ui/frame.tsx';
import { namePage } from '#web/ui/page-title.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { LanguageChoice } from '#web/ui/user-menu.tsx';
import { useWords } from '#web/ui/words.ts';
import { ProviderButton, ProviderRefusal } from './provider-button.tsx';
import classes from './sign-in.module.css';

type Credentials = {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
};
/** A password and what else is asked, or a passkey that signs for what the server drew. */
type Entry = Credentials | { readonly passkey: Options; readonly beside: Credentials | null };
type Options = { readonly [name: string]: unknown };
type DemoLogin = Credentials & { readonly role: string; readonly name: string };

/** Signs in and goes to where the user was heading. */
function useSignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ strict: false }) as { back?: string };
  return useMutation<unknown, ApiProblem, Entry | 'passkey'>({
    mutationFn: enter,
    onSuccess: async () => {
      queries.clear();
      await queries.fetchQuery(meQuery);
      await navigate({ href: back ?? '/', replace: true });
    },
  });
}

/** Has the server begin a sign-in. */
async function enter(entry: Entry | 'passkey'): Promise<unknown> {
  if (entry === 'passkey') {
    const begun = await send('POST', '/api/auth/passkey/begin', {});
    const { options } = begun as { readonly options: Options };
    return enter({ passkey: options, beside: null });
  }
  if (!('passkey' in entry)) return send('POST', '/api/auth/sign-in/email', entry);
  const answer = await signWithPasskey(entry.passkey);
  if (entry.beside === null) return send('POST', '/api/auth/passkey/finish', { answer });
  const { email, password } = entry.beside;
  return send('POST', '/api/auth/sign-in/email', { email, password, passkey: answer });
}

/** What is asked beside a password, as the server last said; kept while it is answered. */
function useSecondStep({ error, isSuccess }: { error: ApiProblem | null; isSuccess: boolean }) {
  const [step, setStep] = useState<{ app: boolean; passkey: Options | null } | null>(null);
  useEffect(() => {
    if (error?.code !== 'second-factor-needed') return;
    const { app, passkey } = error.facts as { app: boolean; passkey: Options | null };
    setStep({ app, passkey });
  }, [error]);
  return isSuccess ? null : step;
}

/** Example logins of a demonstration; a real installation answers 404 and none are shown. */
function useDemoLogins(): readonly DemoLogin[] {
  const { data } = useQuery({
    queryKey: ['demo-logins'],
    queryFn: async () =>
      (await send('GET', '/api/demo-logins')) as { readonly logins: readonly DemoLogin[] },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.logins ?? [];
}

/** The page where a person signs in with e-mail and password. */
export function SignIn() {
  const { t } = useWords('sign-in');
  const entry = useSignIn();
  const logins = useDemoLogins();
  const step = useSecondStep(entry);
  const needsCode = step?.app === true;
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', code: '' },
    validate: {
      email: (value) => (/.@./.test(value) ? null : t('email.missing')),
      password: (value) => (value ? null : t('password.missing')),
    },
  });
  useEffect(() => namePage(t('title')), [t]);
  return (
    <PageFrame>
      <div className={classes.page}>
        <div className={classes.brand}>
          <Bird size={64} />
          <span className={classes.name}>Dunlin</span>
          <Text c="dimmed">{t('about')}</Text>
        </div>
        <Paper withBorder p="xl" className={classes.card}>
          <form
            onSubmit={form.onSubmit(({ code = '', ...values }) =>
              entry.mutate(needsCode && code.trim() ? { ...values, code } : values),
            )}
            noValidate
          >
            <Stack gap="md">
              <Title order={1} size="h2">
                {t('title')}
              </Title>
              <ProviderRefusal />
              <TextInput
                label={t('email.label')}
                type="email"
                autoComplete="username"
                dir="ltr"
                key={form.key('email')}
                {...form.getInputProps('email')}
              />
              <PasswordInput
                label={t('password.label')}
                description={t('password.forgotten')}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
                autoComplete="current-password"
                dir="ltr"
                visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
                key={form.key('password')}
                {...form.getInputProps('password')}
              />
              {needsCode ? (
                <TextInput
                  label={t('code.label')}
                  description={t('code.about')}
                  autoComplete="one-time-code"
                  dir="ltr"
                  data-autofocus
                  autoFocus
                  key={form.key('code')}
                  {...form.getInputProps('code')}
                />
              ) : null}
              <ProblemAlert problem={entry.error} />
              {step?.passkey ? (
                <Button
                  size="sm"
                  fullWidth
                  variant={needsCode ? 'default' : 'filled'}
                  autoFocus={!needsCode}
                  loading={entry.isPending}
                  onClick={() => {
                    if (step.passkey)
                      entry.mutate({ passkey: step.passkey, beside: form.getValues() });
                  }}
                >
                  {t('passkey.second')}
                </Button>
              ) : null}
              <Button
                type="submit"
                size="sm"
                fullWidth
                variant={step?.passkey && !needsCode ? 'default' : 'filled'}
                loading={entry.isPending}
              >
                {t('submit')}
              </Button>
              {step === null && canUsePasskeys() ? (
                <Button
                  size="sm"
                  fullWidth
                  variant="default"
                  loading={entry.isPending}
                  onClick={() => entry.mutate('passkey')}
                >
                  {t('passkey.alone')}
                </Button>
              ) : null}
              <ProviderButton />
            </Stack>
          </form>
        </Paper>
        {logins.length > 0 ? (
          <DemoLogins logins={logins} busy={entry.isPending} onChoose={entry.mutate} />
        ) : null}
        <LanguageChoice />
      </div>
    </PageFrame>
  );
}

type DemoLoginsProps = {
  readonly logins: readonly DemoLogin[];
  readonly busy: boolean;
  readonly onChoose: (credentials: Credentials) => void;
};

/** One button for each example user of a demonstration. */
function DemoLogins({ logins, busy, onChoose }: DemoLoginsProps) {
  const { t } = useWords('sign-in');
  return (
    <section className={classes.demo} aria-label={t('demo.title')}>
      <Text size="sm" fw={600}>
        {t('demo.title')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('demo.about')}
      </Text>
      <div className={classes.logins}>
        {logins.map(({ role, name, email, password }) => (
          <button
            key={email}
            type="button"
            disabled={busy}
            onClick={() => onChoose({ email, password })}
          >
            <strong>{t([`ui:role.${role}`, role])}</strong>
            <span>{name}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
