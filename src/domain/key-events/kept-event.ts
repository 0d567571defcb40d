import type { LocalDate } from '#kernel/time.ts';
import type { EventType, Fault, KeyEvent, SubReason } from './events.ts';

/** A key event as it is kept: what only some kinds have lies in the evidence. */
export type KeptKeyEvent = {
  readonly eventId: string;
  readonly type: EventType;
  readonly reason: string;
  readonly fault: string;
  readonly recordedOn: LocalDate;
  readonly code: string | null;
  readonly solvedOn: LocalDate | null;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/** A kept key event as the rules see it. */
export function keyEventFrom({ evidence, ...kept }: KeptKeyEvent): KeyEvent {
  return {
    ...kept,
    reason: kept.reason as SubReason,
    fault: kept.fault as Fault,
    detail: (evidence['detail'] as string | undefined) ?? null,
    methodValid: (evidence['methodValid'] as boolean | undefined) ?? null,
    ordinarySince: (evidence['ordinarySince'] as string | undefined) ?? null,
    correctedOn: (evidence['correctedOn'] as string | undefined) ?? null,
  };
}

/**
 * What is kept of the payment method of an event: of a refused payment whether it is still good, of
 * others only that it is not. One that is not is switched off when the event is counted.
 */
export function methodEvidence(
  type: EventType,
  methodValid: boolean | null,
): { readonly methodValid?: boolean | null } {
  return type === 'B' || methodValid === false ? { methodValid } : {};
}
