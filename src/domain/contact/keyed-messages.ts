/** Channels of messages that come to the office, with the kinds of contact point they come from. */
export const keyedFrom = {
  letter: ['mail'],
  email: ['email'],
  sms: ['mobile', 'landline'],
  chat: ['mobile', 'email'],
} as const;

export type KeyedChannel = keyof typeof keyedFrom;
