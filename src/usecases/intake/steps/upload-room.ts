import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { keptBytes, lockKeptFiles } from '#storage/intake/kept-files.ts';
import type { App, Tx } from '#usecases/app.ts';

/** Bytes around a file in a form: they are part of the length that a request declares. */
const mostAroundFile = 8_192n;

/** Room that an arriving file holds; `take` counts what came of it, `give` ends it. */
export type UploadRoom = {
  readonly take: (bytes: number) => void;
  readonly size: () => bigint;
  readonly give: () => void;
};

/**
 * Reserves room for a file before any of it is read: what the request says that it is long, and more as
 * more comes. Files that arrive here at the same time count with those that are kept. Throws
 * `storage-full`, as `take` does.
 */
export async function reserveRoom(
  app: App,
  actor: Actor,
  declared: bigint | null,
): Promise<UploadRoom> {
  const length = declared === null ? 0n : declared - mostAroundFile;
  const own = { userId: actor.userId, bytes: length > 0n ? length : 0n };
  let size = 0n;
  // Before anything is awaited: of two that come at once each sees the other.
  app.arriving.add(own);
  const give = () => void app.arriving.delete(own);
  try {
    const kept = await keptBytes(app.db, app.tenantId, actor.userId);
    const check = () => {
      const others = [...app.arriving].filter((one) => one !== own);
      const mine = others.filter(({ userId }) => userId === actor.userId);
      const need = own.bytes > 0n ? own.bytes : 1n;
      const ofOne = kept.ofOne + sumOf(mine) + need;
      const ofAll = kept.ofAll + sumOf(others) + need;
      if (isTooMuch(app, { ofOne, ofAll })) throw storageFull(app);
    };
    check();
    const take = (bytes: number) => {
      size += BigInt(bytes);
      if (size <= own.bytes) return;
      own.bytes = size;
      check();
    };
    return { take, size: () => size, give };
  } catch (error) {
    give();
    throw error;
  }
}

/** Refuses a whole file that does not fit with what other processes took in meanwhile; waits for them. */
export async function expectRoom(app: App, tx: Tx, actor: Actor, size: bigint): Promise<void> {
  await lockKeptFiles(tx, app.tenantId);
  const kept = await keptBytes(tx, app.tenantId, actor.userId);
  const after = { ofOne: kept.ofOne + size, ofAll: kept.ofAll + size };
  if (isTooMuch(app, after)) throw storageFull(app);
}

const sumOf = (files: readonly { readonly bytes: bigint }[]) =>
  files.reduce((sum, { bytes }) => sum + bytes, 0n);

function isTooMuch(
  { uploadRules }: App,
  { ofOne, ofAll }: { readonly ofOne: bigint; readonly ofAll: bigint },
): boolean {
  return ofOne > BigInt(uploadRules.mostBytesOfOne) || ofAll > BigInt(uploadRules.mostBytes);
}

function storageFull({ uploadRules }: App): Refusal<'storage-full'> {
  return new Refusal('storage-full', { days: String(uploadRules.keepDays) });
}
