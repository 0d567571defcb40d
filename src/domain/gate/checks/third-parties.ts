import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import { ELECTRONIC } from '../facts/channels.ts';
import { RECORDED_MODES } from '../facts/words.ts';
import type { Finding } from '../pack.ts';
import { isLimitedContent } from './limited-content.ts';
import { saysMore } from './told-content.ts';
import { mayBeAddress } from './unnamed-address.ts';

/** Words for people other than the person who owes; `third_party:neighbour` counts as `third_party`. */
export function roleOf(person: string): string {
  const end = person.indexOf(':');
  return end < 0 ? person : person.slice(0, end);
}

/** With whom one may speak of the debt. */
export type OnlyWith = {
  readonly roles: readonly string[];
  readonly unless?: (moment: EvaluationContext) => boolean;
  readonly releasing: readonly string[];
};

/** A line that several people of one household answer is nobody else's. */
const SHARED = ['consumer', 'shared'];

/** Whether the contact point is known to be somebody else's than the person the attempt is for. */
export function isOthersPoint(moment: EvaluationContext): boolean {
  const owner = moment.point?.owner;
  if (!owner || SHARED.includes(owner)) return false;
  const { person } = moment;
  const isTheirs = person.startsWith(owner) || person === `surviving_${owner}`;
  return roleOf(owner) === 'third_party' || !isTheirs;
}

/** An opt-out confirmed with nothing else in the message, how often ever (12 CFR 1006.14(h)(2)(i)). */
export function isPlainConfirmation({ purpose, content }: EvaluationContext): boolean {
  const asks =
    content?.states_confirming_location === true ||
    content?.states_seeking_person_handling_estate === true;
  return purpose === 'optout_confirmation' && !asks && !saysMore(content);
}

/** What reaches whoever has the address, with nobody there to ask first who that is. */
const UNATTENDED: readonly string[] = [...ELECTRONIC, 'letter', 'ringless_voicemail'];

/** Whether words are left at the address that may tell of the debt: all but a limited-content message. */
export function leavesWords(moment: EvaluationContext): boolean {
  const plan = moment.facts.proposed.voicemail_plan;
  if (plan) return !isLimitedContent(plan);
  const isLeft = UNATTENDED.includes(moment.channel) || RECORDED_MODES.includes(moment.mode);
  return isLeft && !isPlainConfirmation(moment);
}

/** Whether the person was said not to be reached at this address. */
const isWrongAddress = (moment: EvaluationContext) =>
  eventsOf(moment, 'wrong_party').some(
    ({ event }) =>
      mayBeAddress(moment, event.address) &&
      roleOf(event.person ?? 'consumer') === roleOf(moment.person),
  );

/**
 * Who learns what is sent: whoever the address is known to belong to, else the person it is meant for.
 * At the address of an employer it is the person who reads, and rules of its own decide.
 */
export function readerOf(moment: EvaluationContext): string {
  const { person, point } = moment;
  if (!leavesWords(moment)) return person;
  const owner = point?.owner ?? 'consumer';
  const isTheirs = owner === person || owner === `third_party:${roleOf(person)}`;
  if (isOthersPoint(moment) && !isTheirs && owner !== 'employer') return owner;
  return SHARED.includes(owner) && isWrongAddress(moment) ? 'third_party:unknown' : person;
}

/** Speaking with anybody else about the debt is shut, and so is writing to an address of theirs. */
export function onlyWith(of: OnlyWith): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    const person = readerOf(moment);
    const allowed =
      of.roles.includes(roleOf(person)) || of.unless?.({ ...moment, person }) === true;
    return allowed ? null : { releasing: of.releasing, details: { person: roleOf(person) } };
  };
}
