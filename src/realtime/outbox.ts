import { eventsAfter, type LogRow, lastSeq } from '#storage/event-log.ts';
import type { App, Db } from '#usecases/app.ts';

const batchLimit = 500;

/** Gets each batch of new events, in the order of the log. */
export type LogReader = (batch: readonly LogRow[]) => void;

/** Feeds everyone in this process from the event log with one reader. */
export type Outbox = {
  /** Starts to hand batches to a reader; the answer ends it. */
  readonly follow: (reader: LogReader) => () => void;
  /** Reads what is new now, without waiting for the next turn. */
  readonly poke: () => Promise<void>;
  /** Number of the last event that was handed on. */
  readonly seq: () => bigint;
  readonly stop: () => Promise<void>;
};

/** Polls the log every `everyMs` from its present end on. */
export async function startOutbox(app: App, everyMs: number): Promise<Outbox> {
  const readers = new Set<LogReader>();
  let cursor = await lastSeq(app.db);
  let running: Promise<void> | null = null;
  let stopped = false;

  const read = async (db: Db) => {
    for (let full = true; full && !stopped; ) {
      const batch = await eventsAfter(db, cursor, batchLimit);
      const last = batch.at(-1);
      if (!last) return;
      cursor = last.seq;
      for (const reader of readers) reader(batch);
      full = batch.length === batchLimit;
    }
  };
  const poke = () => {
    running ??= read(app.db).finally(() => {
      running = null;
    });
    return running;
  };
  const timer = setInterval(() => {
    // A database that is away is retried at the next turn; the requests that need it report it.
    poke().catch(() => undefined);
  }, everyMs);

  return {
    follow: (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    poke,
    seq: () => cursor,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
