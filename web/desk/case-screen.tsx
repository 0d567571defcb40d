import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { askAllowed, readCase } from '#contract/cases.ts';
import { readConversation, say } from '#contract/conversations.ts';
import classes from '#web/cases/case-parts.module.css';
import {
  type Conversation,
  isUsable,
  type Stage,
  stageOf,
  type ToolName,
  tools,
} from '#web/cases/case-shape.ts';
import { type Desk, DeskProvider } from '#web/cases/open-case.tsx';
import { WhoColumn } from '#web/cases/panels/who-column.tsx';
import { useFreshNotices } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import kit from '#web/ui/kit.module.css';
import { PageHead } from '#web/ui/panel.tsx';
import { ErrorState, Loading, State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { CentreColumn } from './centre-column.tsx';
import { CallBar } from './conversation/call-bar.tsx';
import { ScriptPanel } from './conversation/script-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { focusAgain, focusStage, useStageFocus } from './stage-focus.ts';
import { ToolBox } from './tool-box.tsx';

/** What is said makes no event: while a call is up its lines are read at this pace. */
const callPaceMs = 2_000;

type CaseScreenProps = {
  readonly caseId: string;
  readonly openConversationId: string | null;
  /** Whether the case is this agent's now, by Next or by choice. */
  readonly isLeased: boolean;
  readonly today: string;
  readonly onClose: () => void;
};

/** One open case, from before the call to the end of wrap-up. */
export function CaseScreen(props: CaseScreenProps) {
  const { caseId, openConversationId, today } = props;
  const [startedId, setStartedId] = useState<string | null>(null);
  const conversation = useConversation(openConversationId ?? startedId);
  const stage = stageOf(conversation);
  const file = useEndpoint(readCase, { caseId });
  const allowed = useEndpoint(askAllowed, { caseId }, { enabled: stage === 'before' });
  const { tool, openTool } = useTool(stage, conversation);
  const speak = useSpeech(conversation);
  useStageFocus(stage, file.data !== undefined);
  useFreshNotices(caseId);
  if (!file.data) {
    if (!file.error) return <Loading lines={8} />;
    return <ErrorState problem={file.error} onRetry={() => file.refetch()} />;
  }
  const desk: Desk = { file: file.data, conversation, stage, today, tool, openTool, say: speak };
  return (
    <DeskProvider value={desk}>
      <CaseTitle desk={desk} />
      <div className={classes.case} data-stage={stage}>
        <div className={classes.who}>
          <WhoColumn />
        </div>
        <div className={`${classes.centre} ${kit.place}`} data-stage-place tabIndex={-1}>
          <CallBar {...props} points={allowed.data?.points} onStarted={setStartedId} />
          <CentreColumn
            points={allowed.data?.points}
            problem={allowed.error}
            onClose={props.onClose}
          />
        </div>
        <div className={classes.side}>
          <ScriptPanel />
          <ToolBox />
          <HistoryPanel />
        </div>
      </div>
    </DeskProvider>
  );
}

function CaseTitle({ desk }: { readonly desk: Desk }) {
  const { t } = useWords('agent');
  const { portfolio, creditorName, state, customer, priorityTier } = desk.file;
  return (
    <div className={classes.caseHead}>
      <PageHead
        title={customer.name}
        about={t('case.about', { creditor: creditorName, portfolio: portfolio.name })}
      >
        {priorityTier ? <State tone="warn">{t('case.upper')}</State> : null}
        <State tone="neutral">{t([`state.${state}`, 'state.other'])}</State>
      </PageHead>
    </div>
  );
}

/** The open conversation, read while it lives; null when there is none. */
function useConversation(conversationId: string | null): Conversation | null {
  const input = { conversationId: conversationId ?? '' };
  const [isUp, setUp] = useState(true);
  const options = { enabled: conversationId !== null, keep: true };
  const paced = isUp ? { ...options, everyMs: callPaceMs } : options;
  const { data } = useEndpoint(readConversation, input, paced);
  const stage = stageOf(data ?? null);
  useEffect(() => setUp(stage !== 'wrap-up'), [stage]);
  return conversationId !== null && data?.id === conversationId ? data : null;
}

/** Says one thing at a time; a line of a call that has ended is not sent. */
function useSpeech(conversation: Conversation | null): Desk['say'] {
  const speech = useAction(say, { invalidates: [readConversation] });
  const conversationId = conversation?.state === 'live' ? conversation.id : null;
  const { mutate } = speech;
  return useCallback(
    (said) => {
      if (conversationId) mutate({ conversationId, ...said });
    },
    [mutate, conversationId],
  );
}

/** Which form is open, with a key for each that can be; a form closes when its stage is over. */
function useTool(stage: Stage, conversation: Conversation | null) {
  const [tool, setTool] = useState<ToolName | null>(null);
  const opener = useRef<Element | null>(null);
  const usable = tools.filter((one) => isUsable(one, stage, conversation));
  const current = usable.find(({ name }) => name === tool)?.name ?? null;
  const openTool = useCallback((next: ToolName | null) => {
    if (next) opener.current = document.activeElement;
    setTool(next);
  }, []);
  const before = useRef(current);
  useLayoutEffect(() => {
    if (before.current !== null && current === null) focusAgain(opener.current);
    before.current = current;
  }, [current]);
  useActions([
    ...usable.map(({ name, shortcut }) => ({
      id: `desk.tool.${name}`,
      label: `agent:tool.${name}`,
      group: 'agent:group.call',
      shortcut,
      perform: () => openTool(name),
    })),
    {
      id: 'desk.leave-field',
      label: 'agent:action.leaveField',
      group: 'agent:group.call',
      shortcut: 'Escape',
      when: () => current !== null || stage !== 'before',
      perform: () => {
        if (current) openTool(null);
        else focusStage();
      },
    },
  ]);
  return { tool: current, openTool };
}
