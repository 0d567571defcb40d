import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { listTasks, recordSent } from '#contract/tasks.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { todayHere } from '../payments/debt-fields.tsx';
import { type Task, taskWords } from './task-words.ts';

/** How a notice may have gone out. */
export const sendingWays = ['post', 'email', 'portal', 'hand'] as const;

type SentNoticesProps = { readonly kind: string; readonly tasks: readonly Task[] };

/** Records that every open notice of one kind went out on one day. */
export function SentNotices({ kind, tasks }: SentNoticesProps) {
  const { t } = useWords('office');
  const tell = useNotify();
  const portfolios = [...new Map(tasks.map((task) => [task.portfolioId, task.portfolioName]))];
  const [portfolioId, setPortfolioId] = useState(portfolios[0]?.[0] ?? '');
  const [how, setHow] = useState<string>('post');
  const [sentOn, setSentOn] = useState(todayHere());
  const record = useAction(recordSent, {
    invalidates: [listTasks],
    onDone: ({ recorded }) => tell('good', t('task.sentAll', { count: recorded })),
  });
  return (
    <Panel title={t('task.sendAll', { kind: taskWords(t, kind) })}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('portfolio.title')}
          value={portfolioId}
          onChange={({ currentTarget }) => setPortfolioId(currentTarget.value)}
          data={portfolios.map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={t('field.deliveredBy')}
          value={how}
          onChange={({ currentTarget }) => setHow(currentTarget.value)}
          data={sendingWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <TextInput
          label={t('task.sentOn')}
          type="date"
          value={sentOn}
          onChange={({ currentTarget }) => setSentOn(currentTarget.value)}
        />
        <Button
          loading={record.isPending}
          onClick={() => record.mutate({ portfolioId, kind, sentOn: sentOn || null, how })}
        >
          {t('task.recordAll')}
        </Button>
      </Group>
    </Panel>
  );
}
