import {
  lastBlock,
  type Numbers,
  numbersGiven,
  sealNext,
  transactionsOpen,
} from '#storage/audit/seals.ts';
import { type App, now } from '#usecases/app.ts';

/** Numbers that were given out, and since when no transaction can still hold one of them. */
type Waiting = { readonly given: Numbers; readonly endedAt: bigint | null };

const waiting = new WeakMap<App, Waiting>();

/**
 * One turn of sealing what was written: numbers are noted in one turn, in the next the transactions
 * that may hold them, and once those have ended what they wrote is sealed. A number without a row is
 * one whose transaction gave up. Answers whether something was settled.
 */
export async function sealRecord(app: App): Promise<boolean> {
  const held = waiting.get(app);
  if (held === undefined) {
    waiting.set(app, { given: await numbersGiven(app.db), endedAt: null });
    return false;
  }
  const { endedBelow, begunBelow } = await transactionsOpen(app.db);
  if (held.endedAt === null) {
    waiting.set(app, { ...held, endedAt: begunBelow });
    return false;
  }
  if (endedBelow < held.endedAt) return false;
  let isLeft = true;
  while (isLeft) {
    isLeft = await app.db.transaction().execute((tx) => sealNext(tx, held.given, now(app)));
  }
  waiting.delete(app);
  return true;
}

/**
 * Keeps the end of the chain of seals outside of the database, once a day (UTC): whoever rewrites the
 * record and all hashes in it cannot rewrite what was kept there.
 */
export async function keepAnchor(app: App): Promise<void> {
  if (app.anchors === null) return;
  const at = now(app);
  const kept = await app.anchors.last();
  if (kept !== null && kept.at.slice(0, 10) >= at.slice(0, 10)) return;
  const block = await lastBlock(app.db);
  if (block === undefined || kept?.block === block.blockNo.toString()) return;
  await app.anchors.keep({
    at,
    block: block.blockNo.toString(),
    hash: block.hash.toString('hex'),
  });
}
