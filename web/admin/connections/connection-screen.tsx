import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import {
  readConnection,
  readConnections,
  setConnection,
  testConnection,
} from '#contract/admin/connections.ts';
import type { InputOf, OutputOf } from '#web/ui/client/api.ts';
import { ApiProblem } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { useFocusAtStep, useFocusNext } from '#web/ui/focus.ts';
import kit from '#web/ui/kit.module.css';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, Loading, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { AdminProblem } from '../admin-problem.tsx';
import { type Field, SettingInput, type SettingValue, usualValues } from './connection-fields.tsx';

type Connection = OutputOf<typeof readConnection>;
type Slot = Pick<InputOf<typeof testConnection>, 'port'> & { readonly scope: string };

type ConnectionScreenProps = Slot & {
  readonly title: string;
  readonly onBack: () => void;
};

/** Who serves one port or channel: chosen, tried out, saved, and who did before. */
export function ConnectionScreen({ port, scope, title, onBack }: ConnectionScreenProps) {
  const { t } = useWords('admin');
  const { data, error, refetch } = useEndpoint(readConnection, { port, scope });
  const place = useFocusAtStep<HTMLDivElement>(0);
  useFocusNext('[data-row-open]');
  return (
    <Stack gap="md" ref={place} tabIndex={-1} className={kit.place}>
      <Group gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('connections.back')}
        </Button>
        <Title order={2}>{title}</Title>
      </Group>
      {data ? <ConnectionForm key={data.version} slot={{ port, scope }} connection={data} /> : null}
      {!data && error ? <ErrorState problem={error} onRetry={() => refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
    </Stack>
  );
}

type Values = { readonly adapter: string; readonly settings: Record<string, SettingValue> };

function ConnectionForm({ slot, connection }: { slot: Slot; connection: Connection }) {
  const { t } = useWords('admin');
  const notify = useNotify();
  const { adapters, version, secretsSet } = connection;
  const fieldsOf = (name: string): readonly Field[] =>
    adapters.find((each) => each.name === name)?.fields ?? [];
  const entered = ({ adapter, settings }: Values, force = false) => {
    const secrets = fieldsOf(adapter).flatMap(({ name, type }) =>
      type === 'secret' ? [name] : [],
    );
    // A secret that nobody typed is left out: the server keeps the one it has.
    const given = Object.entries(settings).filter(
      ([name, value]) => !(secrets.includes(name) && value === ''),
    );
    return { ...slot, adapter, settings: Object.fromEntries(given), version, force };
  };
  const start = { ...usualValues(fieldsOf(connection.adapter)), ...connection.settings };
  const { form, action, submit, mark, problem } = useEndpointForm(setConnection, {
    field: settingOf,
    initialValues: { adapter: connection.adapter, settings: start } as Values,
    input: (values) => entered(values),
    invalidates: [readConnection, readConnections],
    onDone: () => notify('good', t('connections.saved')),
  });
  const { adapter, settings } = form.getValues();
  const choose = (next: string | null) => {
    if (next === null) return;
    form.setValues({
      adapter: next,
      settings: next === connection.adapter ? start : usualValues(fieldsOf(next)),
    });
    form.clearErrors();
  };
  const isUntested = problem instanceof ApiProblem && problem.code === 'connection-failed';
  return (
    <Stack gap="md">
      <Panel>
        <form noValidate onSubmit={submit}>
          <Stack gap="md" maw={560}>
            <Select
              label={t('connections.servedBy')}
              data={adapters.map(({ name, label }) => ({
                value: name,
                label: t(`connections.adapter.${slot.port}-${name}`, { defaultValue: label }),
              }))}
              value={adapter}
              onChange={choose}
              allowDeselect={false}
            />
            {fieldsOf(adapter).map((field) => (
              <SettingInput
                key={`${adapter} ${field.name}`}
                field={field}
                label={t(`connections.setting.${slot.port}-${adapter}.${field.name}`, {
                  defaultValue: field.name,
                })}
                isSet={adapter === connection.adapter && secretsSet.includes(field.name)}
                value={settings[field.name] ?? ''}
                onChange={(value) => form.setFieldValue(`settings.${field.name}`, value)}
                error={form.errors[`settings.${field.name}`]}
              />
            ))}
            <AdminProblem problem={problem} />
            {isUntested ? (
              <Button
                variant="default"
                loading={action.isPending}
                onClick={() => action.mutate(entered(form.getValues(), true))}
              >
                {t('connections.force')}
              </Button>
            ) : null}
            <Group gap="xs">
              <Button type="submit" loading={action.isPending}>
                {t('connections.save')}
              </Button>
              <TestButton input={() => entered(form.getValues())} onRefused={mark} />
            </Group>
          </Stack>
        </form>
      </Panel>
      <History connection={connection} port={slot.port} />
    </Stack>
  );
}

/** The field of a setting, also of one line of a list. */
function settingOf(path: string): string | null {
  return /^settings\.[^.]+/.exec(path)?.[0] ?? null;
}

/** Tries out what stands in the form, and tells the result and how long it took. */
function TestButton({
  input,
  onRefused,
}: {
  readonly input: () => InputOf<typeof setConnection>;
  /** Marks the settings that are wrong. */
  readonly onRefused: (error: unknown) => void;
}) {
  const { t, locale } = useWords('admin');
  const test = useAction(testConnection, { quiet: true });
  const run = () => {
    const { port, scope, adapter, settings } = input();
    test.mutate({ port, scope, adapter, settings }, { onError: onRefused });
  };
  const { data } = test;
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={run}>
        {t('connections.test')}
      </Button>
      <div role="status">
        {data ? (
          <Text size="sm" component="div">
            <State tone={data.ok ? 'good' : 'bad'}>
              {data.ok
                ? t('connections.works')
                : t(`connections.failure.${data.reason ?? 'closed'}`)}
              {data.detail ? ` (${data.detail})` : ''}
            </State>{' '}
            <When at={data.at} /> ·{' '}
            {t('connections.took', { ms: data.tookMs.toLocaleString(locale) })}
          </Text>
        ) : null}
      </div>
      {test.error ? (
        <Alert role="alert" color="red" variant="light" w="100%">
          {t('connections.cannotTest')}
        </Alert>
      ) : null}
    </>
  );
}

function History({ connection, port }: { connection: Connection; port: string }) {
  const { t } = useWords('admin');
  const labels = new Map(connection.adapters.map(({ name, label }) => [name, label]));
  return (
    <Panel title={t('connections.history')}>
      {connection.history.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('connections.noHistory')}
        </Text>
      ) : null}
      <Stack gap="xs">
        {connection.history.map(({ version, adapter, chosenAt, chosenByName }) => (
          <Text size="sm" key={version}>
            {t(`connections.adapter.${port}-${adapter}`, {
              defaultValue: labels.get(adapter) ?? adapter,
            })}{' '}
            · <When at={chosenAt} /> · <bdi>{chosenByName ?? t('log.system')}</bdi>
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}
