import { parseInstant } from '#kernel/local-clock.ts';
import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';
import { opens, placeAddressed, reachedAmong, whileThere } from './place-reached.ts';

/** Whether the employer forbids contact at work, told with the person or as an event. */
export const employerForbids = (moment: EvaluationContext): boolean =>
  moment.facts.consumer.employer_prohibits === true ||
  eventsOf(moment, 'work_prohibited').length > 0;

/** Whether the person asked not to be called at work, told with them or as an event. */
function asksNotAtWork(moment: EvaluationContext): boolean {
  if (eventsOf(moment, 'work_request').length > 0) return true;
  const { work_request: told } = moment.facts.consumer;
  if (!told || typeof told !== 'object') return Boolean(told);
  const at = told.received_at ?? told.at;
  return !at || parseInstant(at) <= moment.ms;
}

/**
 * The places known to be inconvenient: those the person named, and work when they asked not to be
 * called there, in whatever form (12 CFR 1006.6(b)(1)(ii)). A state may let such a request run out;
 * what one knows of the place does not.
 */
export function inconvenientPlaces(moment: EvaluationContext): readonly string[] {
  const told = eventsOf(moment, 'place_inconvenient').flatMap(({ event }) => event.place ?? []);
  const work = asksNotAtWork(moment) ? ['work'] : [];
  return [...(moment.facts.consumer.inconvenient_places ?? []), ...told, ...work];
}

/** A contact at one of these places, or at work where the employer forbids it, whatever its channel. */
export function shutPlaceOf(moment: EvaluationContext, asked: readonly string[]): Finding | null {
  const told = placeAddressed(moment);
  const stated = reachedAmong(moment, asked, told);
  const reached = stated ?? reachedAmong(moment, employerForbids(moment) ? ['work'] : [], told);
  if (!reached) return null;
  const releasing = opens(reached, stated ? 'place_withdrawn' : 'employer_permits');
  return { releasing, details: { place: reached.place }, ...whileThere(reached) };
}
