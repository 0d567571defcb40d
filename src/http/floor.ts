import * as floor from '#contract/floor.ts';
import { takeOver } from '#usecases/calls/take-over.ts';
import { closeRequest, takeRequest } from '#usecases/supervision/answer-request.ts';
import { readFloor } from '#usecases/supervision/read-floor.ts';
import { type HttpContext, mount } from './mount.ts';

/** The supervisor's floor. */
export function mountFloor(context: HttpContext): void {
  mount(context, floor.readFloor, readFloor);
  mount(context, floor.takeRequest, takeRequest);
  mount(context, floor.closeRequest, closeRequest);
  mount(context, floor.takeOver, takeOver);
}
