import type { EvaluationContext } from '../evaluation-context.ts';

/** A bank or another institution of its kind, collecting itself or through this agent. */
export function isBank({ facts }: EvaluationContext): boolean {
  const { type, acts_for } = facts.actor;
  return type === 'bank' || acts_for === 'bank';
}
