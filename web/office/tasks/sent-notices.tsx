import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { listTasks, recordSent } from '#contract/tasks.ts';
import { type SendingWay, sendingWays } from '#domain/contact/sent-by-hand.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { todayIn } from '#web/ui/days.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { WrittenIn } from '#web/ui/written-in.tsx';
import { isInOwnWords, type Task, taskWords } from './task-words.ts';

type SentNoticesProps = { readonly kind: string; readonly tasks: readonly Task[] };

/** Records that every open notice of one kind went out on one day. */
export function SentNotices({ kind, tasks }: SentNoticesProps) {
  const { t } = useWords('office');
  const notify = useNotify();
  const portfolios = [...new Map(tasks.map((task) => [task.portfolioId, task.portfolioName]))];
  const zone = useMe().portfolios.find(({ id }) => id === portfolios[0]?.[0])?.zone;
  const { form, action, submit, problem } = useEndpointForm(recordSent, {
    initialValues: {
      portfolioId: portfolios[0]?.[0] ?? '',
      how: 'post' as SendingWay,
      sentOn: todayIn(zone),
      language: '',
    },
    input: ({ portfolioId, how, sentOn, language }) => ({
      ...{ portfolioId, kind, how },
      sentOn: sentOn || null,
      language: language || null,
    }),
    invalidates: [listTasks],
    onDone: ({ recorded, refused, otherLanguage }) => {
      notify('good', t('task.sentAll', { count: recorded }));
      if (refused > 0) notify('warn', t('task.notSent', { count: refused }));
      if (otherLanguage > 0) notify('warn', t('task.inOtherLanguage', { count: otherLanguage }));
    },
  });
  return (
    <Panel title={t('task.sendAll', { kind: taskWords(t, kind) })}>
      <form noValidate onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('portfolio.title')}
            data={portfolios.map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('portfolioId')}
          />
          <NativeSelect
            label={t('field.deliveredBy')}
            data={sendingWays.map((value) => ({ value, label: t(`way.${value}`) }))}
            {...form.getInputProps('how')}
          />
          <TextInput label={t('task.sentOn')} type="date" {...form.getInputProps('sentOn')} />
          {tasks.some(isInOwnWords) ? <WrittenIn {...form.getInputProps('language')} /> : null}
          <Button type="submit" loading={action.isPending}>
            {t('task.recordAll')}
          </Button>
        </Group>
        <ProblemAlert problem={problem} />
      </form>
    </Panel>
  );
}
