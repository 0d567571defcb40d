import { randomFillSync } from 'node:crypto';
import { type IdMaker, idMaker } from '#kernel/ids.ts';

/** Random bytes drawn at a time. */
const poolBytes = 65_536;

/** A maker of ids for a whole book: some hundred thousand of them, so random bytes come in bulk. */
export function bookIds(nowMs: () => number): IdMaker {
  const pool = new Uint8Array(poolBytes);
  let next = pool.length;
  return idMaker(nowMs, (bytes) => {
    if (next + bytes.length > pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    bytes.set(pool.subarray(next, next + bytes.length));
    next += bytes.length;
    return bytes;
  });
}
