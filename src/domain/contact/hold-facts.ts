import type { HoldKind } from '#domain/cases/holds.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { ownValue } from '#kernel/own-value.ts';

/** A fact that lays a hold: of which kind, and the facts that end it. */
export type HoldFact = {
  readonly hold: HoldKind;
  /** Empty where only taking the fact back ends it. */
  readonly ended: readonly EventWord[];
};

/**
 * Every kind of fact that lays a hold, whoever records it. The gate refuses by the fact itself; the
 * hold has the case wait for whoever must look at it.
 */
const table: Readonly<Partial<Record<EventWord, HoldFact>>> = {
  dispute: { hold: 'dispute', ended: ['dispute_answered', 'duplicative_notice'] },
  original_creditor_request: { hold: 'dispute', ended: ['original_creditor_answered'] },
  substantiation: { hold: 'dispute', ended: ['substantiation_ended'] },
  debt_contested: { hold: 'dispute', ended: ['debt_contested_ended'] },
  hardship: { hold: 'hardship', ended: ['hardship_ended'] },
  vulnerable: { hold: 'vulnerable', ended: ['vulnerable_ended'] },
  lacks_capacity: { hold: 'vulnerable', ended: ['lacks_capacity_ended'] },
  deceased: { hold: 'deceased', ended: [] },
  bankruptcy_petition: { hold: 'insolvent', ended: ['bankruptcy_released', 'discharge'] },
  discharge: { hold: 'insolvent', ended: [] },
  breathing_space: { hold: 'insolvent', ended: ['breathing_space_ended'] },
  mental_health_moratorium: { hold: 'insolvent', ended: ['mental_health_moratorium_ended'] },
  scottish_moratorium: { hold: 'insolvent', ended: ['scottish_moratorium_ended'] },
  debt_review: { hold: 'insolvent', ended: ['debt_review_ended'] },
  attorney: { hold: 'represented', ended: ['attorney_released'] },
  representative: { hold: 'represented', ended: ['representative_ended'] },
  debt_adviser: { hold: 'represented', ended: ['debt_adviser_ended'] },
  identity_theft: { hold: 'identity', ended: [] },
  coerced_debt: { hold: 'coerced-debt', ended: ['coerced_debt_ended'] },
  coerced_debt_notice: { hold: 'coerced-debt', ended: ['coerced_debt_ended'] },
  complaint: { hold: 'complaint', ended: ['complaint_ended'] },
  cease: { hold: 'stop-contact', ended: ['cease_released'] },
};

/** The kinds of fact that lay a hold. */
export const holdFactKinds = Object.keys(table) as readonly EventWord[];

/** The hold that a kind of fact lays; undefined for one that lays none. */
export const holdFactOf = (kind: string): HoldFact | undefined => ownValue<HoldFact>(table, kind);

/** The kinds of fact that lay a hold of a kind. */
export const factsLaying = (hold: string): readonly EventWord[] =>
  holdFactKinds.filter((kind) => table[kind]?.hold === hold);

/** The kinds of hold that a kind of fact ends. */
export function holdsEndedBy(kind: string): readonly HoldKind[] {
  const ended = Object.values(table).filter((one) => one.ended.some((word) => word === kind));
  return [...new Set(ended.map(({ hold }) => hold))];
}

/** Which kind of fact is ended by which, as a statement reads it. */
export const factEnds: readonly { readonly kind: string; readonly endedBy: string }[] =
  holdFactKinds.flatMap((kind) => (table[kind]?.ended ?? []).map((endedBy) => ({ kind, endedBy })));
