import { type RawBuilder, sql } from 'kysely';

/**
 * An id made inside a set-based statement: a UUID version 7 (RFC 9562) whose time is that of `seed`,
 * an id the application made for this statement, and whose rest comes from the row's own key. The
 * same row and seed give the same id, so nothing volatile runs in the statement.
 */
export function idFor(seed: string, key: RawBuilder<unknown>): RawBuilder<string> {
  // Time and version, then the key's hash with the variant in its place.
  const front = `${seed.replaceAll('-', '').slice(0, 12)}7`;
  return sql`overlay(overlay(md5(${seed} || ${key}) placing ${front} from 1) placing '8' from 17)::uuid`;
}

/** Which cases a set-based statement is about: a stretch of customers, or cases by name. */
export type Scope =
  | {
      readonly kind: 'batch';
      readonly portfolioId: string;
      /** Customers after this id, up to and including the other; null is from the first. */
      readonly after: string | null;
      readonly upTo: string;
    }
  | {
      readonly kind: 'cases';
      readonly portfolioId: string;
      readonly customerIds: readonly string[];
      readonly caseIds: readonly string[];
    };

const firstId = '00000000-0000-0000-0000-000000000000';

/** The condition that keeps a table's rows to the customers of a scope. */
export function inScope(scope: Scope, column: string): RawBuilder<boolean> {
  const ref = sql.raw(column);
  if (scope.kind === 'cases') return sql`${ref} = any(${[...scope.customerIds]}::uuid[])`;
  return sql`${ref} > ${scope.after ?? firstId}::uuid and ${ref} <= ${scope.upTo}::uuid`;
}
