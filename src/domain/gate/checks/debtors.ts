import type { EvaluationContext } from '../evaluation-context.ts';
import type { Pack } from '../pack.ts';
import { roleOf } from './third-parties.ts';

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

/** Roles in which a firm collects what is owed to itself. */
export const OWN_DEBT_TYPES: readonly string[] = ['original_creditor', 'bank'];

/** Whether the attempt is for somebody who speaks for the debtor. */
export function isForRepresentative({ person }: EvaluationContext): boolean {
  const helpers = ['representative', 'financial_counsellor', 'debt_adviser', 'debt_counsellor'];
  return [...REPRESENTATIVES, ...helpers].includes(roleOf(person));
}

/** Whether a firm collects for others; an unknown role is read as one. */
export function isAgency({ facts }: EvaluationContext): boolean {
  return !OWN_DEBT_TYPES.includes(facts.actor.type ?? '');
}

/**
 * Whether any debt of the attempt may be a consumer's: one that is for a company or for business is
 * not (15 USC 1692a(5)), one of which nobody said so is.
 */
export function isConsumerDebt({ debts }: EvaluationContext): boolean {
  return (
    debts.length === 0 ||
    debts.some(({ type, consumer_purpose }) => consumer_purpose !== false && type !== 'business')
  );
}

/** Whether the customer may be a human being, a sole trader too, and no company. */
export function isIndividual({ facts }: EvaluationContext): boolean {
  return facts.consumer.kind !== 'company';
}

/** Whether the law of a pack that covers only some debtors speaks to the attempt. */
export function reaches(covers: Pack['covers'], moment: EvaluationContext): boolean {
  if (covers === 'consumers') return isConsumerDebt(moment);
  return covers === 'individuals' ? isIndividual(moment) : true;
}
