import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { endOtherSignIns, endOwnSignIn, listSignIns } from '#contract/account.ts';
import { ownValue } from '#kernel/own-value.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { ErrorState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Passkeys } from './passkeys.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

/** One's own account: the password, and where one is signed in. */
export function Screen() {
  const { t } = useWords('account');
  const { owes } = useMe();
  // Roles come with the next read of who is signed in, and so do the streams of what they may see.
  const done = () => {
    if (owes !== null) location.assign('/');
  };
  return (
    <Stack gap="lg" maw="44rem">
      <PageHead title={t('title')} about={t('about')} />
      {owes ? <Alert color="yellow">{t(`owes.${owes}`)}</Alert> : null}
      <PasswordForm onDone={done} />
      <Passkeys onDone={done} />
      <SecondFactor onDone={done} />
      <SignIns />
    </Stack>
  );
}

function SignIns() {
  const { t } = useWords('account');
  const notify = useNotify();
  const { data, error, isPending, refetch } = useEndpoint(listSignIns, {});
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes with its line: the keyboard waits at the head of the list.
  const ended = (count: number) => {
    notify('good', t('signIns.ended', { count, shown: count }));
    title.current?.focus();
  };
  const end = useAction(endOwnSignIn, {
    quiet: true,
    invalidates: [listSignIns],
    onDone: () => ended(1),
  });
  const endOthers = useAction(endOtherSignIns, {
    quiet: true,
    invalidates: [listSignIns],
    onDone: ({ ended: count }) => ended(count),
  });
  const signIns = data?.signIns ?? [];
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h3" ref={title} tabIndex={-1}>
            {t('signIns.title')}
          </Title>
          {signIns.length > 1 ? (
            <Button
              variant="default"
              loading={endOthers.isPending}
              onClick={() => endOthers.mutate({})}
            >
              {t('signIns.endOthers')}
            </Button>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t('signIns.about')}
        </Text>
        {error && !data ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
        {isPending ? <Loading /> : null}
        <List listStyleType="none" spacing="sm">
          {signIns.map(({ id, begunAt, usedAt, address, browser, present }) => (
            <List.Item
              key={id}
              styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
            >
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text size="sm" fw={600}>
                    <bdi>{browserName(browser) ?? t('signIns.unknown')}</bdi>
                    {present ? ` · ${t('signIns.present')}` : ''}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('signIns.from')} <bdi>{address ?? t('signIns.unknown')}</bdi> ·{' '}
                    {t('signIns.begun')} <When at={begunAt} /> · {t('signIns.used')}{' '}
                    <When at={usedAt} />
                  </Text>
                </div>
                {present ? null : (
                  <Button
                    variant="default"
                    style={{ flexShrink: 0 }}
                    onClick={() => end.mutate({ signInId: id })}
                    disabled={end.isPending}
                  >
                    {t('signIns.end')}
                  </Button>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
        <ProblemAlert problem={end.error ?? endOthers.error} />
      </Stack>
    </Paper>
  );
}

/** What of a browser's long name people know it by: `Firefox, Windows`. */
function browserName(text: string | null): string | null {
  if (text === null) return null;
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(text)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(text)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
  const known = [browser ? (ownValue(names, browser) ?? browser) : null, system ?? null].filter(
    Boolean,
  );
  return known.length > 0 ? known.join(', ') : text.slice(0, 60);
}
