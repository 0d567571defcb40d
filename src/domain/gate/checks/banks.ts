import type { EvaluationContext } from '../evaluation-context.ts';

const BANKS = ['bank', 'financial_institution', 'federally_regulated_institution'];

/** A bank or another institution of its kind, collecting itself or through this agent. */
export function isBank({ facts }: EvaluationContext): boolean {
  const { type, acts_for } = facts.actor;
  return BANKS.includes(type ?? '') || BANKS.includes(acts_for ?? '');
}
