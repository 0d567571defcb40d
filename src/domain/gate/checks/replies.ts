import { type EvaluationContext, type Logged, logWhere } from '../evaluation-context.ts';
import { CALLS } from '../facts/channels.ts';

/** What can be shown inside a visit to a site or app; a call or a letter leaves it. */
const isOutsideVisits = (channel: string) =>
  [...CALLS, 'letter'].some((other) => other === channel);

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
