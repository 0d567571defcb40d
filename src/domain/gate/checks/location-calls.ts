import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import { ANSWER_BELIEVED_WRONG } from '../facts/words.ts';

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
