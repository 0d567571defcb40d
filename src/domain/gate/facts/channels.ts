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
/** Everything but the post is tested against the clock, and so is a channel nobody has heard of. */
export const WITHOUT_HOURS = ['letter', ...NOT_CONTACT] as const;

/** Whether the word is one of ours; what is done of a channel nobody has heard of is unknown. */
export function isKnownChannel(channel: string): boolean {
  return [...EVERY_MEDIUM, ...NOT_CONTACT].some((known) => known === channel);
}

const ALIASES: { readonly [word: string]: string } = {
  call: 'phone_call',
  calls: 'phone_call',
  voice: 'phone_call',
  phone_calls: 'phone_call',
  telephone_calls: 'phone_call',
  phone: 'phone_call',
  telephone: 'phone_call',
  telephone_call: 'phone_call',
  rvm: 'ringless_voicemail',
  voicemail_drop: 'ringless_voicemail',
  text: 'sms',
  texts: 'sms',
  text_message: 'sms',
  'e-mail': 'email',
  postcard: 'letter',
  mail: 'letter',
  post: 'letter',
  whatsapp: 'messaging',
  messenger: 'messaging',
  in_app: 'push',
  web_chat: 'chat',
  private_message: 'social_dm',
  social: 'social_dm',
  social_post: 'social_public',
  social_message: 'social_dm',
  furnish: 'credit_reporting',
  furnishing: 'credit_reporting',
  credit_bureau_reporting: 'credit_reporting',
  sale: 'debt_transfer',
  debt_sale: 'debt_transfer',
  sell_debt: 'debt_transfer',
  debt_placement: 'debt_transfer',
  transfer_debt: 'debt_transfer',
  transfer: 'debt_transfer',
  placement: 'debt_transfer',
  litigation: 'lawsuit',
  legal_action: 'lawsuit',
  file_suit: 'lawsuit',
};

/** One word for each channel, whatever the source calls it. */
export function channelOf(word: string): string {
  return ALIASES[word] ?? word;
}

/** The channels closed by an opt-out from a medium: "stop calling" closes every kind of call. */
export function channelsOfMedium(medium: string): readonly string[] {
  if (medium === 'all' || medium === 'any') return [...CALLS, ...ELECTRONIC, 'letter'];
  if (medium === 'electronic') return ELECTRONIC;
  const channel = channelOf(medium);
  return channel === 'phone_call' ? CALLS : [channel];
}

const NOT_CONNECTED = [
  'busy',
  'not_in_service',
  'out_of_service',
  'network_failure',
  'not_connected',
  'undelivered',
];

/** Whether the network reached the number; a result nobody has heard of counts as reached. */
export function isConnected(result: string): boolean {
  return !NOT_CONNECTED.includes(result);
}

/** Two-way live talk. */
export function isConversation(result: string): boolean {
  return result === 'conversation' || result === 'conversation_start';
}
