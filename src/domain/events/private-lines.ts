import type { HoldKind } from '#domain/cases/holds.ts';
import type { EventKind } from './event-kinds.ts';
import { shownFacts } from './shown-facts.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Holds whose very name tells of health, need, death, or who speaks for the person. */
export const privateHolds: readonly HoldKind[] = [
  'hardship',
  'vulnerable',
  'deceased',
  'insolvent',
  'represented',
  'identity',
  'coerced-debt',
];

/** Facts about a person that tell as much, with those that end them. */
const privateFact =
  /^(attorney|bankruptcy|breathing_space|coerced|debt_adviser|debt_review|deceased|hardship|identity|lacks_capacity|mental_health|minor|representative|scottish_moratorium|treatment|vulnerable|discharge|forbearance|will_not_pay)/;

/** Duties that stand only because of such a matter. */
const privateDuty = /^(hardship|coerced_debt|budget)/;

/** How a contact ended, where the end is such a matter. */
const privateResults = ['hardship', 'represented'];

/** Who speaks for somebody, or for their estate. */
const privateRoles = ['attorney', 'executor', 'guardian'];

/** Kinds of event that are known as such a matter by their name alone. */
const privateKinds: readonly EventKind[] = [
  'hold.reviewed',
  'party.represented',
  'contact.late-reason',
];

/**
 * The name under which everybody who may see a case hears that something happened on it: that it was
 * something private is for those to read who may.
 */
export function kindToTell(kind: EventKind): EventKind {
  return privateKinds.includes(kind) ? 'case.planned' : kind;
}

/**
 * Whether an event of a case tells of health, need, death, or who speaks for the person: nobody who
 * has not verified the right person hears of it.
 */
export function isPrivateLine(kind: EventKind, facts: Facts): boolean {
  if (privateKinds.includes(kind)) return true;
  if (kind.startsWith('hold.')) return isOneOf(privateHolds, facts['kind']);
  if (kind.startsWith('obligation.')) return privateDuty.test(String(facts['kind']));
  if (kind.startsWith('document.')) return facts['restricted'] === true;
  if (kind.startsWith('floor.')) return facts['kind'] === 'needs-specialist';
  if (kind.startsWith('party.')) {
    return [facts['role'], facts['wasRole']].some((role) => isOneOf(privateRoles, role));
  }
  return kind === 'fact.recorded' && privateFact.test(String(facts['fact']));
}

/** Events whose note says why, in free words, who somebody tied to the customer is and was. */
export const kindsWithPrivateNote: readonly EventKind[] = ['party.changed', 'contact-point.set'];

/** The facts of an event that a history has a use for: no codes and ids that it does not show. */
export function factsToShow(kind: EventKind, facts: Facts): Facts {
  const names = new Set<string>([...shownFacts[kind].map(([name]) => name), ...alsoShown]);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}

const alsoShown = ['currency', 'toName', 'restricted'];

/** The same without what tells of a private matter in an event that has other things to tell. */
export function withoutPrivateFacts(facts: Facts): Facts {
  if (!isOneOf(privateResults, facts['result'])) return facts;
  const { result: _, ...others } = facts;
  return others;
}

function isOneOf(list: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && list.includes(value);
}
