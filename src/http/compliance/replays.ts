import * as contract from '#contract/compliance/replays.ts';
import {
  listReplays,
  readReplayChanges,
  replayRules,
  startReplay,
  stopReplay,
} from '#usecases/compliance/replays.ts';
import { type HttpContext, mount } from '../mount.ts';

/** Past contacts decided again. */
export function mountReplays(door: HttpContext): void {
  mount(door, contract.startReplay, startReplay);
  mount(door, contract.listReplays, listReplays);
  mount(door, contract.replayRules, replayRules);
  mount(door, contract.stopReplay, stopReplay);
  mount(door, contract.readReplayChanges, readReplayChanges);
}
