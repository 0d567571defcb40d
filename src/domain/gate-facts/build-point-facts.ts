import type { ContactPoint } from '#domain/gate/facts/facts.ts';
import { ownerOf, unknownOwner } from '#domain/parties/party-roles.ts';
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
