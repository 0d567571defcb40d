import { type RawBuilder, sql } from 'kysely';

/**
 * The name that the user of one column had at the instant of another: history goes on to say who
 * somebody was, whatever they are called since. Null where either is not set.
 */
export function nameAt(userColumn: string, atColumn: string): RawBuilder<string | null> {
  const user = sql.ref(userColumn);
  return sql`coalesce(
    (select n.name from former_names n where n.user_id = ${user} and n.until > ${sql.ref(atColumn)}
      order by n.until limit 1),
    (select n.name from users n where n.id = ${user}))`;
}
