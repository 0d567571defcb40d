import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useRef } from 'react';
import { readLadder } from '#contract/agreements.ts';
import { askAllowed, readCase, readHistory } from '#contract/cases.ts';
import { readConversation } from '#contract/conversations.ts';
import { myDay, worklist } from '#contract/desk.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { OutputOf } from '#web/ui/api.ts';
import { useLive } from '#web/ui/live.tsx';
import type { Allowance, Conversation, DeskCase, Said, Stage, ToolName } from './desk-case.ts';

/** What every part of an open case shares. */
export type Desk = {
  readonly file: DeskCase;
  readonly conversation: Conversation | null;
  readonly stage: Stage;
  /** Today by the agent's day, `2026-11-21`. */
  readonly today: string;
  readonly tool: ToolName | null;
  readonly openTool: (tool: ToolName | null) => void;
  /** Says something on the line. */
  readonly say: (said: Said) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** Gives an open case to the parts inside. */
export const DeskProvider = DeskContext.Provider;

/** The open case. Only inside the case screen. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside an open case');
  return desk;
}

/** The open case with its conversation, for forms that only exist during one. */
export function useCall(): Desk & { readonly conversation: Conversation } {
  const { conversation, ...desk } = useDesk();
  if (!conversation) throw new Error('useCall without a conversation');
  return { ...desk, conversation };
}

/** What changes when something was done in a conversation. */
export const callReads: readonly Endpoint[] = [
  readConversation,
  readCase,
  readLadder,
  readHistory,
  askAllowed,
  myDay,
];

const dayReads: readonly Endpoint[] = [myDay, worklist];
/** Several events of one call come together: one read answers them all. */
const gatherMs = 250;

/** Reads again what an event may have changed: the open case, or the day. */
export function useDeskNews(caseId: string | null): void {
  const queries = useQueryClient();
  const waiting = useRef(new Set<string>());
  useLive('all', (event) => {
    const concerns = event.caseId !== null && event.caseId === caseId;
    const own = /^(call|contact|desk|floor|callback|agent)\b/.test(event.kind);
    if (!concerns && !own) return;
    const names = waiting.current;
    if (names.size === 0) {
      setTimeout(() => {
        const wanted = [...names];
        names.clear();
        for (const name of wanted) {
          queries.invalidateQueries({ queryKey: [name] }).catch(() => undefined);
        }
      }, gatherMs);
    }
    for (const { name } of concerns ? callReads : dayReads) names.add(name);
  });
}

/** Keeps what opening a case answered, so that its screen shows at once. */
export function useOpened(): (file: DeskCase, points: readonly Allowance[]) => void {
  const queries = useQueryClient();
  return (file, points) => {
    const input = { caseId: file.id };
    queries.setQueryData<DeskCase>([readCase.name, input], file);
    const answer = { asOf: new Date().toISOString(), points: [...points] };
    queries.setQueryData<OutputOf<typeof askAllowed>>([askAllowed.name, input], answer);
  };
}
