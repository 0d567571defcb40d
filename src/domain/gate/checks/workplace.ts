import { type EvaluationContext, logWhere, standingConsents } from '../evaluation-context.ts';
import { CALLS } from '../facts/channels.ts';
import { isContactMade, isTwoWayConversation } from '../facts/outcomes.ts';
import type { Finding } from '../pack.ts';
import { type PlaceReached, placeAddressed, placeOfUnnamed } from './place-reached.ts';
import { namesNoAddress } from './unnamed-address.ts';

/** The place of work, when the line, address or door is there, or the person is known to be now. */
function reachedAtWork(moment: EvaluationContext): PlaceReached | null {
  const reached = placeAddressed(moment);
  if (reached) return reached.place === 'work' ? reached : null;
  return namesNoAddress(moment) ? placeOfUnnamed(moment, ['work']) : null;
}

/**
 * Whether the attempt reaches the person at work: there is its line, they said they are
 * there, or nobody said where it goes and it may be there.
 */
export function isAtWork(moment: EvaluationContext): boolean {
  return reachedAtWork(moment) !== null;
}

/** The same finding, over at the latest when the person leaves work, where they said until when. */
export function untilTheyLeave(moment: EvaluationContext, finding: Finding | null): Finding | null {
  const untilMs = reachedAtWork(moment)?.untilMs;
  if (!finding || untilMs === undefined) return finding;
  return { ...finding, untilMs: Math.min(finding.untilMs ?? untilMs, untilMs) };
}

/** Whether the person allowed contact at work, and who to: any collector when nobody is named. */
export function mayReachWork(moment: EvaluationContext): boolean {
  return moment.consents.some(
    ({ consent, ms, revokedMs }) =>
      consent.place === 'work' &&
      (!consent.given_to || consent.given_to === moment.facts.actor.id) &&
      ms <= moment.ms &&
      moment.ms < revokedMs,
  );
}

/** Whether a consent of one of those kinds stands for this very person. */
export function mayReachPerson(moment: EvaluationContext, kinds: readonly string[]): boolean {
  return standingConsents(moment, ...kinds).some(
    ({ consent }) => !consent.person || consent.person === moment.person,
  );
}

/** What a law asks before a person may be reached at work. */
export type LastResort = {
  /** Kinds of contact point that count as another way to reach the person. */
  readonly elsewhere: readonly string[];
  /** Even then one contact at work and no second. */
  readonly onceOnly: boolean;
};

const REACHED_SOMEBODY = ['third_party_answered', 'answered_dropped'];

/**
 * Work only when nothing else is known, or everything else was tried in vain, or the person allowed
 * it. A conversation by another number shows that the person can be reached there.
 */
export function workAsLastResort(of: LastResort): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    if (!isAtWork(moment) || mayReachWork(moment)) return null;
    const { contact_points } = moment.facts;
    const isTheirs = (owner: string | null | undefined) => !owner || owner === 'consumer';
    const others = contact_points.filter(
      ({ kind, place, owner }) =>
        place !== 'work' && isTheirs(owner) && of.elsewhere.includes(kind),
    );
    const idsOf = (points: typeof others) => new Set(points.map(({ id }) => id));
    const elsewhere = idsOf(others);
    const work = idsOf(contact_points.filter(({ place }) => place === 'work'));
    const tried = logWhere(
      moment,
      ({ dir, to }) => dir === 'outbound' && (elsewhere.has(to ?? '') || work.has(to ?? '')),
    ).filter(({ ms }) => ms <= moment.ms);
    const atWork = tried.filter(
      ({ entry }) =>
        work.has(entry.to ?? '') &&
        (isContactMade(entry.result) || REACHED_SOMEBODY.includes(entry.result)),
    );
    if (of.onceOnly && atWork.length > 0) return { releasing: ['work_contact_allowed'] };
    const calls = tried.filter(
      ({ entry, channel }) =>
        elsewhere.has(entry.to ?? '') &&
        ((CALLS as readonly string[]).includes(channel) || channel === 'visit'),
    );
    const inVain =
      calls.length > 0 && !calls.some(({ entry }) => isTwoWayConversation(entry.result));
    if (others.length === 0 || inVain) return null;
    return { releasing: ['work_contact_allowed', 'tried_elsewhere_in_vain'] };
  };
}
