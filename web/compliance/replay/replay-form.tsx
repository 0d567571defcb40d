import { Button, Checkbox, Group, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import {
  listReplays,
  longestReplayDays,
  replayRules,
  startReplay,
} from '#contract/compliance/replays.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { isolated } from '#web/ui/isolate.ts';
import { Panel } from '#web/ui/panel.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../compliance.module.css';

type ReplayFormProps = {
  /** One replay runs at a time. */
  readonly isRunning: boolean;
  readonly onStarted: (replayId: string) => void;
};

const usualDays = 90;

/** Asks what would be different and how far back. */
export function ReplayForm({ isRunning, onStarted }: ReplayFormProps) {
  const { t } = useWords('compliance');
  const notify = useNotify();
  const rules = useEndpoint(replayRules, {});
  const { form, action, submit, problem } = useEndpointForm(startReplay, {
    initialValues: {
      days: usualDays,
      alsoSpeaking: [] as string[],
      alsoSilent: [] as string[],
      newPacks: true,
    },
    input: (values) => values,
    invalidates: [listReplays],
    onDone: ({ replayId }) => {
      notify('good', t('replay.started'));
      onStarted(replayId);
    },
  });
  const plainOf = usePlainRules();
  const options = (speaks: boolean) =>
    (rules.data?.rules ?? [])
      .filter((rule) => rule.speaks === speaks)
      .map(({ rule, title }) => ({
        value: rule,
        label: `${isolated(rule)} · ${isolated(plainOf(rule)?.says ?? title)}`,
      }));
  const speaking = options(true);
  return (
    <Panel title={t('tab.replay')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('replay.about')}
        </Text>
        <Group align="flex-end" gap="md">
          <NumberInput
            label={t('replay.days')}
            {...form.getInputProps('days')}
            onChange={(value) => form.setFieldValue('days', Number(value) || usualDays)}
            min={1}
            max={longestReplayDays}
            w={110}
          />
          <MultiSelect
            label={t('replay.also')}
            description={t('replay.alsoAbout')}
            data={options(false)}
            {...form.getInputProps('alsoSpeaking')}
            searchable
            classNames={{ inputField: classes.pillsField }}
            clearable
            flex="1 1 320px"
          />
          {speaking.length > 0 ? (
            <MultiSelect
              label={t('replay.silent')}
              data={speaking}
              {...form.getInputProps('alsoSilent')}
              searchable
              classNames={{ inputField: classes.pillsField }}
              clearable
              flex="1 1 240px"
            />
          ) : null}
        </Group>
        <Group justify="space-between">
          <Checkbox
            label={t('replay.newPacks')}
            {...form.getInputProps('newPacks', { type: 'checkbox' })}
          />
          <Button onClick={() => submit()} loading={action.isPending} disabled={isRunning}>
            {t('replay.start')}
          </Button>
        </Group>
        <ProblemAlert problem={problem ?? rules.error} />
      </Stack>
    </Panel>
  );
}
