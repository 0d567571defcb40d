import { Drawer, Stack, Text } from '@mantine/core';
import { readConversation } from '#contract/conversations.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState, Loading, State } from '#web/ui/states.tsx';
import { instantWords, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Written } from '#web/ui/written.tsx';
import type { Conversation } from './case-shape.ts';
import classes from './cases.module.css';

type ConversationDrawerProps = {
  /** The conversation to show; null while none is open. */
  readonly conversationId: string | null;
  readonly onClose: () => void;
};

/** One conversation to read: who answered, whether the right person was there, what was said. */
export function ConversationDrawer({ conversationId, onClose }: ConversationDrawerProps) {
  const { t } = useWords('cases');
  return (
    <Drawer
      opened={conversationId !== null}
      onClose={onClose}
      title={t('talk.title')}
      position="right"
      size="min(36rem, 100vw)"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      styles={{ title: { fontWeight: 600 } }}
    >
      {conversationId ? <Talk conversationId={conversationId} /> : null}
    </Drawer>
  );
}

function Talk({ conversationId }: { readonly conversationId: string }) {
  const talk = useEndpoint(readConversation, { conversationId });
  if (talk.data) return <Said talk={talk.data} />;
  if (!talk.error) return <Loading lines={6} />;
  return <ErrorState problem={talk.error} onRetry={() => void talk.refetch()} />;
}

function Said({ talk }: { readonly talk: Conversation }) {
  const { t, locale } = useWords('cases');
  const mayHear = useMe().may('decision.read');
  const { direction, beganAt, endedAt, answeredBy, verified, verificationFailed, lines } = talk;
  const person = verified ? 'right' : verificationFailed ? 'failed' : 'unknown';
  return (
    <Stack gap="md">
      <div>
        <Text size="sm">
          {t(`talk.${direction}`)} · <When at={beganAt} />
          {endedAt ? ` – ${instantWords(endedAt, locale, 'time')}` : ''}
        </Text>
        <Text size="sm">{t(`talk.answeredBy.${answeredBy ?? 'nobody'}`)}</Text>
        {answeredBy === 'person' ? (
          <State tone={verified ? 'good' : 'warn'}>{t(`talk.person.${person}`)}</State>
        ) : null}
      </div>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(mayHear ? 'talk.silent' : 'talk.notOpen')}
        </Text>
      ) : null}
      <ol className={classes.said}>
        {lines.map(({ line, speaker, words, at }) => (
          <li key={line}>
            <Text size="xs" c="dimmed">
              {t(`talk.speaker.${speaker}`)} · {instantWords(at, locale, 'time')}
            </Text>
            <span dir="auto">
              <Written words={words} />
            </span>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
