import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { verify } from '#contract/conversations.ts';
import { callReads } from '#web/cases/open-case.tsx';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { hasNoFocus } from '#web/ui/focus.ts';
import { CheckIcon, WarnIcon } from '#web/ui/icons.tsx';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
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

/** Asks the question that was chosen, else the next that nobody answered. */
function AskNext() {
  const { conversation } = useCall();
  const [chosen, setChosen] = useState<string | null>(null);
  const open = conversation.questions.filter(({ passed }) => passed !== true);
  const untried = open.find(({ passed }) => passed === null) ?? open[0];
  const question = open.find((one) => one.question === chosen)?.question ?? untried?.question;
  if (question === undefined) return null;
  const place = open.findIndex((one) => one.question === question);
  const other = open[(place + 1) % open.length]?.question ?? question;
  return (
    <AskQuestion
      // What is typed for one question is neither taken by the answer of the question before, which
      // may arrive late, nor held up while that answer is written.
      key={question}
      question={question}
      isChosen={question === chosen}
      onOther={other === question ? null : () => setChosen(other)}
    />
  );
}

type AskQuestionProps = {
  readonly question: string;
  /** Chosen by the agent, who goes on in its field. */
  readonly isChosen: boolean;
  /** Goes on to another open question; null where this is the only one. */
  readonly onOther: (() => void) | null;
};

function AskQuestion({ question, isChosen, onOther }: AskQuestionProps) {
  const { t } = useWords('agent');
  const { conversation, file, say } = useCall();
  const customer = useCustomerWords(file.customer.language);
  const field = useRef<HTMLInputElement>(null);
  const asker = useRef<HTMLButtonElement>(null);
  const focus = () => field.current?.focus();
  const { form, action, submit, problem } = useEndpointForm(verify, {
    initialValues: { answer: '' },
    input: ({ answer }) => ({
      conversationId: conversation.id,
      question,
      answer: answer.trim(),
    }),
    invalidates: callReads,
    onDone: () => {
      form.reset();
      asker.current?.focus();
    },
  });
  const isEmpty = form.values.answer.trim() === '';
  const ask = () => {
    // Words that are on their way would be said and kept as the key they are found by.
    if (!customer.isReady) return;
    const words = customer.t([`ask.${question}`, 'ask.other']);
    say({ intent: 'verify-question', words, question });
    focus();
  };
  useLayoutEffect(() => {
    if (isChosen) field.current?.focus();
    else if (hasNoFocus()) asker.current?.focus();
  }, [isChosen]);
  useActions([
    {
      id: 'desk.ask',
      label: 'agent:action.ask',
      group: 'agent:group.call',
      shortcut: 'v',
      when: () => customer.isReady,
      perform: ask,
    },
  ]);
  return (
    <form
      className={classes.ask}
      noValidate
      onSubmit={(event) => {
        if (!isEmpty) return submit(event);
        event.preventDefault();
        ask();
      }}
    >
      <TextInput
        ref={field}
        label={t([`question.${question}`, 'question.other'])}
        description={t('verify.about')}
        autoComplete="off"
        dir="auto"
        maxLength={200}
        {...form.getInputProps('answer')}
      />
      <ProblemAlert problem={problem} />
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
        <Button type="submit" size="sm" loading={action.isPending} disabled={isEmpty}>
          {t('verify.check')}
        </Button>
        {onOther ? (
          <Button variant="subtle" size="sm" onClick={onOther}>
            {t('verify.other')}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
