import type { Field } from '#domain/intake/fields.ts';
import type { ImportMap, MapAsk } from '#domain/intake/import-map.ts';

/** What a column is: a field, a bucket with the days that it is late at the least, or nothing. */
export type Taken = Field | number | '';

/** A map in which a column is taken for something else; what was asked of both is answered by that. */
export function withColumn(map: ImportMap, column: string, taken: Taken): ImportMap {
  const others = Object.entries(map.columns).filter(
    ([known, name]) => known !== taken && name !== column,
  );
  const { [column]: _, ...buckets } = map.buckets;
  const said = typeof taken === 'number' || taken === '' ? [] : [`column:${taken}` as const];
  const open = answered(map, `meaning:${column}`, ...said);
  if (typeof taken === 'number') {
    const columns = Object.fromEntries(others);
    return { ...open, columns, buckets: { ...map.buckets, [column]: taken } };
  }
  const added = taken === '' ? [] : [[taken, column] as const];
  return { ...open, buckets, columns: Object.fromEntries([...others, ...added]) };
}

/** A map in which somebody has answered what the file does not tell. */
export function answered(map: ImportMap, ...asks: readonly MapAsk[]): ImportMap {
  return { ...map, unanswered: map.unanswered.filter((open) => !asks.includes(open)) };
}
