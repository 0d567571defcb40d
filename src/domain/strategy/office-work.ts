import { type OfficeEffect, officeEffects, type Trigger } from '#domain/cases/triggers.ts';
import { addBusinessDays, type BusinessCalendar } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { outcomesWithReason, type TaskOutcome } from './decisions.ts';

/**
 * How the office carries an effect out. `letter` sends the customer a text and says when and how,
 * `request` asks another system or party for something and says when, `record` writes a reason down.
 */
export type OfficeWork = {
  readonly does: 'letter' | 'request' | 'record';
  readonly queue: 'back-office' | 'department' | 'supervisors';
  readonly dueInBusinessDays: number;
};

/** What the office carries out: effects of moves, and money that came for written-off debt. */
export const officeWorkKinds = [...officeEffects, 'report-recovery'] as const;

/** One of `officeWorkKinds`. */
export type OfficeWorkKind = (typeof officeWorkKinds)[number];

/** Who carries it out and by when, until a channel or a connected system does it by itself. */
export const officeWork: Readonly<Record<OfficeWorkKind, OfficeWork>> = {
  'confirm-agreement': { does: 'letter', queue: 'back-office', dueInBusinessDays: 1 },
  thank: { does: 'letter', queue: 'back-office', dueInBusinessDays: 3 },
  'offer-automatic-payment': { does: 'letter', queue: 'back-office', dueInBusinessDays: 5 },
  'contact-before-cancelling': { does: 'letter', queue: 'back-office', dueInBusinessDays: 1 },
  'record-reason': { does: 'record', queue: 'supervisors', dueInBusinessDays: 2 },
  'correct-source': { does: 'request', queue: 'back-office', dueInBusinessDays: 2 },
  'request-restriction': { does: 'request', queue: 'back-office', dueInBusinessDays: 1 },
  'request-restoration': { does: 'request', queue: 'back-office', dueInBusinessDays: 1 },
  'queue-department': { does: 'request', queue: 'department', dueInBusinessDays: 5 },
  'hand-over-file': { does: 'request', queue: 'department', dueInBusinessDays: 2 },
  'reconcile-outside': { does: 'request', queue: 'department', dueInBusinessDays: 3 },
  'accounting-file': { does: 'request', queue: 'department', dueInBusinessDays: 5 },
  'report-recovery': { does: 'request', queue: 'department', dueInBusinessDays: 5 },
};

/** Decisions need a reason, and so does what was announced or agreed and cannot be done. */
export function needsReason(effect: OfficeWorkKind | null, outcome: TaskOutcome): boolean {
  if (outcomesWithReason.includes(outcome)) return true;
  return effect !== null && (outcome === 'not-possible' || officeWork[effect].does === 'record');
}

/** A task that hands work to people. Details hold codes, dates and ids, and never words. */
export type HandedOver = {
  readonly kind: string;
  readonly queue: string;
  readonly dueOn: LocalDate;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The task that carries an effect out. */
export function officeTask(
  effect: OfficeEffect,
  on: Trigger,
  { today, calendar }: { readonly today: LocalDate; readonly calendar: BusinessCalendar },
): HandedOver {
  const { queue, dueInBusinessDays } = officeWork[effect];
  const dueOn = addBusinessDays(today, dueInBusinessDays, calendar);
  return { kind: effect, queue, dueOn, details: { effect, on } };
}
