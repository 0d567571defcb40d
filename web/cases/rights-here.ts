import { type Actor, may, type Right, type RoleHeld } from '#domain/workforce/rights.ts';
import { useMe } from '#web/ui/client/me.ts';

/** Whether the signed-in user holds a right on one portfolio: `mayHere('case.hold')`. */
export function useRightsHere(portfolioId: string): (right: Right) => boolean {
  const { user, roles } = useMe();
  const { id: userId, name } = user;
  const actor: Actor = { kind: 'user', userId, name, roles: roles as readonly RoleHeld[] };
  return (right) => may(actor, right, portfolioId);
}
