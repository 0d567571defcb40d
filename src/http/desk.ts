import * as desk from '#contract/desk.ts';
import { setAgentState } from '#usecases/calls/set-agent-state.ts';
import { openCase, putBack } from '#usecases/desk/open-case.ts';
import { readMyDay, readWorklist } from '#usecases/desk/read-my-day.ts';
import { nextCase } from '#usecases/desk/take-next.ts';
import { type HttpContext, mount } from './mount.ts';

/** The agent's day: what is next, what is chosen, what goes back. */
export function mountDesk(door: HttpContext): void {
  mount(door, desk.myDay, readMyDay);
  mount(door, desk.nextCase, nextCase);
  mount(door, desk.worklist, readWorklist);
  mount(door, desk.openCase, openCase);
  mount(door, desk.putBack, putBack);
  mount(door, desk.setAgentState, setAgentState);
}
