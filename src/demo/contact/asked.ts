import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Phone } from '../people/people.ts';

/** What the gate said about a call at its moment of the past, and from what. */
export type Asked = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly phone: Phone;
  readonly ms: number;
  readonly zone: string;
  readonly debts: readonly string[];
};
