import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { listUsers } from '#contract/admin/admin.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { SearchIcon } from '#web/ui/icons.tsx';
import { isolated } from '#web/ui/isolate.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { FirstPassword } from './first-password.tsx';
import { NewUser } from './new-user.tsx';
import { UserDrawer, type UserLine } from './user-drawer.tsx';

const typingPauseMs = 250;

const userEvents: readonly EventKind[] = [
  'user.created',
  'user.role-granted',
  'user.role-revoked',
  'user.renamed',
  'user.deactivated',
  'user.reactivated',
];

/** The people who may sign in. */
export function UsersTab() {
  const { t } = useWords('admin');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingPauseMs);
  const [page, setPage] = useState(0);
  const [openId, setOpenId] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const [shown, setShown] = useState<{ name: string; password: string } | null>(null);
  const input = { page: String(page), ...(search ? { search } : {}) };
  const { data, error, refetch } = useEndpoint(listUsers, input, { keep: true, live: userEvents });
  const columns = useUserColumns();
  const showPassword = (name: string, password: string) => {
    setNew(false);
    setShown({ name, password });
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <TextInput
          label={t('user.search')}
          leftSection={<SearchIcon size={14} />}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            setPage(0);
          }}
          w={{ base: '100%', xs: 280 }}
        />
        <Button onClick={() => setNew(true)}>{t('user.new')}</Button>
      </Group>
      <Panel flush>
        <DataTable
          stacks
          caption={t('tab.users')}
          columns={columns}
          rows={data?.users}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('user.nobody'), about: t('user.nobodyAbout') }}
          exportName="dunlin-users"
        />
      </Panel>
      {data ? <Pages {...data} page={page} onPage={setPage} /> : null}
      <NewUser opened={isNew} onClose={() => setNew(false)} onMade={showPassword} />
      <UserDrawer
        user={data?.users.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
        onPassword={showPassword}
      />
      <FirstPassword
        name={shown?.name ?? ''}
        password={shown?.password ?? null}
        onClose={() => setShown(null)}
      />
    </Stack>
  );
}

type PagesProps = {
  readonly total: number;
  readonly pageSize: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

function Pages({ total, pageSize, page, onPage }: PagesProps) {
  const { t, locale } = useWords('admin');
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <Group justify="flex-end" gap="xs">
      <Text size="sm">
        {t('pages', { page: (page + 1).toLocaleString(locale), of: pages.toLocaleString(locale) })}
      </Text>
      <Button variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('before')}
      </Button>
      <Button variant="default" disabled={page + 1 >= pages} onClick={() => onPage(page + 1)}>
        {t('after')}
      </Button>
    </Group>
  );
}

function useUserColumns(): readonly Column<UserLine>[] {
  const { t } = useWords('admin');
  const { portfolios } = useMe();
  return useMemo(() => {
    const names = new Map(portfolios.map(({ id, name }) => [id, name]));
    const rolesOf = ({ roles }: UserLine) =>
      roles
        .map(({ role, portfolioId }) => {
          const where = portfolioId ? ` · ${isolated(names.get(portfolioId) ?? '–')}` : '';
          return `${t(`ui:role.${role}`)}${where}`;
        })
        .join(', ');
    const stateOf = ({ active }: UserLine) => t(active ? 'user.active' : 'user.inactive');
    return [
      { id: 'name', header: t('user.name'), cell: ({ name }) => name, key: ({ name }) => name },
      {
        id: 'email',
        header: t('user.email'),
        cell: ({ email }) => <bdi>{email}</bdi>,
        key: ({ email }) => email,
      },
      {
        id: 'roles',
        header: t('roles.title'),
        cell: (user) => rolesOf(user) || t('roles.short'),
        key: rolesOf,
      },
      {
        id: 'state',
        header: t('user.state'),
        cell: (user) => <State tone={user.active ? 'good' : 'neutral'}>{stateOf(user)}</State>,
        key: stateOf,
      },
      {
        id: 'seen',
        header: t('user.seen'),
        cell: ({ lastSeenAt }) => (lastSeenAt ? <When at={lastSeenAt} /> : t('user.never')),
        key: ({ lastSeenAt }) => lastSeenAt,
      },
    ];
  }, [t, portfolios]);
}
