import { lockAgent } from '#storage/desk/agent.ts';
import { type StateBegun, switchAgentState } from '#storage/desk/next.ts';
import { runOn } from '#storage/hot-path.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/** What an agent can be doing. */
export type AgentState = 'ready' | 'contact' | 'wrap_up' | 'away' | 'signed_out';

/** Notes that an agent does something else from now on; the time before ends, so all adds up. */
export async function enterState(
  app: App,
  tx: Tx,
  userId: string,
  state: AgentState,
  more: StateDetails,
): Promise<void> {
  await lockAgent(tx, userId);
  await switchAgentState(runOn(tx), stateFrom(app, userId, state, more));
}

/** What a state may be about. */
type StateDetails = { readonly caseId?: string; readonly reason?: string | null };

/** A state of an agent that begins now. */
export function stateFrom(
  app: App,
  userId: string,
  state: AgentState,
  { caseId, reason = null }: StateDetails,
): StateBegun {
  return { id: app.newId(), userId, state, reason, caseId: caseId ?? null, at: now(app) };
}
