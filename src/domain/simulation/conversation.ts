import type { LocalDate } from '#kernel/time.ts';
import type { Person, Persona } from './persona.ts';
import type { Speaker } from './pickup.ts';
import type { Line, LineKey, Offer, Slots } from './speech.ts';

/** Moods go from -3, about to hang up, to 3, glad of the help. */
export const worstMood = -3;
export const bestMood = 3;

/** Where a conversation stands, seen from the person on the line. */
export type Conversation = {
  readonly speaker: Speaker;
  readonly person: Person;
  readonly persona: Persona;
  readonly today: LocalDate;
  readonly mood: number;
  /** The reason for being late was asked for, or told unasked. */
  readonly reasonTold: boolean;
  /** What the manner demanded was given: proof, a supervisor, a calm word. */
  readonly isSettled: boolean;
  /** How often the manner got in the way. */
  readonly interruptions: number;
  readonly agreed: Offer | null;
  readonly turns: number;
};

/** What the person says next, and whether they hang up after it. */
export type Reply = {
  readonly conversation: Conversation;
  readonly lines: readonly Line[];
  readonly hangsUp: boolean;
};

/** A conversation that has just begun. */
export function startConversation(
  speaker: Speaker,
  person: Person,
  persona: Persona,
  today: LocalDate,
): Conversation {
  return {
    speaker,
    person,
    persona,
    today,
    mood: speaker === 'customer' ? persona.mood : 0,
    reasonTold: false,
    isSettled: persona.manner === 'plain',
    interruptions: 0,
    agreed: null,
    turns: 0,
  };
}

/** A line without or with values. */
export function line(key: LineKey, slots: Slots = {}): Line {
  return { key, slots };
}

/** An answer of one line that changes some of the conversation. */
export function answer(conversation: Conversation, key: LineKey, slots: Slots = {}): Reply {
  return { conversation, lines: [line(key, slots)], hangsUp: false };
}

/** The same talk with the mood moved, kept within its ends. */
export function withMood(conversation: Conversation, change: number): Conversation {
  return {
    ...conversation,
    mood: Math.min(bestMood, Math.max(worstMood, conversation.mood + change)),
  };
}
