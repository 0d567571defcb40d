import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { verify } from '#contract/conversations.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { useAction } from '#web/ui/client/queries.ts';
import { CheckIcon, WarnIcon } from '#web/ui/icons.tsx';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import { useCall } from '../desk-state.tsx';
import classes from './conversation.module.css';
import { useCustomerWords } from './customer-words.ts';

/** The right person first: ask, type what was answered, see whether it was right. */
export function VerifyPanel() {
  const { t } = useWords('agent');
  const { conversation, stage } = useCall();
  const { questions, answersNeeded } = conversation;
  const right = questions.filter(({ passed }) => passed).length;
  const needed = right + answersNeeded;
  return (
    <Panel
      title={t('verify.title')}
      aside={
        <Text size="sm" c="dimmed" role="status">
          {t('verify.progress', { right, needed })}
        </Text>
      }
    >
      {stage === 'not-verified' ? (
        <Alert color="yellow" icon={<WarnIcon />} role="alert">
          {t('verify.failed')}
        </Alert>
      ) : null}
      <ul className={classes.questions}>
        {questions.map(({ question, passed }) => (
          <li key={question} data-passed={passed ?? undefined}>
            {passed === null ? null : (
              <span className={classes.mark} data-passed={passed}>
                {passed ? <CheckIcon size={14} /> : <WarnIcon size={14} />}
                <span className={classes.unseen}>
                  {t(passed ? 'verify.right' : 'verify.wrong')}
                </span>
              </span>
            )}
            <span>{t([`question.${question}`, 'question.other'])}</span>
          </li>
        ))}
      </ul>
      {stage === 'verify' ? <AskNext /> : null}
    </Panel>
  );
}

function AskNext() {
  const { t } = useWords('agent');
  const { conversation, file, say } = useCall();
  const customer = useCustomerWords(file.customer.language);
  const check = useAction(verify, { invalidates: callReads });
  const [answer, setAnswer] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const asker = useRef<HTMLButtonElement>(null);
  const open = conversation.questions.filter(({ passed }) => passed !== true);
  const untried = open.find(({ passed }) => passed === null) ?? open[0];
  const question = open.find((one) => one.question === chosen)?.question ?? untried?.question;
  const focus = () => field.current?.focus();
  const ask = () => {
    if (!question) return;
    const words = customer.t([`ask.${question}`, 'ask.other']);
    say({ intent: 'verify-question', words, question });
    focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question starts with an empty field
  useEffect(() => setAnswer(''), [question]);
  useActions([
    {
      id: 'desk.ask',
      label: 'agent:action.ask',
      group: 'agent:group.call',
      shortcut: 'v',
      perform: ask,
    },
  ]);
  if (!question) return null;
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.trim() === '') return ask();
        check.mutate(
          { conversationId: conversation.id, question, answer: answer.trim() },
          {
            onSettled: () => {
              setAnswer('');
              asker.current?.focus();
            },
          },
        );
      }}
    >
      <TextInput
        ref={field}
        label={t([`question.${question}`, 'question.other'])}
        description={t('verify.about')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        autoComplete="off"
        dir="auto"
        maxLength={200}
      />
      <Group gap="xs">
        <Button
          ref={asker}
          data-stage-start
          variant="default"
          size="sm"
          onClick={ask}
          rightSection={<KeyHint shortcut="v" />}
          aria-keyshortcuts="v"
          disabled={!customer.isReady}
        >
          {t('verify.ask')}
        </Button>
        <Button type="submit" size="sm" loading={check.isPending} disabled={answer.trim() === ''}>
          {t('verify.check')}
        </Button>
        {open.length > 1 ? (
          <Button
            variant="subtle"
            size="sm"
            onClick={() => {
              const place = open.findIndex((one) => one.question === question);
              setChosen(open[(place + 1) % open.length]?.question ?? null);
              focus();
            }}
          >
            {t('verify.other')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
