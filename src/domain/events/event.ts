import type { Instant } from '#kernel/time.ts';
import { type EventKind, type FactsFor, type FactsOf, versionOf } from './event-kinds.ts';

/** Who did something: one of our people, the customer by themselves, or the product. */
export const actorKinds = ['user', 'customer', 'system'] as const;

/** One of `actorKinds`. */
export type ActorKind = (typeof actorKinds)[number];

/** Where an event belongs and when: everything but what happened. */
export type EventFrame = {
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string | null;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** When it reached us, where that is not when it was written. */
  readonly receivedAt?: Instant | null;
  /** The person's id; null for the product itself. */
  readonly actorId: string | null;
  /** A user where there is an id, and the product where there is none, unless told. */
  readonly actorKind?: ActorKind;
};

/** What happened: a kind with the facts of that kind and their version. */
export type Happening = {
  [K in EventKind]: { readonly kind: K; readonly v: number; readonly facts: FactsOf<K> };
}[EventKind];

/** One business fact as it is appended. Facts hold no names, numbers, addresses or typed words. */
export type LoggedEvent = EventFrame & Happening;

/** What happened, to be logged: the facts have to be those of the kind. */
export function happening<K extends EventKind>(kind: K, facts: FactsFor<K>): Happening {
  return { kind, v: versionOf(kind), facts } as Happening;
}

/** Events or facts as JSON for the database: amounts become plain digits. */
export function eventJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'bigint' ? one.toString() : one,
  );
}

/** Who an event says did it. */
export function actorKindOf({ actorKind, actorId }: EventFrame): ActorKind {
  return actorKind ?? (actorId === null ? 'system' : 'user');
}

/** The one way to make an event. */
export function event<K extends EventKind>(
  kind: K,
  frame: EventFrame,
  facts: FactsFor<K>,
): LoggedEvent {
  return { ...frame, ...happening(kind, facts) };
}
