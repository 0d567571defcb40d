import { type EvaluationContext, type Logged, logWhere } from '../evaluation-context.ts';
import { CALLS } from '../facts/channels.ts';

/** What can be shown inside a visit to a site or app; a call or a letter leaves it. */
const isOutsideVisits = (channel: string) =>
  [...CALLS, 'letter'].some((other) => other === channel);

/** The purpose of going on with a call that the person placed, while it runs. */
export const CONTINUES_CALL = 'continue_inbound_call';

/** No call runs longer than this. */
const LONGEST_CALL_MS = 4 * 60 * 60_000;

/**
 * The call the person placed that the attempt only goes on with: to go on is to place none, so no
 * count or wait has anything to say of it. Undefined when there is none.
 */
export function theirCall(moment: EvaluationContext): Logged | undefined {
  if (moment.purpose !== CONTINUES_CALL || moment.channel !== 'phone_call') return undefined;
  const answered = moment.facts.proposed.in_response_to;
  return logWhere(
    moment,
    ({ id, dir, ended_by }) => dir === 'inbound' && !ended_by && (!answered || id === answered),
  ).findLast(
    ({ channel, ms }) =>
      channel === 'phone_call' && ms <= moment.ms && moment.ms - ms < LONGEST_CALL_MS,
  );
}

/**
 * One reply by the same medium to what the person sent at a shut hour, from a shut place, on a shut
 * medium or while represented; an automatic reply uses it up. Inside a site or app that the person
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
  if (!inbound) return false;
  const used = thread.some(({ entry }) => entry.dir === 'outbound' && entry.id !== answered);
  return !used && wasShut(inbound);
}
