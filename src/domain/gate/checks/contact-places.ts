import type { EvaluationContext } from '../evaluation-context.ts';
import type { ContactPoint } from '../facts/facts.ts';
import type { LogEntry } from '../facts/history-facts.ts';

/** The point an attempt of the log went to, by whichever name it was stored. */
export function pointOf({ facts }: EvaluationContext, { to }: LogEntry): ContactPoint | undefined {
  if (!to) return undefined;
  return facts.contact_points.find(({ id, number, address }) => [id, number, address].includes(to));
}

/** Whether a point is at the person's work; a point nobody tied to a place is their own. */
export function isWorkPoint(point: ContactPoint | undefined): boolean {
  return point?.place === 'work' || point?.employer_provided_known === true;
}

/** Whether a point is known to be a mobile number. */
export function isMobilePoint(point: ContactPoint | undefined): boolean {
  return point?.kind === 'mobile';
}
