import { type Pack, packsCovering } from '#domain/gate/pack.ts';
import { type Residence, regionsOf } from '#domain/gate/places/regions.ts';
import type { ScriptParts } from './call-script.ts';

/** To whom the words of a call or letter go, and in what legal role of the collector. */
export type ScriptPlace = {
  readonly collectorRole: string;
  readonly customerKind: string;
  /** Where the customer lives. */
  readonly home: Residence;
};

/** Said where no law of the place speaks of it: a question that a law may only forbid. */
const usual: ScriptParts = ['reason_unpaid'];

/**
 * The parts that the script and the letters have for somebody: what the packs of the place want said,
 * and what is usual; nothing that one of them wants left out.
 */
export function scriptParts(packs: readonly Pack[], place: ScriptPlace): ScriptParts {
  const laws = packsCovering(packs, regionsOf(place.home))
    .flatMap(({ wording = [] }) => wording)
    .filter(({ collectors }) => collectors?.includes(place.collectorRole) ?? true)
    .filter(({ customers }) => customers === undefined || customers === place.customerKind);
  const partsOf = (must: 'say' | 'leave-out') =>
    laws.filter((law) => law.must === must).map(({ part }) => part);
  const out = new Set(partsOf('leave-out'));
  return [...new Set([...usual, ...partsOf('say')])].filter((part) => !out.has(part));
}
