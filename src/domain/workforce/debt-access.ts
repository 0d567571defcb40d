import { type Actor, may, type Role } from './rights.ts';

/** Roles that see debts outside a conversation. */
const beyondAgents: readonly Role[] = ['supervisor', 'manager', 'back_office', 'compliance'];

/**
 * Whether the actor may see what is owed on a case (M-104). In a conversation of their own only once
 * the right person is verified, until wrap-up ends; outside one, agents never.
 */
export function seesDebt(
  actor: Actor,
  own: readonly { readonly caseId: string; readonly verified: boolean }[],
  at: { readonly caseId: string; readonly portfolioId: string },
): boolean {
  const conversation = own.find(({ caseId }) => caseId === at.caseId);
  if (conversation) return conversation.verified;
  if (actor.kind !== 'user') return actor.kind === 'system';
  return actor.roles.some(
    ({ role, portfolioId }) =>
      beyondAgents.includes(role) && (portfolioId === null || portfolioId === at.portfolioId),
  );
}

/**
 * Whether a person may be told that the customer of a case is vulnerable: who reads restricted notes,
 * and in a conversation of theirs only once the right person is verified. Others work without it.
 */
export function seesVulnerability(
  actor: Actor,
  own: readonly { readonly caseId: string; readonly verified: boolean }[],
  at: { readonly caseId: string; readonly portfolioId: string },
): boolean {
  return may(actor, 'note.restricted', at.portfolioId) && seesDebt(actor, own, at);
}
