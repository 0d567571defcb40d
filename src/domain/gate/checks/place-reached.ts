import { parseInstant } from '#kernel/local-clock.ts';
import type { EvaluationContext } from '../evaluation-context.ts';

/** Channels that reach whoever is at the place of the line or address. */
export const TIED_TO_PLACE = ['phone_call', 'ringless_voicemail', 'letter', 'visit'];

/** Where a contact reaches the person, and until when that is known. */
export type PlaceReached = {
  readonly place: string;
  /** Absent where it follows from the line or address, or nobody said until when. */
  readonly untilMs?: number;
};

/**
 * Where a contact reaches the person: the place that the line or address is tied to, else where one
 * knows the person to be at this moment, which a letter does not follow (12 CFR 1006 Supp. I,
 * 6(b)(1)-1 and 6(b)(3)-1). Null where neither is known.
 */
export function placeReached(moment: EvaluationContext): PlaceReached | null {
  const fixed = TIED_TO_PLACE.includes(moment.channel) ? moment.point?.place : undefined;
  if (fixed) return { place: fixed };
  return moment.channel === 'letter' ? null : presentPlace(moment);
}

/** The place of the line or address, whatever the channel, else where the contact reaches them. */
export function placeAddressed(moment: EvaluationContext): PlaceReached | null {
  const fixed = moment.point?.place;
  return fixed ? { place: fixed } : placeReached(moment);
}

/** Where one knows the person to be at this moment. */
function presentPlace(moment: EvaluationContext): PlaceReached | null {
  const { current_place: place, current_place_until: until } = moment.facts.consumer;
  if (!place) return null;
  if (!until) return { place };
  const untilMs = parseInstant(until);
  return moment.ms < untilMs ? { place, untilMs } : null;
}

/** When a place that is only known for now stops being known: a part of a finding. */
export const whileThere = ({ untilMs }: PlaceReached): { readonly untilMs?: number } =>
  untilMs === undefined ? {} : { untilMs };
