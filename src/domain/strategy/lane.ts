import type { CaseState } from '#domain/cases/states.ts';
import { isProtected, type KeyEvent, lacksReason } from '#domain/key-events/events.ts';
import type { Lane } from './process-step.ts';

/** What decides on which road of its process a case is. */
export type LaneFacts = {
  readonly state: CaseState;
  readonly events: readonly KeyEvent[];
  readonly outbound: boolean;
  readonly exempt: boolean;
  readonly firstContactOn: string | null;
  readonly brokenPromises: number;
};

/**
 * The lane of a case. In service, wrong collection data comes before a missing method, that before
 * a missing invoice, that before a payment to try again. A type D event whose reason is still
 * unknown after the first contact goes no further than asking for it.
 */
export function laneOf(facts: LaneFacts): Lane {
  switch (facts.state) {
    case 'service':
      return serviceLane(facts.events);
    case 'requested':
      return facts.outbound ? 'requested' : 'requested-inbound';
    case 'working':
      return workingLane(facts);
    case 'warned':
      return facts.exempt ? 'warned-exempt' : 'warned';
    case 'closed':
    case 'written-off':
      return 'watch';
    default:
      return facts.state;
  }
}

function workingLane(facts: LaneFacts): Lane {
  if (facts.firstContactOn !== null && facts.events.some(lacksReason)) return 'find-reason';
  return facts.brokenPromises > 0 ? 'working-broken' : 'working';
}

const lanesByStrictness = [
  ['C', 'service-c'],
  ['A', 'service-a'],
  ['D', 'service-d'],
  ['B', 'service-b'],
] as const;

function serviceLane(events: readonly KeyEvent[]): Lane {
  const types = new Set(events.filter(isProtected).map((event) => event.type));
  return lanesByStrictness.find(([type]) => types.has(type))?.[1] ?? 'event';
}
