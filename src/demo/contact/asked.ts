import type { ContactHow } from '#domain/contact/contact-how.ts';
import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';

/** What the gate said about a contact at its moment of the past, and from what. */
export type Asked = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly how: ContactHow;
  readonly point: { readonly id: string; readonly state?: string | undefined };
  readonly ms: number;
  readonly zone: string;
  readonly debts: readonly string[];
};
