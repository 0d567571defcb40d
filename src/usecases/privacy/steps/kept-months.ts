import { dataKindNames, dataKinds } from '#domain/privacy/data-kinds.ts';
import type { KeptMonths } from '#domain/privacy/erasure-plan.ts';
import { setPeriods } from '#storage/privacy/retention.ts';
import type { App, Db, Tx } from '#usecases/app.ts';

/** Months that each kind of data is kept: as set, else as delivered. */
export async function keptMonths(app: App, db: Db | Tx): Promise<KeptMonths> {
  const set = new Map(
    (await setPeriods(db, app.tenantId)).map(({ kind, months }) => [kind, months] as const),
  );
  const months = dataKindNames.map((kind) => [kind, set.get(kind) ?? dataKinds[kind].months]);
  return Object.fromEntries(months) as KeptMonths;
}
