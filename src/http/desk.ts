import * as desk from '#contract/desk.ts';
import { setAgentState } from '#usecases/calls/set-agent-state.ts';
import { openCase, putBack } from '#usecases/desk/open-case.ts';
import { readMyDay, readWorklist } from '#usecases/desk/read-my-day.ts';
import { nextCase } from '#usecases/desk/take-next.ts';
import { type HttpContext, mount } from './mount.ts';

/** The agent's day: what is next, what is chosen, what goes back. */
export function mountDesk(context: HttpContext): void {
  mount(context, desk.myDay, readMyDay);
  mount(context, desk.nextCase, nextCase);
  mount(context, desk.worklist, readWorklist);
  mount(context, desk.openCase, openCase);
  mount(context, desk.putBack, putBack);
  mount(context, desk.setAgentState, setAgentState);
}
