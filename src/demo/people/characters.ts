import { pickWeighted } from '#domain/simulation/persona.ts';
import type { Random } from '#kernel/random.ts';

/** How a customer of the example behaves: assumptions, chosen so that every state is seen. */
export const characters = {
  pays: 20,
  'pays-by-letter': 12,
  'keeps-promises': 15,
  'breaks-promises': 11,
  'keeps-in-part': 5,
  'pays-by-plan': 9,
  'falls-behind': 3,
  'never-there': 9,
  refuses: 8,
  'asks-callback': 4,
  disputes: 5,
  'in-hardship': 4,
  represented: 1.5,
  complains: 1.5,
  'asks-silence': 1.5,
} as const;

/** One of `characters`. */
export type Character = keyof typeof characters;

/** Draws a character by its weight. */
export function drawCharacter(random: Random): Character {
  return pickWeighted(random, characters);
}

/** What a call meets: shares in percent, for people who are there at times and who never are. */
export type Meeting =
  | 'no_answer'
  | 'machine'
  | 'busy'
  | 'not_in_service'
  | 'third_party'
  | 'unverified'
  | 'right_party';

const usual = {
  no_answer: 38,
  machine: 22,
  busy: 3,
  not_in_service: 0.7,
  third_party: 2.5,
  unverified: 4,
  right_party: 30,
};

/** Draws what a call meets. */
export function drawMeeting(random: Random, character: Character): Meeting {
  const shares =
    character === 'never-there' ? { ...usual, not_in_service: 4, right_party: 0 } : usual;
  return pickWeighted(random, shares);
}
