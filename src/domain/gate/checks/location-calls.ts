import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import { ANSWER_BELIEVED_WRONG } from '../facts/words.ts';
import type { Finding } from '../pack.ts';

/**
 * Whether somebody may be asked again where the person is: they wanted to be, or what they said is
 * thought wrong and they are thought to know better now. Told of the attempt or recorded before it.
 */
export function mayAskAgain(moment: EvaluationContext): boolean {
  const { reason, requested_by_third_party } = moment.facts.proposed;
  if (requested_by_third_party || reason === ANSWER_BELIEVED_WRONG) return true;
  return eventsOf(moment, 'third_party_request', 'location_answer_wrong').some(
    ({ event }) => !event.person || event.person === moment.person,
  );
}

/** Whether the person is known to have died. */
export const hasDied = (moment: EvaluationContext): boolean =>
  moment.facts.consumer.status?.deceased === true || eventsOf(moment, 'deceased').length > 0;

/** Who acts for the estate of somebody who died, and for nobody alive (12 CFR 1006.6(a)(4)). */
export const ESTATE_ROLES: readonly string[] = [
  'executor',
  'administrator',
  'personal_representative',
  'estate',
];

/** Whether that role acts for the person: of an estate only once they are known to have died. */
export const actsForEstate = (moment: EvaluationContext, role: string): boolean =>
  ESTATE_ROLES.includes(role) && hasDied(moment);

/**
 * Looking for whoever acts for the estate of somebody not known to have died: it tells others that
 * they are dead, and seeks no location (12 CFR 1006.10(a), (b)(1) and comment 10(a)-1).
 */
export function seeksEstateOfLiving(moment: EvaluationContext): Finding | null {
  const { content, purpose } = moment;
  const seeks =
    content?.states_seeking_person_handling_estate === true ||
    purpose === 'identify_estate_representative';
  return seeks && !hasDied(moment) ? { releasing: ['content_corrected', 'death_recorded'] } : null;
}

/**
 * What has to be told before somebody else is asked where the person is (12 CFR 1006.10(b)): that the
 * caller names themselves, what for, and that no debt is mentioned. For these silence is no assurance,
 * whatever the policy says; the employer and the trade are shut only where they are said to be named.
 * Null when nothing is missing.
 */
export function untoldInLocationCall(moment: EvaluationContext): Finding | null {
  const { content } = moment;
  const forEstate = hasDied(moment) && content?.states_seeking_person_handling_estate === true;
  const flags = [
    ...(['identifies_individual', 'mentions_debt'] as const),
    ...(forEstate ? [] : (['states_confirming_location'] as const)),
  ];
  const untold = flags.filter((flag) => typeof content?.[flag] !== 'boolean');
  if (untold.length === 0) return null;
  return { releasing: ['content_corrected'], details: { fields: untold.join(', ') } };
}
