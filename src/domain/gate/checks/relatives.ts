import type { EvaluationContext } from '../evaluation-context.ts';
import { THIRD_PARTY } from '../facts/words.ts';

/** Relatives, as `third_party:` names them. */
const RELATIVES = [
  'relative',
  'family_member',
  'spouse',
  'husband',
  'wife',
  'partner',
  'parent',
  'mother',
  'father',
  'child',
  'son',
  'daughter',
  'adult_child',
  'adult_child_no_authority',
  'adult_son',
  'adult_daughter',
  'sibling',
  'brother',
  'sister',
  'household_member',
];
const HOUSEMATES = ['flatmate', 'roommate', 'housemate'];
const COLLEAGUES = ['employer', 'colleague', 'coworker', 'co_worker', 'supervisor'];

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
