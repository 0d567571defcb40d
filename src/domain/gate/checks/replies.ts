import { type EvaluationContext, isAddress, type Logged, logWhere } from '../evaluation-context.ts';
import { CALLS, isConversation } from '../facts/channels.ts';
import { roleOf } from './third-parties.ts';

const isCall = (channel: string) => CALLS.some((call) => call === channel);

/** What can be shown inside a visit to a site or app; a call or a letter leaves it. */
const isOutsideVisits = (channel: string) => isCall(channel) || channel === 'letter';

/** The purpose of going on with a call that the person placed, while it runs. */
export const CONTINUES_CALL = 'continue_inbound_call';

/** No call is taken to run longer than this. */
const LONGEST_CALL_MS = 2 * 60 * 60_000;

/** What the log says of a call that is not over: a talk begun, or no result yet. */
const RUNNING: readonly string[] = ['conversation_start', 'in_flight', 'reserved'];

/** Who counts as the living consumer: 12 CFR 1006.6(a). */
const AS_CONSUMER: readonly string[] = ['consumer', 'spouse', 'parent_of_minor', 'guardian'];

/** Whether whom the attempt would reach is who made contact, or somebody the law takes for them. */
function isTheirs({ person: reached }: EvaluationContext, { entry: { person = null } }: Logged) {
  const by = person ?? 'consumer';
  return by === reached || [by, reached].every((one) => AS_CONSUMER.includes(roleOf(one)));
}

const isLast = (calls: readonly Logged[], { ms }: Logged) => calls.every((call) => call.ms <= ms);

/**
 * The running call the person placed that the attempt only goes on with: to go on is to place none,
 * so no count or wait has anything to say of it. Undefined when there is none: somebody else called,
 * or from another number, the call is over, or one was placed since.
 */
export function theirCall(moment: EvaluationContext): Logged | undefined {
  if (moment.purpose !== CONTINUES_CALL || moment.channel !== 'phone_call') return undefined;
  const answered = moment.facts.proposed.in_response_to;
  const calls = logWhere(moment, ({ channel }) => isCall(channel)).filter(
    ({ ms }) => ms <= moment.ms && moment.ms - ms < LONGEST_CALL_MS,
  );
  const call = calls
    .filter(({ entry: { id, dir } }) => dir === 'inbound' && (!answered || id === answered))
    .toSorted((a, b) => a.ms - b.ms)
    .at(-1);
  if (call?.channel !== 'phone_call') return undefined;
  const { ended_by, from, result } = call.entry;
  // To speak on the number that called is to go on; to open another is a call of ours.
  const isSameLine = !from || isAddress(moment, from);
  // A talk that the attempt itself says it goes on with, with nothing after it, is not over yet.
  const goesOn = result === 'conversation' && answered === call.entry.id && isLast(calls, call);
  if (!isSameLine || !isTheirs(moment, call) || ended_by || !(RUNNING.includes(result) || goesOn))
    return undefined;
  return calls.some(({ entry, ms }) => entry.dir === 'outbound' && ms >= call.ms)
    ? undefined
    : call;
}

/**
 * One reply by the same medium to what the person themselves sent at a shut hour, from a shut place, on a shut
 * medium or while represented; an automatic reply uses it up, and a talk with the person was the
 * answer to their own call. Inside a site or app that the person
 * is using, answers are open while the visit lasts. 12 CFR 1006 Supp. I, 6(b)(1)-2 and 6(b)(2)-1.
 *
 * @param wasShut whether the person's own message came in the way that is otherwise shut
 */
export function mayReply(
  moment: EvaluationContext,
  wasShut: (inbound: Logged) => boolean,
): boolean {
  const { proposed } = moment.facts;
  const call = theirCall(moment);
  if (call) return wasShut(call);
  // Without such a call there is nothing to go on with, and a new one is no answer.
  if (moment.purpose === CONTINUES_CALL && moment.channel === 'phone_call') return false;
  if (proposed.in_live_session && !isOutsideVisits(moment.channel)) return true;
  const answered = proposed.in_response_to;
  if (!answered) return false;
  const thread = logWhere(
    moment,
    (entry) => entry.id === answered || entry.in_response_to === answered,
  ).filter((logged) => logged.channel === moment.channel && logged.ms <= moment.ms);
  // An out-of-office note is no message of theirs.
  const inbound = thread.find(
    ({ entry }) => entry.id === answered && entry.dir === 'inbound' && entry.automated !== true,
  );
  if (!inbound || !isTheirs(moment, inbound)) return false;
  // Another number or address of theirs is not where they wrote from.
  const { from } = inbound.entry;
  if (from && proposed.to && !isAddress(moment, from)) return false;
  if (isConversation(inbound.entry.result)) return false;
  const used = thread.some(({ entry }) => entry.dir === 'outbound');
  return !used && wasShut(inbound);
}
