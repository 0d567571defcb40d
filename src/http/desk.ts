import * as desk from '#contract/desk.ts';
import { openCase, putBack } from '#usecases/contact/open-case.ts';
import { nextCase } from '#usecases/contact/take-next.ts';
import { readMyDay, readWorklist } from '#usecases/workforce/read-my-day.ts';
import { setAgentState } from '#usecases/workforce/set-agent-state.ts';
import { type Door, mount } from './mount.ts';

/** The agent's day: what is next, what is chosen, what goes back. */
export function mountDesk(door: Door): void {
  mount(door, desk.myDay, readMyDay);
  mount(door, desk.nextCase, nextCase);
  mount(door, desk.worklist, readWorklist);
  mount(door, desk.openCase, openCase);
  mount(door, desk.putBack, putBack);
  mount(door, desk.setAgentState, setAgentState);
}
