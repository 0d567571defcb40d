import {
  Button,
  Drawer,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { finishTask, listTasks } from '#contract/tasks.ts';
import { type SendingWay, sendingWays } from '#domain/contact/sent-by-hand.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { todayIn } from '#web/ui/days.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { WrittenIn } from '#web/ui/written-in.tsx';
import { TaskText } from '../task-text.tsx';
import { isInOwnWords, isSent, type Task, taskWords } from './task-words.ts';

type TaskDrawerProps = {
  readonly task: Task | null;
  readonly onClose: () => void;
  readonly onClaim: (taskId: string, release: boolean) => void;
  readonly isClaiming: boolean;
};

type Outcome = InputOf<typeof finishTask>['outcome'];

/** One task: what is to be done for whom, by when; take it, and say how it ended. */
export function TaskDrawer({ task, onClose, onClaim, isClaiming }: TaskDrawerProps) {
  const { t } = useWords('office');
  const { user } = useMe();
  return (
    <Drawer
      opened={task !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={task ? taskWords(t, task.kind) : ''}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {task ? (
        <Stack gap="md">
          <Text size="sm">
            <CaseLink caseId={task.caseId}>
              <bdi>{task.customerName}</bdi>
            </CaseLink>{' '}
            · <bdi>{task.customerReference}</bdi> · <bdi>{task.portfolioName}</bdi>
          </Text>
          <Text size="sm">
            {t('task.due')}: <Day date={task.dueOn} />
          </Text>
          {task.announces ? (
            <Text size="sm">
              {t('task.announces', { stage: t(`stage.${task.announces.stage}`) })}{' '}
              <Day date={task.announces.promisedOn} />
            </Text>
          ) : null}
          {task.ofAnother ? <Text size="sm">{t('task.ofAnother')}</Text> : null}
          {task.promisedCallAt ? (
            <Text size="sm">
              {t('task.promisedCall')} <When at={task.promisedCallAt} />
            </Text>
          ) : null}
          <Group>
            <Button
              variant="default"
              loading={isClaiming}
              onClick={() => onClaim(task.id, task.ownerId === user.id)}
            >
              {t(task.ownerId === user.id ? 'task.release' : 'task.claim')}
            </Button>
            <Text size="sm" c="dimmed">
              {task.ownerName ? t('task.ownedBy', { name: task.ownerName }) : null}
            </Text>
          </Group>
          {task.effect || task.holdId || isSent(task) ? (
            <TaskText taskId={task.id} currency={task.currency} />
          ) : null}
          <FinishTask key={task.id} task={task} onDone={onClose} />
        </Stack>
      ) : null}
    </Drawer>
  );
}

/** What the words beside an outcome are: its reason, the answer of a letter, or a remark. */
function whyOf(outcome: Outcome, isNeeded: boolean): string {
  if (!isNeeded) return 'task.whyOptional';
  return outcome === 'letter-sent' ? 'task.answer' : 'task.why';
}

function FinishTask({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useWords('office');
  const { outcomes } = task;
  const isLetter = isSent(task);
  const isSending = (outcome: Outcome) =>
    outcome === 'letter-sent' || (outcome === 'done' && (isLetter || task.effect !== null));
  const zone = useMe().portfolios.find(({ id }) => id === task.portfolioId)?.zone;
  const { form, action, submit, problem } = useEndpointForm(finishTask, {
    initialValues: {
      outcome: outcomes[0] ?? ('done' as Outcome),
      sentOn: todayIn(zone),
      how: 'post' as SendingWay,
      language: '',
      why: '',
      reviewOn: '',
    },
    input: ({ outcome, sentOn, how, language, why, reviewOn }) => ({
      taskId: task.id,
      outcome,
      sentOn: isSending(outcome) ? sentOn : null,
      how: isSending(outcome) && isLetter ? how : null,
      language: isSending(outcome) && isInOwnWords(task) ? language || null : null,
      why: why.trim() || null,
      reviewOn: outcome === 'put-off' ? reviewOn : null,
    }),
    invalidates: [listTasks],
    onDone,
  });
  const { outcome, why, reviewOn } = form.values;
  const needsWhy = task.withReason.includes(outcome);
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label={t('task.outcome')}
          {...form.getInputProps('outcome')}
          data={outcomes.map((value) => ({ value, label: t(`task.outcomes.${value}`) }))}
        />
        {isSending(outcome) ? (
          <Group grow align="flex-start">
            <TextInput
              label={t(isLetter ? 'task.sentOn' : 'task.doneOn')}
              type="date"
              {...form.getInputProps('sentOn')}
            />
            {isLetter ? (
              <NativeSelect
                label={t('field.deliveredBy')}
                data={sendingWays.map((value) => ({ value, label: t(`way.${value}`) }))}
                {...form.getInputProps('how')}
              />
            ) : null}
            {isInOwnWords(task) ? <WrittenIn {...form.getInputProps('language')} /> : null}
          </Group>
        ) : null}
        {outcome === 'put-off' ? (
          <TextInput label={t('task.reviewOn')} type="date" {...form.getInputProps('reviewOn')} />
        ) : null}
        <Textarea
          label={t(whyOf(outcome, needsWhy))}
          autosize
          minRows={2}
          {...form.getInputProps('why')}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={action.isPending}
            disabled={(needsWhy && !why.trim()) || (outcome === 'put-off' && !reviewOn)}
          >
            {t('task.finish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
