import type { Decision } from '#domain/gate/decision.ts';
import { type Instant, msOf } from '#kernel/time.ts';

/** How open a contact is: what the gate says of it now, and when it may be made else. */
export type Openness = {
  /** 0 permitted, 1 only presumptions stand against it, 2 refused. */
  readonly shut: number;
  /** Milliseconds since 1970; infinite when nobody knows. */
  readonly nextMs: number;
};

/** How open the contact is that a decision is about. */
export function opennessOf({
  permitted,
  nextPermittedAt,
}: Pick<Decision, 'permitted' | 'nextPermittedAt'>): Openness {
  const shut = permitted === true ? 0 : permitted === false ? 2 : 1;
  const next = nextPermittedAt as Instant | null;
  return { shut, nextMs: next === null ? Number.POSITIVE_INFINITY : msOf(next) };
}

/** Whether any contact is more open than before: allowed, or allowed sooner. */
export function opensSince(
  before: ReadonlyMap<string, Openness>,
  after: ReadonlyMap<string, Openness>,
): boolean {
  return [...after].some(([name, now]) => {
    const then = before.get(name);
    if (then === undefined) return false;
    if (now.shut !== then.shut) return now.shut < then.shut;
    return now.shut > 0 && now.nextMs < then.nextMs;
  });
}
