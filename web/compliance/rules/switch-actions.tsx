import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  answerSwitch,
  proposeSwitch,
  readPack,
  readPacks,
  readSwitches,
} from '#contract/compliance/rule-packs.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { packWords } from '#web/ui/pack-words.ts';
import { placeWords } from '#web/ui/place-words.ts';
import type { usePlainRules } from '#web/ui/rule-words.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords, type Words } from '#web/ui/words.ts';
import classes from '../compliance.module.css';

/** A proposal about a rule of unread source or a channel without a rule. */
export type Switch = OutputOf<typeof readSwitches>['switches'][number];

/** Events after which rules are read again. */
export const switchNews: readonly EventKind[] = [
  'rule.switch-proposed',
  'rule.switched',
  'rule.switch-rejected',
];

const reads = [readPacks, readPack, readSwitches];

/** The button that opened a form is gone with it: its first field takes the focus. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector('textarea')?.focus();
}

/** What is switched, a rule or a channel without one, has words of its own. */
const words = { rule: 'switch', channel: 'silence' } as const;

type ProposeFormProps = Pick<Switch, 'rule' | 'of' | 'turn'>;

/** Proposes to confirm a rule or to switch it off, or to open a channel or to shut it again. */
export function ProposeForm({ rule, of, turn }: ProposeFormProps) {
  const { t } = useWords('compliance');
  const me = useMe();
  const notify = useNotify();
  const [opened, setOpened] = useState(false);
  const needsSource = of === 'rule' || turn === 'on';
  const { form, action, submit, problem } = useEndpointForm(proposeSwitch, {
    initialValues: { reason: '', sourceRead: '' },
    input: ({ reason, sourceRead }) => ({
      rule,
      turn,
      reason,
      sourceRead: sourceRead.trim() || null,
    }),
    invalidates: reads,
    onDone: () => {
      setOpened(false);
      notify('good', t('switch.proposed'));
    },
  });
  if (!me.may('rule.switch')) return null;
  if (!opened) {
    return (
      <Button variant="default" size="xs" mt="xs" onClick={() => setOpened(true)}>
        {t(`${words[of]}.propose.${turn}`)}
      </Button>
    );
  }
  const { reason, sourceRead } = form.values;
  const isWhole = reason.trim() !== '' && (!needsSource || sourceRead.trim() !== '');
  return (
    <form ref={focusFirst} onSubmit={submit}>
      <Stack gap="xs" mt="xs" className={classes.form}>
        {needsSource ? (
          <Textarea
            label={t('switch.source')}
            description={t('switch.sourceAbout')}
            autosize
            {...form.getInputProps('sourceRead')}
          />
        ) : null}
        <Textarea label={t('switch.reason')} autosize {...form.getInputProps('reason')} />
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          <Button type="submit" disabled={!isWhole} loading={action.isPending}>
            {t(`${words[of]}.propose.${turn}`)}
          </Button>
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('ui:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The words for what became of a proposal, or for what it waits for. */
export function stateOf({ of, turn, confirmed }: Switch): string {
  if (confirmed === false) return 'switch.rejected';
  return `${words[of]}.${confirmed === null ? 'waits' : 'was'}.${turn}`;
}

/** Where the pack of a switch holds; its own name where that is nowhere. */
export function placeOf(
  { places, pack, packName }: Pick<Switch, 'places' | 'pack' | 'packName'>,
  reader: Words,
): string {
  return (
    places.map((one) => placeWords(one, reader)).join(', ') || packWords(reader.t, pack, packName)
  );
}

/** What is switched: a rule by what it says, a channel without one by its name and place. */
export function titleOf(
  one: Switch,
  reader: Words,
  plainOf: ReturnType<typeof usePlainRules>,
): string {
  const { rule, channel, title } = one;
  return channel === null
    ? (plainOf(rule)?.says ?? title)
    : silenceWords({ ...one, channel }, reader);
}

type Silence = Pick<Switch, 'places' | 'pack' | 'packName'> & {
  readonly channel: NonNullable<Switch['channel']>;
};

/** A channel without a rule by its name and place; the reader's words are those of compliance. */
export function silenceWords(one: Silence, reader: Words): string {
  const { t } = reader;
  return t('silence.named', {
    what: t(`silence.on.${one.channel}`),
    place: placeOf(one, reader),
  });
}

/** A proposal that waits, and its answer by somebody else than the person who made it. */
export function AnswerForm({ proposal }: { readonly proposal: Switch }) {
  const { t } = useWords('compliance');
  const me = useMe();
  const notify = useNotify();
  const answer = useAction(answerSwitch, {
    quiet: true,
    invalidates: reads,
    onDone: (_, { confirmed }) => notify('good', t(confirmed ? 'switch.done' : 'switch.rejected')),
  });
  const { id: switchId, of, turn, proposedById } = proposal;
  const isMine = proposedById === me.user.id;
  return (
    <Stack gap={6} mt="xs" className={classes.form}>
      <Group gap="xs">
        <State tone="warn">{t(stateOf(proposal))}</State>
      </Group>
      <SwitchWords proposal={proposal} />
      {isMine ? (
        <Text size="sm" c="dimmed">
          {t('switch.mine')}
        </Text>
      ) : null}
      <ProblemAlert problem={answer.error} />
      {me.may('rule.switch') && !isMine ? (
        <Group gap="xs">
          <Button
            loading={answer.isPending}
            onClick={() => answer.mutate({ switchId, confirmed: true })}
          >
            {t(`${words[of]}.confirm.${turn}`)}
          </Button>
          <Button
            variant="default"
            loading={answer.isPending}
            onClick={() => answer.mutate({ switchId, confirmed: false })}
          >
            {t('switch.reject')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

/** Who proposed a switch and when, why, and what was read. */
export function SwitchWords({ proposal }: { readonly proposal: Switch }) {
  const { t } = useWords('compliance');
  const { proposedBy, proposedAt, reason, sourceRead } = proposal;
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('switch.by', { name: proposedBy ?? t('system') })} <When at={proposedAt} />
      </Text>
      <Text size="sm" className={classes.quote}>
        <bdi>{reason}</bdi>
      </Text>
      {sourceRead ? (
        <Text size="sm">
          {t('switch.read')} <bdi>{sourceRead}</bdi>
        </Text>
      ) : null}
    </>
  );
}
