import { ofRegion } from '#domain/gate/place-law.ts';
import { isMinor } from '#domain/parties/age-of-majority.ts';
import { ownerOf, personAt, speaksForCustomer } from '#domain/parties/party-roles.ts';
import { dateIn } from '#kernel/time.ts';
import { type OwnerAtPoint, ownerAtPoint } from '#storage/cases/accounts-heard.ts';
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
  const { country, role, kind, partyId } = owner;
  const counted = ofRegion(app.gate.law.countsAsCustomer, country) ?? [];
  const minor = isOfMinor(app, owner);
  return speaksForCustomer(role, { minor, kind }, counted) ? null : partyId;
}

/** Who writes or calls from a point, in the gate's words (`contact_log[].person`). */
export async function whoIsAt(
  app: App,
  tx: Tx,
  at: { readonly customerId: string; readonly contactPointId: string | null },
): Promise<string> {
  const owner = await ownerAtPoint(tx, at);
  if (!owner) return personAt(null, { minor: false, deceased: false });
  const tie = { role: owner.role, relation: null, ended: false };
  const state = { minor: isOfMinor(app, owner), deceased: false };
  return personAt(ownerOf(tie, owner.kind), state);
}

function isOfMinor(app: App, { birthDate, country }: OwnerAtPoint): boolean {
  const today = dateIn('UTC', app.clock());
  return birthDate !== null && isMinor(birthDate, today, [country], app.gate.law.majority);
}
