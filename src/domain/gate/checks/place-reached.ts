import { parseInstant } from '#kernel/local-clock.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { CALLS } from '../facts/channels.ts';
import { mayReach, namesNoAddress } from './unnamed-address.ts';

/** Channels that reach whoever is at the place of the line or address. */
export const TIED_TO_PLACE = ['phone_call', 'ringless_voicemail', 'letter', 'visit'];

/** Where a contact reaches the person, and until when that is known. */
export type PlaceReached = {
  readonly place: string;
  /** Absent where it follows from the line or address, or nobody said until when. */
  readonly untilMs?: number;
  /** Nobody told where it goes, and it may be there: what has to be told, in words of `releasing`. */
  readonly untold?: 'address_named' | 'place_told';
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

/** What reaches a line that stands somewhere: a mobile goes with its owner. */
const AT_LINE: readonly string[] = CALLS;

/** Where an attempt may go that does not say so: to a point of that place that its channel reaches. */
export function placeOfUnnamed(
  moment: EvaluationContext,
  places: readonly string[],
): PlaceReached | null {
  if (!TIED_TO_PLACE.includes(moment.channel)) return null;
  const { channel, facts, person } = moment;
  const own = facts.contact_points.filter(({ owner }) => (owner ?? 'consumer') === person);
  const reached = own.filter((point) => mayReach(channel, point));
  const place =
    facts.contact_points.length === 0
      ? places[0]
      : reached.find((point) => places.includes(point.place ?? ''))?.place;
  return place ? { place, untold: 'address_named' } : null;
}

/** A line that may stand at a place, where no other point is known to be there. */
function placeOfLine(moment: EvaluationContext, places: readonly string[]): PlaceReached | null {
  const { point, channel, facts } = moment;
  if (point?.kind !== 'landline' || point.place || !AT_LINE.includes(channel)) return null;
  const known = facts.contact_points.map((one) => one.place);
  const place = places.find((one) => !known.includes(one));
  return place ? { place, untold: 'place_told' } : null;
}

/**
 * Which of these places a contact reaches or may reach: an attempt that names no address may go to any
 * that its channel reaches, and a line of which nobody told the place may stand there.
 */
export function reachedAmong(
  moment: EvaluationContext,
  places: readonly string[],
  reached: PlaceReached | null,
): PlaceReached | null {
  if (places.length === 0) return null;
  if (reached) return places.includes(reached.place) ? reached : null;
  if (!TIED_TO_PLACE.includes(moment.channel)) return null;
  return namesNoAddress(moment) ? placeOfUnnamed(moment, places) : placeOfLine(moment, places);
}

/** What opens a place that is shut: what has to be told first, where that is what is missing. */
export const opens = ({ untold }: PlaceReached, releasing: string): readonly string[] =>
  untold ? [untold, releasing] : [releasing];

/** When a place that is only known for now stops being known: a part of a finding. */
export const whileThere = ({ untilMs }: PlaceReached): { readonly untilMs?: number } =>
  untilMs === undefined ? {} : { untilMs };
