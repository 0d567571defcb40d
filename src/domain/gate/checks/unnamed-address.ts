import { ownValue } from '#kernel/own-value.ts';
import { type EvaluationContext, isAddress } from '../evaluation-context.ts';
import { CALLS } from '../facts/channels.ts';
import type { ContactPoint } from '../facts/facts.ts';

const BY_NUMBER: readonly string[] = [...CALLS, 'sms', 'messaging'];

/** Channels that reach a point of each kind. */
const CHANNELS_AT: Readonly<Record<string, readonly string[]>> = {
  mobile: BY_NUMBER,
  landline: BY_NUMBER,
  email: ['email'],
  mail: ['letter', 'visit'],
  app: ['push', 'chat'],
  social: ['social_dm', 'social_public', 'messaging', 'chat'],
};

/** Whether a channel could reach a point; one of a kind that nobody knows may be reached by any. */
export const mayReach = (channel: string, { kind }: ContactPoint): boolean =>
  ownValue(CHANNELS_AT, kind)?.includes(channel) ?? true;

/** Channels by which an address could be reached: by its point, else by its look, else by any: null. */
function channelsAt({ facts }: EvaluationContext, address: string): readonly string[] | null {
  const point = facts.contact_points.find(
    ({ id, number, address: written }) =>
      address === id || address === number || address === written,
  );
  if (point) return ownValue(CHANNELS_AT, point.kind ?? '') ?? null;
  if (address.includes('@')) return ['email'];
  return /^\+?[\d\s().-]{5,}$/.test(address.trim()) ? BY_NUMBER : null;
}

/** Whether an attempt names no address although it goes to one. */
export const namesNoAddress = ({ facts }: EvaluationContext): boolean => !facts.proposed.to;

/**
 * Whether what is known of an address binds the attempt: it goes there, or it does not say where it
 * goes and its channel could reach there. For what bars; what allows has to be of the very address.
 */
export function mayBeAddress(
  moment: EvaluationContext,
  address: string | null | undefined,
): boolean {
  if (isAddress(moment, address)) return true;
  if (!address || !namesNoAddress(moment)) return false;
  return channelsAt(moment, address)?.includes(moment.channel) ?? true;
}
