import type { EvaluationContext } from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';

/** Words for people other than the person who owes; `third_party:neighbour` counts as `third_party`. */
export function roleOf(person: string): string {
  const end = person.indexOf(':');
  return end < 0 ? person : person.slice(0, end);
}

/** With whom one may speak of the debt. */
export type OnlyWith = {
  readonly roles: readonly string[];
  readonly unless?: (moment: EvaluationContext) => boolean;
  readonly releasing: readonly string[];
};

/** Speaking with anybody else about the debt is shut. */
export function onlyWith(of: OnlyWith): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    const allowed = of.roles.includes(roleOf(moment.person)) || of.unless?.(moment) === true;
    return allowed ? null : { releasing: of.releasing, details: { person: roleOf(moment.person) } };
  };
}

/** A line that several people of one household answer is nobody else's. */
const SHARED = ['consumer', 'shared'];

/** Whether the contact point is known to be somebody else's than the person the attempt is for. */
export function isOthersPoint(moment: EvaluationContext): boolean {
  const owner = moment.point?.owner;
  if (!owner || SHARED.includes(owner)) return false;
  const { person } = moment;
  const isTheirs = person.startsWith(owner) || person === `surviving_${owner}`;
  return roleOf(owner) === 'third_party' || !isTheirs;
}
