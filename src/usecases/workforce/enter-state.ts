import { lockAgent, switchAgentState } from '#storage/desk/desk.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/** What an agent can be doing. */
export type AgentState = 'ready' | 'contact' | 'wrap_up' | 'away' | 'signed_out';

/** Notes that an agent does something else from now on; the time before ends, so all adds up. */
export async function enterState(
  app: App,
  tx: Tx,
  userId: string,
  state: AgentState,
  more: { readonly caseId?: string; readonly reason?: string | null },
): Promise<void> {
  await lockAgent(tx, userId);
  await switchAgentState(tx, {
    id: app.newId(),
    userId,
    state,
    reason: more.reason ?? null,
    caseId: more.caseId ?? null,
    at: now(app),
  });
}
