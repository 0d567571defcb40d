import { after } from 'node:test';

type Closer = () => Promise<void>;

const closers: Closer[] = [];

/**
 * Runs something when all tests of the file are over, the latest first, so that what was opened on
 * something else closes before it. Every one runs; what failed is thrown when all are through.
 */
export function atEnd(closer: Closer): void {
  // Several files may run in one process, one after the other: each closes what is its own.
  if (closers.length === 0) after(closeAll);
  closers.push(closer);
}

async function closeAll(): Promise<void> {
  const failures: unknown[] = [];
  for (const closer of closers.splice(0).reverse()) {
    await closer().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'closing after the tests failed');
}
