import * as alarms from '#contract/compliance/gate-alarms.ts';
import * as overrides from '#contract/compliance/overrides.ts';
import { closeAlarm } from '#usecases/compliance/close-alarm.ts';
import { readAlarms } from '#usecases/compliance/read-alarms.ts';
import { askOverride } from '#usecases/gate/ask-override.ts';
import { type HttpContext, mount } from '../mount.ts';

/** What supervisors let pass, and what stops contact although no law does. */
export function mountGate(context: HttpContext): void {
  mount(context, overrides.askOverride, askOverride);
  mount(context, alarms.readAlarms, readAlarms);
  mount(context, alarms.closeAlarm, closeAlarm);
}
