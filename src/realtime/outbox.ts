import { emptyOutbox, type LogLook, type LogRow, lastSeq, lookAtLog } from '#storage/event-log.ts';
import type { App } from '#usecases/app.ts';

const batchLimit = 500;
/** Gaps watched at once; beyond it the oldest are given up, as screens read their state anew anyway. */
const gapLimit = 10_000;
/** A jump of the sequence larger than this is the server's own (a crash), not running transactions. */
const widestGap = 5_000n;
/** How long news is kept for screens that were away; then the outbox is emptied of it. */
const keptForMs = 15 * 60_000;

/** Gets each batch of new events, each event once; one that committed late comes after its turn. */
export type LogReader = (batch: readonly LogRow[]) => void;

/** Feeds everyone in this process from the event log with one reader. */
export type Outbox = {
  /** Starts to hand batches to a reader; the answer ends it. */
  readonly follow: (reader: LogReader) => () => void;
  /** Reads what is new now, without waiting for the next turn. */
  readonly poke: () => Promise<void>;
  /** The highest number that was handed on. */
  readonly seq: () => bigint;
  /** The number after which a reader that breaks off now goes on: what is up to it was handed on. */
  readonly resumeAfter: () => bigint;
  readonly stop: () => Promise<void>;
};

/** Where a reader of the log stands: the highest number seen, and the numbers skipped below it. */
export type LogPlace = {
  readonly seen: bigint;
  /** Skipped numbers, each with the transaction number below which its writer must have begun. */
  readonly gaps: ReadonlyMap<bigint, bigint>;
};

/**
 * The place after a look. A skipped number stays watched until it appears or every transaction that
 * could have taken it has ended; so a long transaction delays nobody, and nothing is passed over.
 */
export function placeAfter(place: LogPlace, look: LogLook): LogPlace {
  const gaps = new Map(place.gaps);
  let seen = place.seen;
  for (const { seq } of look.rows) {
    gaps.delete(seq);
    const from = seq - seen > widestGap ? seq - widestGap : seen + 1n;
    for (let skipped = from; skipped < seq; skipped += 1n) gaps.set(skipped, look.begunBelow);
    if (seq > seen) seen = seq;
  }
  // Only a gap that an earlier look saw too is given up: this look may have begun before its commit.
  for (const [seq, begunBelow] of place.gaps) {
    if (look.endedBelow >= begunBelow) gaps.delete(seq);
  }
  while (gaps.size > gapLimit) gaps.delete(gaps.keys().next().value ?? 0n);
  return { seen, gaps };
}

/** The number after which a reader at this place goes on: below every number that may yet appear. */
export function resumeAfter({ seen, gaps }: LogPlace): bigint {
  let after = seen;
  for (const seq of gaps.keys()) if (seq <= after) after = seq - 1n;
  return after;
}

/** Polls the log every `everyMs` from its present end on. */
export async function startOutbox(app: App, everyMs: number): Promise<Outbox> {
  const readers = new Set<LogReader>();
  let place: LogPlace = { seen: await lastSeq(app.db), gaps: new Map() };
  let running: Promise<void> | null = null;
  let stopped = false;

  const read = async () => {
    for (let full = true; full && !stopped; ) {
      const look = await lookAtLog(app.db, place.seen, [...place.gaps.keys()], batchLimit);
      place = placeAfter(place, look);
      if (look.rows.length > 0) for (const reader of readers) reader(look.rows);
      full = look.rows.length === batchLimit;
    }
  };
  const poke = () => {
    running ??= read().finally(() => {
      running = null;
    });
    return running;
  };
  const timer = setInterval(() => {
    // A database that is away is retried at the next turn; the requests that need it report it.
    poke().catch(() => undefined);
  }, everyMs);
  // What had ended at one emptying is removed at the next: by then every process has read it.
  let endedBelow = 0n;
  const emptying = setInterval(() => {
    emptyOutbox(app.db, endedBelow)
      .then((now) => {
        endedBelow = now;
      })
      .catch(() => undefined);
  }, keptForMs);

  return {
    follow: (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    poke,
    seq: () => place.seen,
    resumeAfter: () => resumeAfter(place),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearInterval(emptying);
      await running?.catch(() => undefined);
    },
  };
}
