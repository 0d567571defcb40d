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
export function mountReplays(context: HttpContext): void {
  mount(context, contract.startReplay, startReplay);
  mount(context, contract.listReplays, listReplays);
  mount(context, contract.replayRules, replayRules);
  mount(context, contract.stopReplay, stopReplay);
  mount(context, contract.readReplayChanges, readReplayChanges);
}
