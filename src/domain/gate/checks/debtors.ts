import type { EvaluationContext } from '../evaluation-context.ts';

/** Those who owe: the debtor, and those who owe beside them. */
export const DEBTORS: readonly string[] = ['consumer', 'co_debtor', 'guarantor'];

/** Those who stand for a debtor, and the other side of the file. */
export const REPRESENTATIVES: readonly string[] = [
  'attorney',
  'authorised_third_party',
  'guardian',
  'executor',
  'administrator',
  'personal_representative',
  'creditor',
];

const OWN_DEBT_TYPES = ['original_creditor', 'bank'];

/** Whether a firm collects for others; an unknown role is read as one. */
export function isAgency({ facts }: EvaluationContext): boolean {
  return !OWN_DEBT_TYPES.includes(facts.actor.type ?? '');
}

/** Whether any debt of the attempt may be a consumer's; an unknown kind of debt is. */
export function isConsumerDebt({ debts }: EvaluationContext): boolean {
  return debts.length === 0 || debts.some(({ type }) => type !== 'business');
}
