import { Anchor, Button, Drawer, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import {
  deactivateUser,
  listUsers,
  reactivateUser,
  readUserLog,
  removePasskeys,
  renameUser,
  resetPassword,
  resetSecondFactor,
  setRoles,
} from '#contract/admin/admin.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { AdminProblem } from '../admin-problem.tsx';
import { RoleEditor, sameRoles } from './role-editor.tsx';

/** A user as the list shows it. */
export type UserLine = OutputOf<typeof listUsers>['users'][number];

type UserDrawerProps = {
  readonly user: UserLine | null;
  readonly onClose: () => void;
  readonly onPassword: (name: string, password: string) => void;
};

/** One user: roles, access, and what was done before. */
export function UserDrawer({ user, onClose, onPassword }: UserDrawerProps) {
  const { t } = useWords('admin');
  return (
    <Drawer
      opened={user !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={user?.name}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {user ? (
        <Stack gap="lg">
          <Text size="sm" c="dimmed">
            <bdi>{user.email}</bdi>
          </Text>
          <Name key={user.name} user={user} />
          <Roles key={`${user.id} ${JSON.stringify(user.roles)}`} user={user} />
          <Access user={user} onPassword={onPassword} />
          <UserLog userId={user.id} />
        </Stack>
      ) : null}
    </Drawer>
  );
}

function Name({ user }: { readonly user: UserLine }) {
  const { t } = useWords('admin');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(renameUser, {
    initialValues: { name: user.name },
    input: ({ name }) => ({ userId: user.id, name }),
    quiet: true,
    invalidates: [listUsers, readUserLog],
    onDone: () => notify('good', t('user.renamed')),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('user.name')}
          description={t('user.nameAbout')}
          {...form.getInputProps('name')}
        />
        <AdminProblem problem={problem} />
        <Group justify="flex-end">
          <Button
            type="submit"
            disabled={form.values.name.trim() === user.name}
            loading={action.isPending}
          >
            {t('user.rename')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Roles({ user }: { readonly user: UserLine }) {
  const { t } = useWords('admin');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(setRoles, {
    initialValues: { roles: user.roles },
    input: ({ roles }) => ({ userId: user.id, roles }),
    invalidates: [listUsers, readUserLog],
    onDone: () => notify('good', t('roles.saved')),
  });
  const { roles } = form.values;
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <RoleEditor held={roles} onChange={(next) => form.setFieldValue('roles', next)} />
        <AdminProblem problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" disabled={sameRoles(roles, user.roles)} loading={action.isPending}>
            {t('roles.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Access({ user, onPassword }: Pick<UserDrawerProps, 'onPassword'> & { user: UserLine }) {
  const { t } = useWords('admin');
  const rereads = { quiet: true, invalidates: [listUsers, readUserLog] };
  const reset = useAction(resetPassword, {
    ...rereads,
    onDone: ({ password }) => onPassword(user.name, password),
  });
  const factor = useAction(resetSecondFactor, rereads);
  const keys = useAction(removePasskeys, rereads);
  const end = useAction(deactivateUser, rereads);
  const open = useAction(reactivateUser, rereads);
  const { id: userId, name, openSessions: count } = user;
  const isSelf = useMe().user.id === userId;
  return (
    <section>
      <Stack gap="sm">
        <Title order={3}>{t('access.title')}</Title>
        <Text size="sm">
          {user.active ? t('access.sessions', { count, shown: count }) : t('access.ended')}
        </Text>
        <Group gap="xs">
          {isSelf ? (
            <Anchor href="/account" size="sm">
              {t('access.own')}
            </Anchor>
          ) : (
            <ConfirmButton
              question={t('access.resetAsk', { name })}
              confirm={t('access.reset')}
              color="teal"
              onConfirm={() => reset.mutate({ userId })}
            >
              {t('access.reset')}
            </ConfirmButton>
          )}
          {user.hasSecondFactor && !isSelf ? (
            <ConfirmButton
              question={t('access.factorAsk', { name })}
              confirm={t('access.factor')}
              onConfirm={() => factor.mutate({ userId })}
            >
              {t('access.factor')}
            </ConfirmButton>
          ) : null}
          {user.passkeys > 0 && !isSelf ? (
            <ConfirmButton
              question={t('access.passkeysAsk', { name })}
              confirm={t('access.passkeys')}
              onConfirm={() => keys.mutate({ userId })}
            >
              {t('access.passkeys')}
            </ConfirmButton>
          ) : null}
          {user.active ? (
            <ConfirmButton
              question={t('access.endAsk', { name })}
              confirm={t('access.end')}
              onConfirm={() => end.mutate({ userId })}
            >
              {t('access.end')}
            </ConfirmButton>
          ) : (
            <Button variant="default" onClick={() => open.mutate({ userId })}>
              {t('access.open')}
            </Button>
          )}
        </Group>
        <AdminProblem
          problem={reset.error ?? factor.error ?? keys.error ?? end.error ?? open.error}
        />
      </Stack>
    </section>
  );
}

function UserLog({ userId }: { readonly userId: string }) {
  const { t } = useWords('admin');
  const { portfolios } = useMe();
  const log = useEndpoint(readUserLog, { userId });
  const nameOf = (id: string | null) =>
    portfolios.find((portfolio) => portfolio.id === id)?.name ?? t('roles.everywhere');
  return (
    <section>
      <Stack gap="xs">
        <Title order={3}>{t('log.title')}</Title>
        {log.error && !log.data ? (
          <ErrorState problem={log.error} onRetry={() => log.refetch()} />
        ) : null}
        {log.isPending ? <Loading /> : null}
        {log.data?.events.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('log.none')}
          </Text>
        ) : null}
        <List size="sm" spacing={4} listStyleType="none">
          {log.data?.events.map(({ id, kind, occurredAt, actorName, ...facts }) => (
            <List.Item key={id}>
              <Text size="xs" c="dimmed" component="span">
                <When at={occurredAt} /> · <bdi>{actorName ?? t('log.system')}</bdi>
              </Text>
              <br />
              {t(`log.${kind.replace('user.', '')}`, {
                role: facts.role ? t(`ui:role.${facts.role}`) : '',
                where: nameOf(facts.portfolioId),
                before: facts.nameBefore ?? '',
                after: facts.nameAfter ?? '',
              })}
            </List.Item>
          ))}
        </List>
      </Stack>
    </section>
  );
}
