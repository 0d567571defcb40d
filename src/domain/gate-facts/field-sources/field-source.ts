import type { Facts } from '#domain/gate/facts/facts.ts';

/**
 * One way by which a fact gets into the book or to the gate: a column of an imported file (`import
 * birthDate`), an endpoint and so its screen (`endpoint compliance.record-fact`), a detail of a
 * recorded fact or consent (`fact medium`, `consent place`), a setting of a portfolio's policy
 * (`setting gate.safeHarboursBind`), what a use case says of the contact it wants (`how person`), or
 * the product itself, which works it out in a file of `src` (`product domain/contact/conveyed.ts`).
 */
export type Way =
  | `import ${string}`
  | `endpoint ${string}`
  | `fact ${string}`
  | `consent ${string}`
  | `setting ${string}`
  | `how ${string}`
  | `product ${string}`;

/** Where the product has a field of the facts from. */
export type FieldSource =
  | {
      /** Columns that keep it, `contact_points.party_id`; none where it is worked out or declared. */
      readonly kept: readonly string[];
      readonly ways: readonly Way[];
      /** Why it is told although no rule asks for it by its own name. */
      readonly unasked?: string;
    }
  /** The product tells the same by another field, `Consumer.location_signals`. */
  | { readonly by: string; readonly why: string }
  /**
   * The product does not tell it, and every rule that reads it refuses, or lets the stricter part
   * stand, while it is not told; a test takes it out of every example.
   */
  | { readonly stricter: string }
  /** Only those who ask the gate from outside (`npm run decide`) tell it. */
  | { readonly outside: string };

/** The sources of every field of one type of the facts. */
export type SourcesOf<T> = { readonly [K in keyof Required<T>]: FieldSource };

/** A field that is kept in columns and gets there by these ways. */
export function kept(columns: string, ...ways: readonly Way[]): FieldSource {
  return { kept: columns.split(' '), ways };
}

/** A field that is worked out or said of the contact itself. */
export function told(...ways: readonly Way[]): FieldSource {
  return { kept: [], ways };
}

/** A field that is told although no rule asks for it. */
export function unasked(source: FieldSource, why: string): FieldSource {
  return 'kept' in source ? { ...source, unasked: why } : source;
}

/** A part of the facts that holds fields of its own. */
export const part = (type: string): FieldSource => ({ by: type, why: 'its own fields' });

/** The parts of the facts, each with the table of its fields. */
export const wholeSources: SourcesOf<Facts> = {
  packs: told('product domain/gate/pack.ts'),
  actor: part('Collector'),
  consumer: part('Consumer'),
  contact_points: part('ContactPoint'),
  debts: part('Debt'),
  contact_log: part('LogEntry'),
  consents: part('Consent'),
  events: part('CaseEvent'),
  policy: part('Policy'),
  // An unreadable record refuses with an alarm before the gate is asked.
  incomplete: told('product usecases/gate/steps/gate-alarm.ts'),
  unread_words: told('product domain/gate/facts/unread-words.ts'),
  proposed: part('Proposed'),
};
