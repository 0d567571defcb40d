import { holdRun, type Run } from '#storage/intake/import-runs.ts';
import { addRejects, type Reject } from '#storage/intake/imports.ts';
import type { App, Tx } from '#usecases/app.ts';

/**
 * Writes for a run of an import, in a transaction of its own, while nobody can take the import up.
 * Throws `RunTaken` when somebody has.
 */
export function asRun<Result>(
  app: App,
  run: Run,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return app.db.transaction().execute(async (tx) => {
    await holdRun(tx, run);
    return work(tx);
  });
}

/** Writes down what was wrong with rows, where anything was. */
export async function keepRejects(app: App, run: Run, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length > 0) await asRun(app, run, (tx) => addRejects(tx, run.id, rejects));
}
