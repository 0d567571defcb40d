import { Button, Group, Menu, Text } from '@mantine/core';
import { useEffect } from 'react';
import { askHelp, hangUp, startCall } from '#contract/conversations.ts';
import { myDay, putBack } from '#contract/desk.ts';
import classes from '#web/cases/case-parts.module.css';
import {
  type ContactPermission,
  type Conversation,
  isCallable,
  isTalking,
} from '#web/cases/case-shape.ts';
import { callReads, useDesk } from '#web/cases/open-case.tsx';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { type Action, useActions } from '#web/ui/keys/actions.tsx';
import { ActionButton, KeyHint } from '#web/ui/keys/keys.tsx';
import { nameUrgently } from '#web/ui/page-title.ts';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

type CallBarProps = {
  readonly caseId: string;
  readonly isLeased: boolean;
  readonly points: readonly ContactPermission[] | undefined;
  readonly onStarted: (conversationId: string) => void;
  readonly onClose: () => void;
};

/** The line and what can be done with it: at the top of the desk, at the bottom of a phone. */
export function CallBar(props: CallBarProps) {
  const { conversation, stage } = useDesk();
  return (
    <div className={classes.bar} data-live={isTalking(stage) || undefined}>
      {conversation && stage !== 'before' ? (
        <OpenLine conversation={conversation} />
      ) : (
        <BeforeCall {...props} />
      )}
    </div>
  );
}

function BeforeCall({ caseId, isLeased, points, onStarted, onClose }: CallBarProps) {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const call = useAction(startCall, {
    invalidates: callReads,
    onDone: ({ conversationId }) => onStarted(conversationId),
  });
  const back = useAction(putBack, { invalidates: [myDay], onDone: onClose });
  const open = file.contactPoints.filter(({ id }) =>
    isCallable(points?.find((point) => point.contactPointId === id)),
  );
  const place = (contactPointId: string) => call.mutate({ caseId, contactPointId });
  const first = open[0];
  const main: Action = {
    id: 'desk.call',
    label: 'agent:action.call',
    shortcut: 'c',
    when: () => first !== undefined && !call.isPending,
    perform: () => first && place(first.id),
  };
  const leave: Action = {
    id: 'desk.put-back',
    label: isLeased ? 'agent:action.putBack' : 'agent:action.toDay',
    shortcut: 'g',
    perform: () => (isLeased ? back.mutate({ caseId, why: 'not-now', again: null }) : onClose()),
  };
  useActions([
    main,
    leave,
    ...open.slice(0, 9).map(
      ({ id }, index): Action => ({
        id: `desk.call.${index + 1}`,
        label: 'agent:action.callThis',
        shortcut: String(index + 1),
        when: () => !call.isPending,
        perform: () => place(id),
      }),
    ),
  ]);
  const reason = points && open.length === 0 ? t('bar.noneAllowed') : t('bar.ready');
  return (
    <Group justify="space-between" gap="xs" className={classes.barLine}>
      <Text size="sm" c="dimmed">
        {reason}
      </Text>
      <Group gap="xs">
        {isLeased ? <PutBackMenu onChoose={(why) => back.mutate({ caseId, why })} /> : null}
        <ActionButton action={leave} variant="default" loading={back.isPending} />
        <ActionButton action={main} size="sm" loading={call.isPending} />
      </Group>
    </Group>
  );
}

type PutBackWhy = 'needs-specialist' | 'needs-language' | 'data-wrong';
const putBackWhys: readonly PutBackWhy[] = ['needs-specialist', 'needs-language', 'data-wrong'];

/** Other reasons to give a case back than that it is not the moment. */
function PutBackMenu({ onChoose }: { readonly onChoose: (why: PutBackWhy) => void }) {
  const { t } = useWords('agent');
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray">
          {t('putBack.because')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {putBackWhys.map((why) => (
          <Menu.Item key={why} onClick={() => onChoose(why)}>
            {t(`putBack.${why}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function OpenLine({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useWords('agent');
  const { stage, file } = useDesk();
  const notify = useNotify();
  const conversationId = conversation.id;
  const end = useAction(hangUp, { invalidates: callReads });
  const help = useAction(askHelp, {
    invalidates: callReads,
    onDone: (_, { kind }) => notify('info', t(`help.sent.${kind}`)),
  });
  const isUp = stage !== 'wrap-up';
  const hang: Action = {
    id: 'desk.hang-up',
    label: stage === 'ringing' ? 'agent:action.cancelCall' : 'agent:action.hangUp',
    group: 'agent:group.call',
    shortcut: 'e',
    when: () => isUp && !end.isPending,
    perform: () => end.mutate({ conversationId }),
  };
  const hostile: Action = {
    id: 'desk.hostile',
    label: 'agent:action.hostile',
    group: 'agent:group.call',
    shortcut: 'h',
    when: () => isTalking(stage) && !conversation.hostile,
    perform: () => help.mutate({ conversationId, kind: 'hostile_call' }),
  };
  const supervisor: Action = {
    id: 'desk.supervisor',
    label: 'agent:action.supervisor',
    group: 'agent:group.call',
    shortcut: 's',
    when: () => isTalking(stage) && !conversation.supervisorAsked,
    perform: () => help.mutate({ conversationId, kind: 'supervisor_asked' }),
  };
  useActions([hang, hostile, supervisor]);
  useRing(stage === 'ringing');
  return (
    <Group justify="space-between" gap="xs" className={classes.barLine}>
      <div className={classes.line} role="status">
        <span className={classes.lineDot} data-stage={stage} aria-hidden />
        <strong>{t(`line.${conversation.direction}.${stage}`)}</strong>
        {conversation.answeredAt ? (
          <Elapsed from={conversation.answeredAt} until={conversation.endedAt} />
        ) : null}
        <Text size="sm" c="dimmed" component="span" visibleFrom="sm">
          <bdi dir="ltr">
            {file.contactPoints.find(({ id }) => id === conversation.contactPointId)?.masked}
          </bdi>
        </Text>
        {conversation.supervisorName ? (
          <State tone="info">{t('line.taken', { name: conversation.supervisorName })}</State>
        ) : null}
      </div>
      {isUp ? (
        <Group gap="xs" wrap="nowrap">
          {isTalking(stage) ? (
            <>
              <ActionButton action={hostile} variant="default" />
              <ActionButton action={supervisor} variant="default" />
            </>
          ) : null}
          <ActionButton action={hang} color="red" variant="light" loading={end.isPending} />
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('bar.wrapUp')} <KeyHint shortcut="mod+Enter" />
        </Text>
      )}
    </Group>
  );
}

/** Names the tab while it rings, so that an agent in another one sees it. */
function useRing(isRinging: boolean): void {
  const { t } = useWords('agent');
  useEffect(() => (isRinging ? nameUrgently(t('line.tab')) : undefined), [isRinging, t]);
}
