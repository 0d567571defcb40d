import { after } from 'node:test';

type Closer = () => Promise<void>;

const closers: Closer[] = [];
const state = { queueCloses: false };

/**
 * Runs something when all tests of the file are over, the latest first, so that what was opened on
 * something else closes before it. Every one runs; what failed is thrown when all are through.
 */
export function atEnd(closer: Closer): void {
  if (closers.length === 0 && !state.queueCloses) after(closeAll);
  closers.push(closer);
}

/**
 * Says that whoever runs several files in this process calls `closeAll` at the end of each: a hook
 * that a file sets itself would run at the end of the process only.
 */
export function closeAtEndOfEachFile(): void {
  state.queueCloses = true;
}

/** Closes what was opened since it was last called. */
export async function closeAll(): Promise<void> {
  const failures: unknown[] = [];
  for (const closer of closers.splice(0).reverse()) {
    await closer().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'closing after the tests failed');
}
