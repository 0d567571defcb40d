import type { EvaluationContext } from '../evaluation-context.ts';

/** A bank or another institution of its kind, collecting itself or through this agent. */
export function isBank({ facts }: EvaluationContext): boolean {
  const { type, acts_for } = facts.actor;
  return type === 'bank' || acts_for === 'bank';
}

/** Roles that collect what is owed to themselves: nobody's agent. */
const OWN_DEBTS: readonly string[] = ['bank', 'original_creditor', 'debt_buyer', 'lending_company'];

/** An agent of which nobody said whether a bank or another creditor is behind it. */
export function isAgentOfUnknownCreditor({ facts }: EvaluationContext): boolean {
  const { type, acts_for } = facts.actor;
  return !OWN_DEBTS.includes(type ?? '') && !acts_for;
}
