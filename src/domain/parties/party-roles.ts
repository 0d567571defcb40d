import type { CountsAsCustomer } from '#domain/gate/place-law.ts';

/** What somebody is to a customer or to one of their accounts. */
export const partyRoles = [
  'debtor',
  'co_debtor',
  'guarantor',
  'spouse',
  'parent',
  'guardian',
  'attorney',
  'executor',
  'authorised_third_party',
  'payer',
  'third_party',
] as const;
export type PartyRole = (typeof partyRoles)[number];

/** What a third party is to the customer, as far as anybody told; `unknown` where nobody did. */
export const partyRelations = [
  'adult_child_no_authority',
  'colleague',
  'employer',
  'flatmate',
  'friend',
  'neighbour',
  'personal_reference',
  'relative',
  'unit',
  'unknown',
] as const;
export type PartyRelation = (typeof partyRelations)[number];

/** Who can have answered in somebody's place: those tied to them by a role, or another by relation. */
export const answererRoles = [
  'spouse',
  'parent',
  'co_debtor',
  'guarantor',
  'attorney',
  'executor',
  ...partyRelations,
] as const;
export type AnswererRole = (typeof answererRoles)[number];

/** Who answered in the gate's words (`contact_log[].person`). */
export function answererOf(role: AnswererRole): string {
  const relation = partyRelations.find((known) => known === role);
  return relation === undefined ? role : `third_party:${relation}`;
}

/** Somebody tied to a customer. */
export type Tie = {
  readonly role: PartyRole;
  readonly relation: PartyRelation | null;
  /** Whether the tie was ended: nobody knows then whose a number of theirs is. */
  readonly ended: boolean;
};

/** The name that is kept of somebody who has a number and no name. */
export const nobody = '?';

/** A point of which nobody knows whose it is. */
export const unknownOwner = 'third_party:unknown';

/**
 * Whose a point of contact is in the gate's words (`contact_points[].owner`); null for the customer's
 * own. The office that pays for a company is the company itself.
 */
export function ownerOf(tie: Tie | null, customerKind: 'person' | 'company'): string | null {
  if (tie === null) return null;
  if (tie.ended) return unknownOwner;
  switch (tie.role) {
    case 'debtor':
      return null;
    case 'payer':
      return customerKind === 'company' ? null : 'third_party:payer';
    case 'third_party':
      return tie.relation === 'unit' ? 'unit' : `third_party:${tie.relation ?? 'unknown'}`;
    default:
      return tie.role;
  }
}

/** What of the customer decides who speaks for them. */
export type PersonState = { readonly minor: boolean; readonly deceased: boolean };

/** Whom one reaches at a point of that owner, in the gate's words (`proposed.person`). */
export function personAt(owner: string | null, { minor, deceased }: PersonState): string {
  if (owner === null) return 'consumer';
  if (owner === 'parent') return minor ? 'parent_of_minor' : 'third_party:relative';
  if (owner === 'spouse') return deceased ? 'surviving_spouse' : 'spouse';
  return owner === 'unit' ? 'third_party:commanding_officer' : owner;
}

const actFor: readonly PartyRole[] = [
  'debtor',
  'guardian',
  'executor',
  'attorney',
  'authorised_third_party',
];

/**
 * Whether what somebody asks about contact binds the customer: who acts for them, and whom the law of
 * the place counts as the customer. A wish of anybody else is their own.
 */
export function speaksForCustomer(
  role: PartyRole,
  of: { readonly minor: boolean; readonly kind: 'person' | 'company' },
  counted: readonly CountsAsCustomer[],
): boolean {
  if (actFor.includes(role)) return true;
  if (role === 'payer') return of.kind === 'company';
  return counted.some((one) => one.role === role && (!one.ofMinor || of.minor));
}

/** Whoever is told of a debt as the customer, or in the place of one who cannot hear of it. */
const hearing: readonly string[] = [
  'consumer',
  'guardian',
  'executor',
  'administrator',
  'personal_representative',
];

/** Whom a law means that counts somebody as the customer, by who is spoken with. */
const COUNTED: readonly (readonly [string, CountsAsCustomer['role']])[] = [
  ['spouse', 'spouse'],
  ['surviving_spouse', 'spouse'],
  ['parent_of_minor', 'parent'],
  ['co_debtor', 'co_debtor'],
  ['guarantor', 'guarantor'],
];

/**
 * Whom telling of a debt is telling the customer (`contact_log[].person`): them and who acts for them,
 * and whoever else the law of the place says hears for them.
 */
export function hearersOf(counted: readonly CountsAsCustomer[]): readonly string[] {
  const told = counted.filter(({ hears }) => hears).map(({ role }) => role);
  return [
    ...hearing,
    ...COUNTED.flatMap(([person, role]) => (told.includes(role) ? [person] : [])),
  ];
}

/** Whether telling this person of a debt is telling the customer. */
export const hearsForCustomer = (person: string, counted: readonly CountsAsCustomer[]): boolean =>
  hearersOf(counted).includes(person);

/** Whether nobody said that this person may hear of the debt. */
export function isThirdParty(person: string): boolean {
  return person === 'third_party' || person.startsWith('third_party:');
}
