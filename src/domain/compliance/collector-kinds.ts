import type { Moment } from './moment.ts';

const CREDITORS = ['original_creditor', 'creditor', 'first_party', 'supplier', 'credit_grantor'];
const BANKS = ['bank', 'financial_institution', 'federally_regulated_institution'];

/** A bank or another institution of its kind, collecting itself or through this agent. */
export function isBank({ facts }: Moment): boolean {
  const { type, acts_for } = facts.actor;
  return BANKS.includes(type ?? '') || BANKS.includes(acts_for ?? '');
}

/** Whoever collects for others or bought the debt; an unknown kind is read as an agency. */
export function isAgency({ facts }: Moment): boolean {
  const type = facts.actor.type ?? '';
  return !CREDITORS.includes(type) && !BANKS.includes(type);
}
