import * as cases from '#contract/cases.ts';
import { liftHold } from '#usecases/cases/lift-hold.ts';
import { moveCase } from '#usecases/cases/move-case.ts';
import { readCase } from '#usecases/cases/read-case.ts';
import { findCases } from '#usecases/cases/read-found.ts';
import { readHistory } from '#usecases/cases/read-history.ts';
import { readWorkers } from '#usecases/cases/read-workers.ts';
import { setHold } from '#usecases/cases/set-hold.ts';
import { writeNote } from '#usecases/contact-log/write-note.ts';
import { askAllowed } from '#usecases/desk/ask-allowed.ts';
import { type HttpContext, mount } from './mount.ts';

/** Cases: read, search, notes, holds, owners. */
export function mountCases(door: HttpContext): void {
  mount(door, cases.findCases, findCases);
  mount(door, cases.readCase, readCase);
  mount(door, cases.readHistory, readHistory);
  mount(door, cases.askAllowed, askAllowed);
  mount(door, cases.writeNote, writeNote);
  mount(door, cases.readWorkers, readWorkers);
  mount(door, cases.moveCase, moveCase);
  mount(door, cases.setHold, setHold);
  mount(door, cases.liftHold, liftHold);
}
