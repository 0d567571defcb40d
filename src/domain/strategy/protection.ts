import type { ActionKind } from '#domain/cases/holds.ts';
import { type EventType, isProtected, type KeyEvent } from '#domain/key-events/events.ts';

/** What the standing events forbid, all of them taken together. */
export type Protection = {
  readonly protected: boolean;
  readonly forbids: readonly ActionKind[];
  readonly by: readonly EventType[];
};

const noPressure: readonly ActionKind[] = [
  'chase-call',
  'threat',
  'fee',
  'restrict',
  'escalate',
  'place',
];

const forbiddenBy: Readonly<Record<EventType, readonly ActionKind[]>> = {
  A: noPressure,
  B: noPressure,
  // A technical fault is not the customer's to fix, and the organisation does not ask for it.
  C: [...noPressure, 'service-call', 'interest'],
  // The days lost while the invoice was missing belong to the organisation.
  D: [...noPressure, 'interest'],
};

/**
 * The protection of a customer with several open events: the strictest among them applies to all.
 * An event protects until it is solved or became an ordinary debt by a recorded transition.
 */
export function protection(events: readonly KeyEvent[]): Protection {
  const types = new Set(events.filter(isProtected).map((event) => event.type));
  const by = [...types].sort();
  return {
    protected: by.length > 0,
    forbids: [...new Set(by.flatMap((type) => forbiddenBy[type]))],
    by,
  };
}

/** The back-office work an event opens the moment it is recorded; null when it opens none. */
export type OpeningTask = {
  readonly task: 'correct-data' | 'resend-invoice' | 'propose-terms' | 'open-arrangement';
  readonly queue: 'back-office' | 'credit-manager' | 'agents';
  readonly dueInBusinessDays: number;
};

/**
 * The task an event opens: correct collection data (C), send the invoice again (D not received), put
 * changed terms to the credit manager (D credit abuse), open the arrangement path (D unable to pay).
 */
export function openingTaskOf(event: KeyEvent): OpeningTask | null {
  if (event.type === 'C')
    return { task: 'correct-data', queue: 'back-office', dueInBusinessDays: 2 };
  if (event.type !== 'D') return null;
  switch (event.reason) {
    case 'not-received':
      return { task: 'resend-invoice', queue: 'back-office', dueInBusinessDays: 1 };
    case 'credit-abuse':
      return { task: 'propose-terms', queue: 'credit-manager', dueInBusinessDays: 3 };
    case 'unable-to-pay':
      return { task: 'open-arrangement', queue: 'agents', dueInBusinessDays: 1 };
    default:
      return null;
  }
}
