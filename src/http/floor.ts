import * as floor from '#contract/floor.ts';
import { closeRequest, takeRequest } from '#usecases/workforce/answer-request.ts';
import { readFloor } from '#usecases/workforce/read-floor.ts';
import { takeOver } from '#usecases/workforce/take-over.ts';
import { type Door, mount } from './mount.ts';

/** The supervisor's floor. */
export function mountFloor(door: Door): void {
  mount(door, floor.readFloor, readFloor);
  mount(door, floor.takeRequest, takeRequest);
  mount(door, floor.closeRequest, closeRequest);
  mount(door, floor.takeOver, takeOver);
}
