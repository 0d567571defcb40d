import type { EventKind } from '#domain/events/event-kinds.ts';
import type { EventType } from '#domain/key-events/events.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';

/**
 * What counts as doing something about a key event: a call or message that left, a letter, an invoice sent
 * again, a task of the back office that was done, an agreement, or the event solved.
 */
export const treatments = [
  'contact.released',
  'contact.answered',
  'message.sent',
  'notice.recorded',
  'invoice.resent',
  'task.done',
  'promise.made',
  'plan.made',
  'key-event.resolved',
] as const satisfies readonly EventKind[];

const hourMs = 3_600_000;

/** The time within which something has to be done about an event of the type. */
export function treatmentTargetMs(
  { firstTreatmentHours }: Pick<PortfolioPolicy, 'firstTreatmentHours'>,
  type: EventType,
): number {
  return firstTreatmentHours[type] * hourMs;
}
