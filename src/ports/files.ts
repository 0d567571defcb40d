import type { z } from 'zod';
import type { Adapter, Connected } from './adapter.ts';

/** A file is not where it was kept. */
export class FileMissing extends Error {
  constructor(cause: unknown) {
    super('the file is not kept here', { cause });
    this.name = 'FileMissing';
  }
}

/**
 * Where files are kept that people handed over. A key is words of `a-z 0-9 -` with slashes between,
 * such as `imports/0197…`.
 */
export type Files = Connected & {
  /** Keeps a file, in place of an earlier one; nothing of it stays when the source breaks off. */
  readonly write: (key: string, source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The bytes of a file, at most so many. Reading throws `FileMissing`. */
  readonly read: (key: string, mostBytes?: number) => AsyncIterable<Uint8Array>;
  /** Removes a file; without effect when there is none. */
  readonly remove: (key: string) => Promise<void>;
  /** Removes what broken-off writes of an hour ago and more left below a key; answers how many. */
  readonly sweep: (below: string) => Promise<number>;
  /** The keys of the files directly below a key that were written an hour ago or before. */
  readonly olderThanAnHour: (below: string) => Promise<readonly string[]>;
};

/** What an adapter for files gets from the product. */
export type FilesHost = {
  /** A folder of this installation that is there and belongs to nobody else. */
  readonly folder: string;
};

/** The default export of `adapters/files/<name>/index.ts`. */
export type FilesAdapter<Settings extends z.ZodObject = z.ZodObject> = Adapter<
  Settings,
  FilesHost,
  Files
>;
