import { createContext, useContext } from 'react';
import { readLadder } from '#contract/agreements.ts';
import { askAllowed, readCase, readHistory } from '#contract/cases.ts';
import { readConversation } from '#contract/conversations.ts';
import { myDay } from '#contract/desk.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Conversation, DeskCase, Said, Stage, ToolName } from './case-shape.ts';

const DeskContext = createContext<Desk | null>(null);

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

/** The open case. Only inside the case screen. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside an open case');
  return desk;
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

/** Gives an open case to the parts inside. */
export const DeskProvider = DeskContext.Provider;
