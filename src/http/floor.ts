import * as floor from '#contract/floor.ts';
import { takeOver } from '#usecases/calls/take-over.ts';
import { closeRequest, takeRequest } from '#usecases/supervision/answer-request.ts';
import { readFloor } from '#usecases/supervision/read-floor.ts';
import { type HttpContext, mount } from './mount.ts';

/** The supervisor's floor. */
export function mountFloor(door: HttpContext): void {
  mount(door, floor.readFloor, readFloor);
  mount(door, floor.takeRequest, takeRequest);
  mount(door, floor.closeRequest, closeRequest);
  mount(door, floor.takeOver, takeOver);
}
