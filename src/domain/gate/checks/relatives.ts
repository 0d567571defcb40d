import type { EvaluationContext } from '../evaluation-context.ts';
import { COLLEAGUES, HOUSEMATES, RELATIVES, THIRD_PARTY } from '../facts/words.ts';

const detailOf = (person: string) =>
  person.startsWith(THIRD_PARTY) ? person.slice(THIRD_PARTY.length) : '';

/** Whether the attempt is for somebody of the person's family. */
export function isRelative({ person }: EvaluationContext): boolean {
  return ['spouse', 'parent'].includes(person) || RELATIVES.includes(detailOf(person));
}

/** Whether it is for somebody who lives with the person. */
export function isHousehold(moment: EvaluationContext): boolean {
  const { person } = moment;
  const others = ['surviving_spouse', 'parent_of_minor'];
  return isRelative(moment) || others.includes(person) || HOUSEMATES.includes(detailOf(person));
}

/** Whether it is for the employer, or somebody at work. */
export function isAtEmployer({ person }: EvaluationContext): boolean {
  return person === 'employer' || COLLEAGUES.includes(detailOf(person));
}
