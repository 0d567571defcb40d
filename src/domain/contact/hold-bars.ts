import {
  blocked,
  freeOfHolds,
  type Hold,
  type HoldKind,
  type OverdueItem,
} from '#domain/cases/holds.ts';
import type { ContactHow } from './contact-how.ts';
import { isOwedByLaw, isRequiredContact } from './purposes.ts';

/** A standing hold that leaves nothing to ask for. */
export type CoveringHold = {
  readonly kind: HoldKind;
  /** The person asked for no more calls and may still be written to. */
  readonly lettersOpen: boolean;
};

/** Holds that stop every contact on their case but what a law asks for. */
const stopping: ReadonlySet<HoldKind> = new Set([
  ...(['stop-contact', 'identity', 'insolvent', 'not-transferred'] as const),
]);

/** Under a debt that may not be owed nothing is said of it but what was found out. */
const findings: readonly string[] = ['dispute_response'];

const speakFor: readonly string[] = ['attorney', 'authorised_third_party'];

/** A hold with what its request left open. */
export type HeldAs = { readonly hold: Hold; readonly lettersOpen: boolean };

/**
 * Those of the standing holds that a contact can meet: whole ones, and ones on a part once the parts
 * leave nothing free.
 */
export function coveringHolds(
  held: readonly HeldAs[],
  overdue: readonly OverdueItem[],
): readonly CoveringHold[] {
  const free = freeOfHolds(
    overdue,
    held.map(({ hold }) => hold),
  );
  return held
    .filter(({ hold }) => blocked([hold], 'chase-call', free).blocked)
    .map(({ hold: { kind }, lettersOpen }) => ({ kind, lettersOpen }));
}

/** The hold that stops a contact, by the same table as the next action of its case; null: none. */
export function holdAgainst(
  holds: readonly CoveringHold[],
  how: Pick<ContactHow, 'channel' | 'purpose' | 'content' | 'inResponseTo' | 'team'> & {
    readonly person: string;
  },
): HoldKind | null {
  const stops = ({ kind, lettersOpen }: CoveringHold): boolean => {
    if (lettersOpen && how.channel === 'letter') return false;
    if (kind === 'deceased') return true;
    if (kind === 'error') return !(isOwedByLaw(how) && findings.includes(how.purpose ?? ''));
    if (stopping.has(kind)) return !isOwedByLaw(how);
    if (how.inResponseTo !== null || isRequiredContact(how)) return false;
    if (kind === 'represented') return !speakFor.includes(how.person);
    return kind !== 'vulnerable' || how.team !== 'specialist';
  };
  return holds.find(stops)?.kind ?? null;
}
