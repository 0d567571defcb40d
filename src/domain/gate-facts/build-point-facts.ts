import type { ContactPoint } from '#domain/gate/facts/facts.ts';
import { nobody, ownerOf, unknownOwner } from '#domain/parties/party-roles.ts';
import type { GateRows } from './gate-rows.ts';

type Point = GateRows['points'][number];

const written: readonly string[] = ['email', 'mail', 'app', 'social'];

/** A point of contact in the words of the gate. */
export function pointFacts(rows: GateRows, point: Point): ContactPoint {
  const { id, kind, value, place } = point;
  return {
    id,
    kind,
    ...(written.includes(kind) ? { address: value } : { number: value }),
    place,
    owner: ownerOfPoint(rows, point),
    ...(point.employerProvided ? { employer_provided_known: true } : {}),
  };
}

/** Whether a point is the person's own. */
export function isOwnPoint(rows: GateRows, point: Point): boolean {
  return ownerOfPoint(rows, point) === null;
}

/** Whose a point is, in the words of the gate; null for the person's own. */
export function ownerOfPoint({ parties, customer }: GateRows, point: Point): string | null {
  if (point.state === 'wrong_person') return unknownOwner;
  if (point.partyId === null) return null;
  const party = parties.find(({ id }) => id === point.partyId);
  return party ? ownerOf(party, customer.kind) : unknownOwner;
}

/**
 * The accounts of which whoever has a point may hear: those that they are tied to, where that is not
 * all. One human being tied to several accounts stands in several ties, of one role and name. Null: of
 * all accounts, as the customer may.
 */
export function accountsAt(rows: GateRows, point: Point): readonly string[] | null {
  const party = rows.parties.find(({ id }) => id === point.partyId);
  if (!party || ownerOf(party, rows.customer.kind) === null) return null;
  const ties = rows.parties.filter((tie) => tie.id === party.id || isSamePerson(tie, party));
  const accounts = ties.flatMap(({ accountId }) => accountId ?? []);
  return accounts.length < ties.length ? null : accounts;
}

function isSamePerson(tie: GateRows['parties'][number], party: GateRows['parties'][number]) {
  const names = [tie.name, party.name].map((name) => name.toLowerCase());
  return !tie.ended && tie.role === party.role && party.name !== nobody && names[0] === names[1];
}
