import type { CaseState, CloseReason } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { NextAction } from './process-step.ts';

/** One move between states as it was made. */
export type Move = { readonly from: CaseState; readonly to: CaseState; readonly on: Trigger };

/** The next action as events tell it; both null once the case is closed. */
type Next = {
  readonly nextAction: NextAction | null;
  readonly nextActionOn: LocalDate | null;
  /** The time of day that was agreed; null where only a day is known. */
  readonly nextActionAt: Instant | null;
};

/** An event of the engine, before who, when and on which case. */
export type CaseEvent =
  | {
      readonly kind: 'case.moved';
      readonly facts: Next & {
        readonly from: CaseState;
        readonly to: CaseState;
        /** The trigger of the last move. */
        readonly on: Trigger;
        readonly moves: readonly Move[];
        readonly closeReason: CloseReason | null;
        /** The step the case stood at: a reversed payment takes it back there. */
        readonly stepBefore: string;
      };
    }
  | {
      readonly kind: 'case.planned';
      readonly facts: Next & {
        readonly step: string;
        /** What made somebody plan anew, when it was no step of the process; null otherwise. */
        readonly on: Trigger | null;
      };
    };

/** A case moved between states, maybe several times in one go. */
export function caseMoved(
  moves: readonly [Move, ...Move[]],
  more: Next & {
    readonly closeReason: CloseReason | null;
    readonly stepBefore: string;
  },
): CaseEvent {
  const last = moves[moves.length - 1] ?? moves[0];
  const { from } = moves[0];
  return { kind: 'case.moved', facts: { from, to: last.to, on: last.on, moves, ...more } };
}

/** A case stays where it is, with another step or another day. */
export function casePlanned(
  next: Next & { readonly step: string; readonly on: Trigger | null },
): CaseEvent {
  return { kind: 'case.planned', facts: next };
}
