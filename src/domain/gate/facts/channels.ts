/** Channels by what the law says of them. The words are those of `Proposed.channel`. */

export const CALLS = ['phone_call', 'ringless_voicemail'] as const;
export const ELECTRONIC = ['sms', 'email', 'chat', 'messaging', 'push', 'social_dm'] as const;
export const SOCIAL = ['social_dm', 'social_public'] as const;
/** Every way in which a person is reached, where a law counts all media together. */
export const EVERY_MEDIUM = [...CALLS, ...ELECTRONIC, 'social_public', 'letter', 'visit'] as const;
/** One way in which a person is reached. */
export type Medium = (typeof EVERY_MEDIUM)[number];
/** Acts on a debt that contact nobody: hours, frequency and disclosures have nothing to say. */
export const NOT_CONTACT = ['credit_reporting', 'debt_transfer', 'lawsuit'] as const;
/** Everything but the post is tested against the clock. */
export const WITHOUT_HOURS = ['letter', ...NOT_CONTACT] as const;

/** The channels closed by an opt-out from a medium: "stop calling" closes every kind of call. */
export function channelsOfMedium(medium: string): readonly string[] {
  if (medium === 'all') return [...CALLS, ...ELECTRONIC, 'letter'];
  if (medium === 'electronic') return ELECTRONIC;
  return medium === 'phone_call' ? CALLS : [medium];
}

const NOT_CONNECTED = ['busy', 'not_in_service', 'network_failure', 'undelivered'];

/** Whether the network reached the number; what is open yet counts as reached. */
export function isConnected(result: string): boolean {
  return !NOT_CONNECTED.includes(result);
}

/** Two-way live talk. */
export function isConversation(result: string): boolean {
  return result === 'conversation' || result === 'conversation_start';
}
