import { Button, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { instantWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './conversation.module.css';

/** Longest free text said at once, as the server takes it. */
const maxWords = 4_000;

/** What was said, the customer on one side and our side on the other. */
export function Transcript({ conversation }: { readonly conversation: Conversation }) {
  const { t, locale } = useWords('agent');
  const { stage } = useDesk();
  const list = useRef<HTMLOListElement>(null);
  const count = conversation.lines.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line scrolls itself into view
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return (
    <Panel flush>
      <ol
        ref={list}
        className={classes.talk}
        aria-live="polite"
        aria-label={t('talk.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        tabIndex={0}
      >
        {count === 0 ? (
          <li className={classes.talkEmpty}>
            <Text size="sm" c="dimmed">
              {t(`talk.empty.${stage === 'ringing' ? 'ringing' : 'other'}`)}
            </Text>
          </li>
        ) : null}
        {conversation.lines.map(({ line, speaker, words, at }) => (
          <li key={line} data-speaker={speaker}>
            <span className={classes.unseen}>{t(`talk.speaker.${speaker}`)}: </span>
            <span dir="auto">{words}</span>
            <Text size="xs" component="time" dateTime={at} className={classes.talkTime}>
              {instantWords(at, locale, 'time')}
            </Text>
          </li>
        ))}
      </ol>
      {conversation.state === 'live' ? <FreeText /> : null}
    </Panel>
  );
}

function FreeText() {
  const { t } = useWords('agent');
  const { say } = useDesk();
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useActions([
    {
      id: 'desk.type',
      label: 'agent:action.type',
      group: 'agent:group.call',
      shortcut: 't',
      perform: () => field.current?.focus(),
    },
  ]);
  const send = () => {
    if (words.trim() === '') return;
    say({ intent: 'free-text', words: words.trim() });
    setWords('');
  };
  return (
    <form
      className={classes.freeText}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        ref={field}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={maxWords}
        placeholder={t('talk.type')}
        aria-label={t('talk.type')}
        rightSection={<KeyHint shortcut="t" />}
        autoComplete="off"
        dir="auto"
      />
      <Button type="submit" variant="default" size="sm">
        {t('talk.send')}
      </Button>
    </form>
  );
}
