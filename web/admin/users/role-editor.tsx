import { Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type Role, roles } from '#domain/workforce/rights.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';

/** A role on one portfolio, or on every one when `portfolioId` is null. */
export type Held = { role: Role; portfolioId: string | null };

type RoleEditorProps = {
  readonly held: readonly Held[];
  readonly onChange: (held: Held[]) => void;
};

/** Whether two lists hold the same roles, in any order. */
export function sameRoles(a: readonly Held[], b: readonly Held[]): boolean {
  const keys = (list: readonly Held[]) =>
    [...new Set(list.map(({ role, portfolioId }) => `${role}|${portfolioId}`))].sort().join();
  return keys(a) === keys(b);
}

/** The roles of one person, a line each. */
export function RoleEditor({ held, onChange }: RoleEditorProps) {
  const { t } = useWords('admin');
  const set = (index: number, next: Held) =>
    onChange(held.map((one, at) => (at === index ? next : one)));
  return (
    <Fieldset legend={t('roles.title')}>
      <Stack gap="sm">
        {held.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('roles.none')}
          </Text>
        ) : null}
        {held.map((one, index) => (
          <RoleLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place until it is saved
            key={index}
            held={one}
            number={index + 1}
            onChange={(next) => set(index, next)}
            onRemove={() => onChange(held.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...held, { role: 'agent', portfolioId: null }])}
        >
          {t('roles.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

type RoleLineProps = {
  readonly held: Held;
  readonly number: number;
  readonly onChange: (held: Held) => void;
  readonly onRemove: () => void;
};

function RoleLine({ held, number, onChange, onRemove }: RoleLineProps) {
  const { t } = useWords('admin');
  const { portfolios } = useMe();
  const isEverywhere = held.role === 'administrator';
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <NativeSelect
        style={{ flex: '1 1 9rem' }}
        label={t('roles.role', { number })}
        value={held.role}
        data={roles.map((role) => ({ value: role, label: t(`ui:role.${role}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const role = value as Role;
          onChange({ role, portfolioId: role === 'administrator' ? null : held.portfolioId });
        }}
      />
      <NativeSelect
        style={{ flex: '1 1 11rem' }}
        label={t('roles.portfolio', { number })}
        value={held.portfolioId ?? ''}
        disabled={isEverywhere}
        data={[
          { value: '', label: t('roles.everywhere') },
          ...portfolios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...held, portfolioId: value === '' ? null : value })
        }
      />
      <Button variant="default" onClick={onRemove} aria-label={t('roles.removeOne', { number })}>
        {t('roles.remove')}
      </Button>
    </Group>
  );
}
