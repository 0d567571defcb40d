import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { readLadder } from '#contract/agreements.ts';
import { isTalking } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { amountWords } from '#web/ui/amount.tsx';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { SearchIcon } from '#web/ui/icons.tsx';
import { withoutIsolation } from '#web/ui/isolate.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { dayWords } from '#web/ui/when.tsx';
import { isLanguage, languages, useWords } from '#web/ui/words.ts';
import classes from './conversation.module.css';
import { useCustomerWords } from './customer-words.ts';
import { objections, type ScriptLine, scriptLines } from './script-lines.ts';

/** Lines that a digit says. */
const keyedLines = 9;

/** What could be said now, in the customer's language; a click or its number says it. */
export function ScriptPanel() {
  const { t } = useWords('agent');
  const { file, stage, say } = useDesk();
  const speech = useSpeechWords();
  const lines = useLines();
  const inConversation = isTalking(stage);
  const speak = ({ key, intent, question, terms, words }: ScriptLine) =>
    say({
      intent,
      words: words ?? speech.customer(key, terms),
      question: question ?? null,
      offer: terms
        ? { kind: terms.kind, amount: terms.amount, due: terms.date, months: null }
        : null,
    });
  useActions(
    inConversation && speech.isReady
      ? lines.slice(0, keyedLines).map((line, index) => ({
          id: `desk.say.${index + 1}`,
          label: `script:label.${line.intent}`,
          group: 'agent:group.say',
          shortcut: String(index + 1),
          perform: () => speak(line),
        }))
      : [],
  );
  if (stage === 'wrap-up') return null;
  return (
    <Panel
      title={t('script.title')}
      aside={
        <State tone="neutral">
          {isLanguage(file.customer.language)
            ? languages[file.customer.language]
            : t('script.ownLanguage')}
        </State>
      }
      flush
    >
      {stage === 'machine' && lines.length === 0 ? (
        <Text size="sm" px="md" py="xs">
          {t('script.noVoicemail')}
        </Text>
      ) : null}
      <ol className={classes.script}>
        {lines.map((line, index) => (
          <li key={line.key}>
            <Sayable
              enabled={inConversation && speech.isReady}
              shortcut={index < keyedLines ? String(index + 1) : null}
              onSay={() => speak(line)}
            >
              {line.isFixed ? (
                <Text size="xs" fw={600} component="span" display="block">
                  {t('script.fixed')}
                </Text>
              ) : null}
              <span lang={speech.language} dir={speech.direction}>
                {line.words ?? speech.customer(line.key, line.terms)}
              </span>
              {speech.isForeign && line.words === undefined ? (
                <Text size="xs" c="dimmed" component="span" display="block">
                  {speech.own(line.key, line.terms)}
                </Text>
              ) : null}
            </Sayable>
          </li>
        ))}
      </ol>
      {inConversation ? <Objections speech={speech} /> : null}
    </Panel>
  );
}

type SayableProps = {
  readonly enabled: boolean;
  readonly shortcut: string | null;
  readonly onSay: () => void;
  readonly children: ReactNode;
};

function Sayable({ enabled, shortcut, onSay, children }: SayableProps) {
  if (!enabled) {
    return (
      <div className={classes.sayable}>
        <span>{children}</span>
      </div>
    );
  }
  return (
    <UnstyledButton className={classes.sayable} onClick={onSay} aria-keyshortcuts={shortcut ?? ''}>
      <span>{children}</span>
      {shortcut ? <KeyHint shortcut={shortcut} /> : null}
    </UnstyledButton>
  );
}

function useLines(): readonly ScriptLine[] {
  const { file, conversation, stage } = useDesk();
  const { user } = useMe();
  const ladder = useEndpoint(
    readLadder,
    { conversationId: conversation?.id ?? '' },
    { enabled: stage === 'agree' },
  );
  const full = ladder.data?.rungs.find(({ rung }) => rung === 'full');
  const promise = file.debt?.promises.findLast(
    ({ state, madeAt }) => state === 'open' && madeAt >= (conversation?.beganAt ?? ''),
  );
  return scriptLines({
    stage,
    eventType: file.eventType,
    tone: file.tone,
    lateReason: conversation?.lateReason ?? null,
    parts: file.scriptParts,
    customerKind: file.customer.kind,
    questions: conversation?.questions ?? [],
    isHeld: file.debt?.isHeld === true,
    voicemail: conversation?.voicemail?.replaceAll('{agent}', user.name) ?? null,
    full:
      stage === 'agree' && ladder.data && full?.offered && full.amount
        ? { kind: 'full', amount: full.amount, date: ladder.data.today }
        : null,
    agreed: promise ? { kind: 'promise', amount: promise.amount, date: promise.dueOn } : null,
  });
}

type Speech = ReturnType<typeof useSpeechWords>;

/** The script's words for this case, in the customer's language and in the agent's. */
function useSpeechWords() {
  const { t, language: own } = useWords('script');
  const { file } = useDesk();
  const { user } = useMe();
  const customer = useCustomerWords(file.customer.language);
  const slotsFor = (locale: string, terms: ScriptLine['terms']) => ({
    name: file.customer.name,
    agent: user.name,
    creditor: file.creditorName,
    amount: terms ? amountWords(terms.amount, file.portfolio.currency, locale) : '',
    date: terms ? dayWords(terms.date, locale) : '',
    count: 0,
  });
  return {
    isReady: customer.isReady,
    isForeign: customer.language !== own,
    language: customer.language,
    direction: customer.direction,
    customer: (key: string, terms?: ScriptLine['terms']): string =>
      customer.isReady ? withoutIsolation(customer.t(key, slotsFor(customer.language, terms))) : '',
    own: (key: string, terms?: ScriptLine['terms']): string =>
      t(`script:${key}`, slotsFor(own, terms)),
  };
}

/** What customers often say, with a reply and the question that leads on; found by typing. */
function Objections({ speech }: { readonly speech: Speech }) {
  const { t } = useWords('agent');
  const { say } = useDesk();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useActions([
    {
      id: 'desk.objections',
      label: 'agent:action.objections',
      group: 'agent:group.call',
      shortcut: 'o',
      perform: () => field.current?.focus(),
    },
  ]);
  const wanted = query.trim().toLocaleLowerCase();
  const found = wanted
    ? objections.filter(({ code }) =>
        ['says', 'reply'].some((part) =>
          speech.own(`objection.${code}.${part}`).toLocaleLowerCase().includes(wanted),
        ),
      )
    : objections;
  return (
    <section className={classes.objections} aria-label={t('objections.title')}>
      <TextInput
        ref={field}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        leftSection={<SearchIcon size={14} />}
        rightSection={<KeyHint shortcut="o" />}
        placeholder={t('objections.title')}
        aria-label={t('objections.title')}
      />
      {found.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('objections.none')}
        </Text>
      ) : null}
      {found.map(({ code, intent }) => (
        <details key={code} name="objection">
          <summary>{speech.own(`objection.${code}.says`)}</summary>
          {['reply', 'next'].map((part) => (
            <Sayable
              key={part}
              enabled={speech.isReady}
              shortcut={null}
              onSay={() =>
                say({
                  intent: part === 'reply' ? intent : 'free-text',
                  words: speech.customer(`objection.${code}.${part}`),
                })
              }
            >
              <span lang={speech.language} dir={speech.direction}>
                {speech.customer(`objection.${code}.${part}`)}
              </span>
            </Sayable>
          ))}
        </details>
      ))}
    </section>
  );
}
