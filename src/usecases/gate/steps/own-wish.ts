import { ofRegion } from '#domain/gate/place-law.ts';
import { isMinor } from '#domain/parties/age-of-majority.ts';
import { speaksForCustomer } from '#domain/parties/party-roles.ts';
import { dateIn } from '#kernel/time.ts';
import { ownerAtPoint } from '#storage/cases/accounts-heard.ts';
import type { App, Tx } from '#usecases/app.ts';

/**
 * Whose wish about contact it is, where it comes from a point of somebody else who does not act for
 * the customer: their tie. Null where it binds the customer.
 */
export async function wisherBeside(
  app: App,
  tx: Tx,
  at: { readonly customerId: string; readonly contactPointId: string | null },
): Promise<string | null> {
  const owner = await ownerAtPoint(tx, at);
  if (!owner) return null;
  const { birthDate, country, role, kind, partyId } = owner;
  const { majority, countsAsCustomer } = app.gate.law;
  const minor =
    birthDate !== null && isMinor(birthDate, dateIn('UTC', app.clock()), [country], majority);
  const counted = ofRegion(countsAsCustomer, country) ?? [];
  return speaksForCustomer(role, { minor, kind }, counted) ? null : partyId;
}
