import * as refusals from '#contract/compliance/refusals.ts';
import { judgeRefusal } from '#usecases/messages/judge-refusal.ts';
import { keyInMessage } from '#usecases/messages/key-in-message.ts';
import { readRefusals } from '#usecases/messages/read-refusals.ts';
import { type HttpContext, mount } from '../mount.ts';

/** Wishes read from people's words, and messages that come in by hand. */
export function mountRefusals(context: HttpContext): void {
  mount(context, refusals.readRefusals, readRefusals);
  mount(context, refusals.judgeRefusal, judgeRefusal);
  mount(context, refusals.keyInMessage, keyInMessage);
}
