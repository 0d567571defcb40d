import type { KeyEvent } from '#domain/key-events/events.ts';
import type { Objective, ProcessStep } from './process-step.ts';

/** What a step is for: what its lane says, or what the open events ask for instead of a payment. */
export function objectiveOf(events: readonly KeyEvent[], step: ProcessStep): Objective {
  if (step.objective !== 'agree-payment') return step.objective;
  const open = events.filter((event) => event.solvedOn === null);
  if (open.some((e) => e.type === 'B' && e.methodValid === false)) return 'ask-new-method';
  if (open.some((e) => e.reason === 'unable-to-pay')) return 'agree-arrangement';
  if (open.some((e) => e.reason === 'credit-abuse')) return 'change-terms';
  if (open.some((e) => e.type === 'D' && e.reason === 'unknown')) return 'find-reason';
  return step.objective;
}
